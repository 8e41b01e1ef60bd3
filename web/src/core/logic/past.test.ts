import { expect, test } from 'vitest'
import type { Workout } from '../values/documents'
import { canJoin, copyOf, joinedWorkouts, movedTo, readWhen, sameTimesOn } from './past'

const NOW = '2026-11-22T18:00:00'
const PAST: Workout = {
  v: 1, start: '2026-11-20T18:05:00', end: '2026-11-20T19:10:00', source: { app: 'strong' },
  entries: [
    {
      id: 'e', order: 'a0', exercise: 'leg-press-45',
      sets: [{ id: 's', order: 'a0', reps: 12, rest_s: 90, done_at: '2026-11-20T18:20:00' }],
    },
  ],
}

test('a start and an end are read, with or without seconds', () =>
  expect(readWhen('2026-11-20T18:05', '2026-11-20T19:10:30', NOW)).toEqual({
    start: '2026-11-20T18:05:00', end: '2026-11-20T19:10:30',
  }))
test('31 February is no date', () =>
  expect(readWhen('2026-02-31T18:05', '2026-03-01T19:00', NOW)).toContain('is not a date'))
test('an end before the start is said in one sentence', () =>
  expect(readWhen('2026-11-20T18:05', '2026-11-20T17:10', NOW)).toBe(
    'The workout ends at 17:10, before it starts at 18:05. Change the start or the end.',
  ))
test('a workout over midnight is one workout', () =>
  expect(readWhen('2026-11-20T23:30', '2026-11-21T00:20', NOW)).toMatchObject({ end: '2026-11-21T00:20:00' }))
test('an end on another day is a slip', () =>
  expect(readWhen('2026-11-18T18:00', '2026-11-20T19:00', NOW)).toContain('24 hours'))
test('the future and the year 202 are refused', () => {
  expect(readWhen('2026-11-23T18:05', '2026-11-23T19:00', NOW)).toContain('future')
  expect(readWhen('0202-11-23T18:05', '0202-11-23T19:00', NOW)).toContain('typing error')
})
test('moving takes the times of the sets along', () => {
  const moved = movedTo(PAST, { start: '2026-11-18T07:05:00', end: '2026-11-18T08:10:00' })
  expect(moved.entries[0]?.sets[0]?.done_at).toBe('2026-11-18T07:20:00')
  expect(moved.source).toEqual({ app: 'strong' })
})
test('a copy has ids of its own and leaves the clock behind', () => {
  let count = 0
  const copy = copyOf(PAST, sameTimesOn(PAST, '2026-11-21'), () => `new${++count}`)
  expect(copy).toEqual({
    v: 1, start: '2026-11-21T18:05:00', end: '2026-11-21T19:10:00',
    entries: [
      { id: 'new1', order: 'a0', exercise: 'leg-press-45', sets: [{ id: 'new2', order: 'a0', reps: 12 }] },
    ],
  })
})

test('a copy to today ends now at the latest, however late in the day the workout was', () => {
  expect(sameTimesOn(PAST, '2026-11-22', '2026-11-22T18:30:00')).toEqual({
    start: '2026-11-22T17:25:00', end: '2026-11-22T18:30:00',
  })
  expect(sameTimesOn(PAST, '2026-11-22', '2026-11-22T21:00:00').start).toBe('2026-11-22T18:05:00')
})

test('two workouts of a day become one, in the order of time, with every set as it was', () => {
  const later: Workout = {
    v: 1, start: '2026-11-20T20:00:00', end: '2026-11-20T20:30:00', title: 'Arms', note: 'short',
    entries: [
      { id: 'c', order: 'a0', exercise: 'curl', group: 'A', sets: [{ id: 'c1', order: 'a0', reps: 10 }] },
      { id: 'd', order: 'a1', exercise: 'dip', group: 'A', sets: [] },
    ],
  }
  const [press] = PAST.entries
  if (!press) throw new Error('no entry')
  const earlier: Workout = { ...PAST, note: 'legs', entries: [{ ...press, group: 'A' }] }
  const joined = joinedWorkouts(later, earlier)
  expect(joined).toMatchObject({
    start: PAST.start, end: later.end, title: 'Arms', note: 'legs\nshort', source: { app: 'strong' },
  })
  expect(joined.entries.map(({ id, group }) => [id, group])).toEqual([['e', 'A'], ['c', 'B'], ['d', 'B']])
  const orders = joined.entries.map(({ order }) => order)
  expect(orders).toEqual([...orders].sort())
  expect(joined.entries[1]?.sets).toEqual(later.entries[0]?.sets)
  expect(joined).toEqual(joinedWorkouts(earlier, later))
})

test('two planned days, or two sessions of programs, stay two workouts', () => {
  const planned = { ...PAST, block: { id: 'b', week: 1, day: 1 } } as unknown as Workout
  expect(canJoin(planned, PAST)).toBe(true)
  expect(canJoin(planned, planned)).toBe(false)
})
