import { expect, test } from 'vitest'
import type { Workout } from '../values/documents'
import { nextDraft } from './draft'
import { entriesOf, routineOf, setsWanted } from './routine'

const LEGS: Workout = {
  v: 1, start: '2026-11-20T18:05:00', end: '2026-11-20T19:10:00',
  entries: [
    { id: 'b', order: 'a1', exercise: 'plank', sets: [{ id: '4', order: 'a0', duration_s: 60 }] },
    {
      id: 'a', order: 'a0', exercise: 'leg-press-45', group: 'A', rest_s: 180,
      machine: { id: 'm', name: 'Panatta' },
      sets: [
        { id: '1', order: 'a0', kind: 'warm-up', reps: 15 },
        { id: '2', order: 'a1', reps: 12, setup: { foot_height: 'low' } },
        { id: '3', order: 'a2', reps: 10, setup: { foot_height: 'low' } },
      ],
    },
  ],
}

test('a workout becomes a program of one day with sets, reps, rest, group, machine and setup', () => {
  const [press, plank] = routineOf(LEGS, 'Legs').days[0]?.slots ?? []
  expect(press).toEqual({
    exercise: 'leg-press-45', sets: 2, reps_low: 10, reps_high: 14, rest_s: 180, group: 'A',
    machine: { id: 'm', name: 'Panatta' }, setup: { foot_height: 'low' },
  })
  expect(plank).toMatchObject({ exercise: 'plank', sets: 1, reps_low: 8, reps_high: 12 })
})
test('a routine starts as empty entries in its order, each with its aim', () => {
  let count = 0
  const entries = entriesOf(routineOf(LEGS, 'Legs').days[0]?.slots ?? [], () => String(++count))
  expect(entries.map((entry) => [entry.exercise, entry.group, entry.sets.length])).toEqual([
    ['leg-press-45', 'A', 0], ['plank', undefined, 0],
  ])
  expect(entries[0]?.plan).toEqual({ sets: 2, reps_low: 10, reps_high: 14, setup: { foot_height: 'low' } })
  expect(entries[0]?.order).toBe('a0')
})
test('an entry wants the sets of its plan, else those of last time, else nobody knows', () => {
  const [press] = inEntries()
  expect(press && setsWanted(press, [])).toBe(2)
  expect(
    setsWanted({ id: 'x', order: 'a0', exercise: 'row', sets: [] }, [{ id: '1', order: 'a0', reps: 8 }]),
  ).toBe(1)
  expect(setsWanted({ id: 'x', order: 'a0', exercise: 'row', sets: [] }, [])).toBeUndefined()
})
test('the setup of a plan is that of the first set; later sets follow the set before', () => {
  const [press] = inEntries()
  const carried = { id: '9', order: 'a0', reps: 10, setup: { foot_height: 'high', back_pad: 3 } }
  expect(press && nextDraft(press, [], carried, press.plan).setup).toEqual({
    foot_height: 'low', back_pad: 3,
  })
  const begun = press && {
    ...press, sets: [{ id: '1', order: 'a0', reps: 10, setup: { foot_height: 'middle' } }],
  }
  expect(begun && nextDraft(begun, [], carried, begun.plan).setup).toEqual({ foot_height: 'middle' })
})
test('a superset of a plan takes its setup too, and a deload says so', () => {
  const slot = {
    exercise: 'leg-press-45', sets: 2, reps_low: 8, reps_high: 10, group: 'A', setup: { foot_height: 'high' },
    deload: true,
  }
  expect(entriesOf([slot], () => 'id')[0]).toMatchObject({
    group: 'A', plan: { setup: { foot_height: 'high' }, deload: true },
  })
})
function inEntries() {
  return entriesOf(routineOf(LEGS, 'Legs').days[0]?.slots ?? [], () => 'id')
}
