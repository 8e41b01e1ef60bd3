import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { useDb } from '../store/db'
import { writeAll } from '../store/store'
import { workoutSummary } from './summarize'

const LIFT = '01900000-0000-7000-8000-00000000ab01'
const RUN = '01900000-0000-7000-8000-000000000291'
const idOf = (n: number) => `01900000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`

/** A heavy set of five in one slot, then a set of ten in another. */
function session(day: number, heavy: number, light: number): Workout {
  const start = `2026-12-${String(day).padStart(2, '0')}T18:00:00`
  const entry = (slot: string, reps: number, value: number) => ({
    id: `${day}${slot}`, order: slot, exercise: LIFT, slot,
    sets: [{ id: `${day}${slot}s`, order: 'a', reps, load: { value, unit: 'kg' as const } }],
  })
  return {
    v: 1, start, end: start, run: { id: RUN, cycle: 1, week: 1, day: 0 },
    entries: [entry('a-heavy', 5, heavy), entry('b-light', 10, light)],
  }
}

test('each slot of a program is compared with itself last time, not with the whole exercise', async () => {
  useDb('iron-test-summarize')
  const own = {
    v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  }
  const now = session(8, 110, 50)
  await writeAll([
    { kind: 'exercise', id: LIFT, body: own },
    { kind: 'workout', id: idOf(1), body: session(1, 100, 50) },
    { kind: 'workout', id: idOf(2), body: now },
  ])
  const { lines } = await workoutSummary(idOf(2), now, 0)
  expect(lines.map(({ before, now: done }) => [before?.volumeKg, done.volumeKg])).toEqual([
    [500, 550],
    [500, 500],
  ])
})
