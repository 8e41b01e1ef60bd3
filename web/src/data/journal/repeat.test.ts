import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { useDb } from '../store/db'
import { read, write } from '../store/store'
import { startWorkout } from './log-edits'
import { routine, saveRoutine } from './routines'

const PRESS = '01900000-0000-7000-8000-0000000000d1'
const own = {
  v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
}
/** As imports bring it: three sets lead up to the work, and none is marked as a warm-up. */
const PAST: Workout = {
  v: 1, start: '2023-12-17T17:43:00', end: '2023-12-17T18:30:00',
  entries: [{
    id: 'e1', order: 'a0', exercise: PRESS,
    sets: ([[20, 20], [60, 15], [92.5, 4], [110, 5], [107.5, 5], [105, 4], [97.5, 6]] as const).map(
      ([value, reps], at) => ({
        id: `s${at}`, order: `a${at}`, load: { value, unit: 'kg' as const }, reps,
      }),
    ),
  }],
}

vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))

let fresh = 0
beforeEach(async () => {
  useDb(`iron-test-repeat-${fresh++}`)
  await write('exercise', PRESS, own)
})

test('a workout is repeated with its work, not with the warm-ups that nobody marked', async () => {
  const id = await startWorkout(PAST)
  expect((await read('workout', id))?.body.entries[0]?.plan?.sets).toBe(4)
})
test('a routine made from a workout asks for the sets and reps of its work', async () => {
  const made = await routine(await saveRoutine(PAST))
  expect(made?.body.days[0]?.slots[0]).toMatchObject({ sets: 4, reps_low: 4, reps_high: 8 })
})
