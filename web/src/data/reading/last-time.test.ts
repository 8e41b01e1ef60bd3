import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { lineOf } from '../../core/rules/history/lines'
import { useDb } from '../store/db'
import { workouts, workoutsWith, writeAll } from '../store/store'
import { lastTime } from './last-time'

const PRESS = 'leg-press-45'
const SPLITTING = ['stance']
const NOW = { id: 'now', start: '2026-12-24T18:00:00', offset: 60 }
let fresh = 0

function workout(n: number, start: string, offset: number, stance: string) {
  const entry = {
    id: `e${n}`, order: 'a', exercise: PRESS,
    sets: [
      {
        id: `s${n}`, order: 'a', reps: n, load: { value: 100, unit: 'kg' as const }, setup: { stance },
      },
    ],
  }
  const body: Workout = { v: 1, start, end: start, offset, entries: [entry] }
  return {
    kind: 'workout' as const, id: `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`, body,
  }
}

/** So many workouts on another line in December, newer than the two of the journey. */
const newer = (count: number) =>
  Array.from({ length: count }, (_, n) => workout(30 + n, `2026-12-${10 + n}T18:00:00`, 60, 'wide'))

// Kiritimati (UTC+14) at 9, flown over the date line: Honolulu (UTC-10) at 8 of the same day, 23 hours later.
const before = workout(1, '2026-11-10T09:00:00', 14 * 60, 'narrow')
const after = workout(2, '2026-11-10T08:00:00', -10 * 60, 'narrow')

beforeEach(() => { useDb(`iron-test-last-time-${fresh++}`) })

test.each([0, 1, 6, 7, 8, 15])(
  '“Last time” is the later instant, with %i newer workouts before it', async (count) => {
    await writeAll([before, after, ...newer(count)])
    const key = lineOf(
      { id: 'e', order: 'a', exercise: PRESS, sets: [] },
      { id: 's', order: 'a', setup: { stance: 'narrow' } }, SPLITTING
    )
    const last = await lastTime(key, PRESS, SPLITTING, NOW)
    expect(last?.sets.map((set) => set.reps)).toEqual([2])
  },
)

test('pages are in the order of time and hold each workout once', async () => {
  const all = [before, after, ...newer(14)]
  await writeAll(all)
  const pages = []
  for (let offset = 0; offset < 16; offset += 3)
    pages.push(...(await workoutsWith(PRESS, { limit: 3, offset })).map((doc) => doc.id))
  expect(pages).toEqual([...newer(14).reverse(), after, before].map((doc) => doc.id))
})

test('the newest workout is the latest in time', async () => {
  await writeAll([before, after])
  expect((await workouts({ limit: 1 })).map((doc) => doc.id)).toEqual([after.id])
})
