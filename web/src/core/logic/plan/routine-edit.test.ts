import { expect, test } from 'vitest'
import {
  addExercises, changeSlot, combined, copyName, joinNext, leaveGroup, moveSlot, newRoutine, removeSlot,
} from './routine-edit'

const SLOTS = addExercises([], ['bench-press', 'cable-row', 'lateral-raise'])
const ids = (slots: readonly { exercise: string }[]) => slots.map(({ exercise }) => exercise)
const groups = (slots: readonly { group?: string }[]) => slots.map(({ group }) => group ?? '-').join('')

test('a routine is built from nothing: a name and exercises with the usual sets and reps', () => {
  expect(newRoutine('Push A', ['bench-press'])).toEqual({
    v: 1, name: 'Push A', routine: true,
    days: [{ slots: [{ exercise: 'bench-press', sets: 3, reps_low: 8, reps_high: 12 }] }],
  })
})

test('exercises move, and the ends of the list hold', () => {
  expect(ids(moveSlot(SLOTS, 0, 1))).toEqual(['cable-row', 'bench-press', 'lateral-raise'])
  expect(moveSlot(SLOTS, 0, -1)).toEqual(SLOTS)
  expect(moveSlot(SLOTS, 2, 1)).toEqual(SLOTS)
})

test('a superset takes a letter, grows, and ends when it has one exercise left', () => {
  const pair = joinNext(SLOTS, 0)
  expect(groups(pair)).toBe('AA-')
  expect(groups(joinNext(pair, 1))).toBe('AAA')
  expect(groups(leaveGroup(pair, 1))).toBe('---')
  expect(groups(removeSlot(pair, 1))).toBe('--')
  expect(groups(moveSlot(pair, 1, 1))).toBe('---')
})

test('the fewest reps never pass the most', () => {
  expect(changeSlot(SLOTS, 0, { reps_low: 15 })[0]).toMatchObject({ reps_low: 15, reps_high: 15 })
  expect(changeSlot(SLOTS, 0, { reps_high: 5 })[0]).toMatchObject({ reps_low: 5, reps_high: 5 })
})

test('two routines become one, and their supersets stay apart', () => {
  const first = { ...newRoutine('Push', []), days: [{ slots: joinNext(SLOTS, 0) }] }
  const both = combined(first, { ...first, name: 'Pull' }, 'Push and Pull')
  expect(both.name).toBe('Push and Pull')
  expect(groups(both.days[0]?.slots ?? [])).toBe('AA-BB-')
})

test('a copy has a name of its own', () => {
  expect(copyName('Push', [])).toBe('Push copy')
  expect(copyName('Push', ['Push copy', 'Push copy 2'])).toBe('Push copy 3')
})

test('exercises that are added as a superset share a group of their own', () => {
  const before = joinNext(SLOTS, 0)
  const groups = addExercises(before, ['crunch', 'plank', 'dip'], true).map(({ group }) => group)
  expect(groups).toEqual(['A', 'A', undefined, 'B', 'B', 'B'])
})
