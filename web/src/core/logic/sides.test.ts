import { expect, test } from 'vitest'
import type { Side, WorkoutSet } from '../values/documents'
import { pairOpen, rounds, sideNext } from './sides'

const sets = (...sides: Side[]): WorkoutSet[] =>
  sides.map((side, at) => ({
    id: String(at), order: `a${at}`, reps: 10, ...(side === 'both' ? {} : { side }),
  }))

test.each([
  ['nothing done yet', [], [], 'both'],
  ['last time both sides', [], ['both', 'both'], 'both'],
  ['last time began on the right', [], ['right', 'left', 'right', 'left'], 'right'],
  ['left is done, right follows', ['left'], ['left', 'right'], 'right'],
  ['left is done for the first time ever, right follows', ['left'], [], 'right'],
  ['a pair is done, left again', ['left', 'right'], [], 'left'],
  ['three and two', ['left', 'right', 'left', 'right', 'left'], [], 'right'],
  ['two lefts in a row are meant', ['left', 'left'], [], 'left'],
  ['last time only the left', ['left'], ['left', 'left'], 'left'],
  ['both sides stay both', ['both'], ['left', 'right'], 'both'],
] as const)('%s', (_, today, before, next) => {
  expect(sideNext(sets(...today), sets(...before))).toBe(next)
})

test('a pair has one rest, after its second side', () => {
  expect(pairOpen(sets('left'), [])).toBe(true)
  expect(pairOpen(sets('left', 'right'), [])).toBe(false)
  expect(pairOpen(sets('both'), [])).toBe(false)
  expect(pairOpen(sets('left'), sets('left', 'left'))).toBe(false)
})

test('a left and a right set are one to count', () => {
  expect(rounds(sets('left', 'right', 'left', 'right'))).toBe(2)
  expect(rounds(sets('both', 'left', 'right', 'left'))).toBe(3)
  expect(rounds([])).toBe(0)
})

test('warm-ups and drops do not take turns', () => {
  const [left] = sets('left')
  expect(sideNext([{ ...(left as WorkoutSet), kind: 'warm-up' }], sets('left', 'right'))).toBe('left')
})
