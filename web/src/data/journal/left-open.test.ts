import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { wallTime, zoneOffset } from '../store/ids'
import { useDb } from '../store/db'
import { openWorkouts, read, runningWorkout, write } from '../store/store'
import { getMeta, setMeta } from '../store/meta'
import { discard, startWorkout } from './log-edits'

const [OLD, NOW] = ['01900000-0000-7000-8000-000000000501', '01900000-0000-7000-8000-000000000502']
const HOUR_MS = 3_600_000
let fresh = 0

/** An open workout that began so many hours ago, with its sets done a quarter of an hour later. */
function begun(hours: number, reps: readonly number[], note = ''): Workout {
  const start = new Date(Date.now() - hours * HOUR_MS)
  const lastSet = wallTime(new Date(start.getTime() + HOUR_MS / 4))
  const sets = reps.map((count, at) => ({
    id: `s${at}`, order: `a${at}`, reps: count, done_at: lastSet, load: { value: 100, unit: 'kg' as const },
  }))
  return {
    v: 1, start: wallTime(start), offset: zoneOffset(start), ...(note ? { note } : {}),
    entries: [{ id: 'e', order: 'a0', exercise: 'back-squat', sets }],
  }
}

beforeEach(() => { useDb(`iron-test-left-open-${fresh++}`) })

test('a new workout starts although one was left open, which ends at its last set', async () => {
  await write('workout', OLD, begun(30, [8, 8]))
  expect(await runningWorkout()).toBeUndefined()
  const id = await startWorkout(['bench-press'])
  expect(id).not.toBe(OLD)
  const old = (await read('workout', OLD))?.body
  expect(old?.end).toBe(old?.entries[0]?.sets[0]?.done_at)
  expect(old?.entries[0]?.sets.map(({ reps }) => reps)).toEqual([8, 8])
  expect((await openWorkouts()).map((doc) => doc.id)).toEqual([id])
})

test('one that was left open without a set or a note goes', async () => {
  await write('workout', OLD, begun(30, []))
  await startWorkout(['bench-press'])
  expect(await read('workout', OLD)).toBeUndefined()
})

test('one with only a note ends where it began and keeps the note', async () => {
  await write('workout', OLD, begun(30, [], 'Gym was closed'))
  await startWorkout(['bench-press'])
  const old = (await read('workout', OLD))?.body
  expect(old?.note).toBe('Gym was closed')
  expect(old?.end).toBeDefined()
})

test('a workout that runs goes on instead of a new one', async () => {
  await write('workout', NOW, begun(1, [8]))
  await write('workout', OLD, begun(30, [8]))
  expect(await startWorkout(['bench-press'])).toBe(NOW)
  expect((await read('workout', OLD))?.body.end).toBeDefined()
  expect((await read('workout', NOW))?.body.end).toBeUndefined()
})

test('the choices of a workout that runs stay when one that was left open goes', async () => {
  const draft = { entry: 'e', choices: {} }
  await setMeta('draft', draft)
  await write('workout', NOW, begun(1, [8]))
  await write('workout', OLD, begun(30, []))
  await discard(OLD)
  expect(await getMeta('draft')).toEqual(draft)
  await discard(NOW)
  expect(await getMeta('draft')).toBeUndefined()
})
