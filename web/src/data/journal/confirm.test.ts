import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { read, write } from '../store/store'
import { confirmSets } from './confirm'

const ID = '00000000-0000-7000-9000-000000000001'
const WORKOUT: Workout = {
  v: 1, start: '2026-11-22T18:00:00', end: '2026-11-22T19:00:00',
  entries: [{
    id: 'e', order: 'a0', exercise: 'bench-press', sets: [
      { id: 's1', order: 'a0', load: { value: 100, unit: 'kg' }, reps: 8 },
      { id: 's2', order: 'a1', load: { value: 1000, unit: 'kg' }, reps: 8 },
    ],
  }],
}

test('the set that was asked about is confirmed, no other, and it can be taken back', async () => {
  await write('workout', ID, WORKOUT)
  const flags = async () => (await read('workout', ID))?.body.entries[0]?.sets.map((set) => set.flags ?? [])
  const undo = await confirmSets('bench-press', { date: '2026-11-22', load: 1000, reps: 8 })
  expect(await flags()).toEqual([[], ['confirmed']])
  await undo?.()
  expect(await flags()).toEqual([[], []])
  expect(await confirmSets('bench-press', { date: '2026-11-22', load: 900, reps: 8 })).toBeNull()
})
