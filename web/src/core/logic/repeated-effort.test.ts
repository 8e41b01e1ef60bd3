import { expect, test } from 'vitest'
import type { Entry, WorkoutSet } from '../values/documents'
import { nextDraft } from './draft'

const set = (id: string, reps: number, rir: number): WorkoutSet =>
  ({ id, order: id, load: { value: 160, unit: 'kg' }, reps, rir })
const entry = (...sets: WorkoutSet[]): Entry => ({ id: 'e', order: 'a0', exercise: 'leg-press-45', sets })

test('the effort of last time comes with the numbers of last time', () => {
  expect(nextDraft(entry(), [set('a', 8, 1)])).toMatchObject({ reps: 8, rir: 1 })
  expect(nextDraft(entry(set('b', 8, 1)), [])).toMatchObject({ reps: 8, rir: 1 })
})

test('reps that the plan brings into its range have no effort yet', () => {
  const next = nextDraft(entry(), [set('a', 6, 0)], undefined, { reps_low: 8, reps_high: 10 })
  expect(next).toMatchObject({ reps: 8 })
  expect(next.rir).toBeUndefined()
})

test('effort of another day that is not what the plan asks for is not offered', () => {
  const plan = { reps_low: 8, reps_high: 10, rir: 2 }
  expect(nextDraft(entry(), [set('a', 8, 0)], undefined, plan).rir).toBeUndefined()
  expect(nextDraft(entry(), [set('a', 8, 2)], undefined, plan).rir).toBe(2)
  expect(nextDraft(entry(set('b', 8, 1)), [], undefined, plan).rir).toBe(1) // said today
})
