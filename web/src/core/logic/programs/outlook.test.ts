import { expect, test } from 'vitest'
import english from '../../../../../content/messages/en.ftl?raw'
import { sentencesOf } from '../../rules/prescription/messages'
import { readProgram } from '../../rules/programs/compiling'
import { Fold } from '../../rules/programs/fold'
import type { ProgramBody } from '../../rules/programs/model'
import { outlookOf } from './outlook'

const sentences = sentencesOf(english)
const set = (count: number, more: object = {}) => ({ count, reps: 5, percent: 80, ...more })
const body = (rules: object[], weeks = 1): ProgramBody =>
  ({
    format: 2, name: 'Fives', weeks, cycles: 4,
    lifts: [{ id: 'squat', exercise: 'back-squat', keeps: 'training max', ask: 'training max' }],
    days: [
      { name: 'A', slots: [{ lift: 'squat', sets: [set(1), set(1, { amrap: true })] }] },
      { name: 'B', slots: [{ id: 'more', lift: 'squat', counts: false, sets: [set(3)] }] },
    ],
    rules,
  }) as ProgramBody

function outlook(program: ProgramBody): string[] {
  const fold = new Fold(readProgram(program), {
    unit: 'lb', asked: { squat: 100 }, meaning: () => 'barbell', grids: new Map(),
  })
  if (!fold.place) throw new Error('A program has a first session.')
  const [slot] = fold.targets(fold.place)
  if (!slot) throw new Error('The session has a slot.')
  return outlookOf(fold, fold.place, slot, new Map(), 1, sentences)
}

const up = { name: 'Up', lifts: ['squat'], when: { made: true }, then: { add: { kg: 5, lb: 10 } } }

test('the last set says what its reps change now', () => {
  expect(outlook(body([up]))).toEqual([
    'Fewer than 5: nothing changes', '5 or more: training max 100 → 110 lb',
  ])
})

test('a change at the end of the cycle is told when the rest is done as asked', () => {
  expect(outlook(body([{ ...up, at: 'cycle' }], 3))).toEqual([
    'Fewer than 5: nothing changes', '5 or more: training max 100 → 110 lb, end of cycle 1',
  ])
})

test('a next stage is named with the sets that it asks for', () => {
  const program = body([{ name: 'Next', lifts: ['squat'], when: { made: false }, then: { stage: 'next' } }])
  const stages = ['fives', 'threes']
  const schemes = { fives: [set(2)], threes: [set(3, { reps: 3 })] }
  const days = [{ name: 'A', slots: [{ lift: 'squat', stages }] }]
  expect(outlook({ ...program, schemes, days } as ProgramBody)).toEqual([
    'Fewer than 5: stage 1 → 2, next 3 × 80 lb × 3', '5: nothing changes',
  ])
})

test('a change that comes with any result is told once', () => {
  expect(outlook(body([{ ...up, when: {} }]))).toEqual(['Any result: training max 100 → 110 lb'])
})

test('a slot that no rule looks at says nothing of the end of the cycle', () => {
  const program = readProgram(body([{ ...up, at: 'cycle' }], 3))
  const fold = new Fold(program, {
    unit: 'lb', asked: { squat: 100 }, meaning: () => 'barbell', grids: new Map(),
  })
  const place = { cycle: 1, week: 1, day: 1 }
  const [slot] = fold.targets(place)
  expect(slot && outlookOf(fold, place, slot, new Map(), 2, sentences)).toEqual([])
})
