import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { useDb } from '../store/db'
import { edit, read, remove, write } from '../store/store'
import { mergePast } from './past-workouts'

const [MORNING, EVENING] = ['01900000-0000-7000-8000-000000000401', '01900000-0000-7000-8000-000000000402']
let fresh = 0

const set = (id: string) => ({ id, order: id, reps: 8, load: { value: 100, unit: 'kg' as const } })
const workout = (hour: string, entry: string, sets: string[]): Workout => ({
  v: 1, start: `2026-11-28T${hour}:00:00`, end: `2026-11-28T${hour}:50:00`,
  entries: [{ id: entry, order: 'a0', exercise: 'back-squat', sets: sets.map(set) }],
})
const setsOf = (body: Workout | undefined) => body?.entries.flatMap((entry) => entry.sets.map(({ id }) => id))

beforeEach(async () => {
  useDb(`iron-test-past-${fresh++}`)
  await write('workout', MORNING, workout('09', 'e1', ['a']))
  await write('workout', EVENING, workout('18', 'e2', ['b']))
})

test('two workouts of a day become one with every set, and the undo gets both as they were', async () => {
  const before = await mergePast(MORNING, EVENING)
  expect(setsOf((await read('workout', MORNING))?.body)).toEqual(['a', 'b'])
  expect(await read('workout', EVENING)).toBeUndefined()
  expect(before?.map(setsOf)).toEqual([['a'], ['b']])
})

test('a set that another tab adds while two workouts are merged is in the merged one', async () => {
  const added = edit('workout', EVENING, (body) => ({
    ...body, entries: body.entries.map((entry) => ({ ...entry, sets: [...entry.sets, set('c')] })),
  }))
  await Promise.all([mergePast(MORNING, EVENING), added])
  expect(setsOf((await read('workout', MORNING))?.body)).toEqual(['a', 'b', 'c'])
})

test('a set that another tab adds to a workout that is being merged away is refused, not lost ' +
  'unsaid', async () => {
  const merging = mergePast(MORNING, EVENING)
  const added = edit('workout', EVENING, (body) => ({ ...body, entries: [] }))
  await expect(added).rejects.toThrow('deleted meanwhile')
  await merging
  expect(setsOf((await read('workout', MORNING))?.body)).toEqual(['a', 'b'])
})

test('a workout that was deleted meanwhile is not merged, and the other one stays', async () => {
  await remove('workout', EVENING)
  await expect(mergePast(MORNING, EVENING)).rejects.toThrow('deleted meanwhile')
  expect(setsOf((await read('workout', MORNING))?.body)).toEqual(['a'])
})
