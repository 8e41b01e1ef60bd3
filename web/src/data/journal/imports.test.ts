import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { useDb } from '../store/db'
import { shownSettings, writeAll } from '../store/store'
import { bringIn } from './imports'

let count = 0
beforeEach(() => useDb(`iron-test-imports-${count++}`))

function workout(day: number, unit: 'kg' | 'lb', source?: Workout['source']) {
  const body: Workout = {
    v: 1, start: `2026-11-${10 + day}T18:00:00`, end: `2026-11-${10 + day}T19:00:00`,
    ...(source ? { source } : {}),
    entries: [{
      id: 'e1', order: 'a0', exercise: 'back-squat',
      sets: [1, 2, 3].map((n) => ({ id: `s${n}`, order: `a${n}`, load: { value: 100, unit }, reps: 5 })),
    }],
  }
  return { kind: 'workout' as const, id: `01900000-0000-7000-8000-0000000000${10 + day}`, body }
}
const history = (unit: 'kg' | 'lb') => ({
  documents: [1, 2, 3].map((day) => workout(day, unit, { app: 'strong', import: 'i1' }))
    .map(({ kind, id, body }) => ({ kind, id, body: body as unknown as Record<string, unknown> })),
}) as unknown as Parameters<typeof bringIn>[0]

test('a history in pounds leaves a log in kilograms in kilograms', async () => {
  await writeAll([workout(9, 'kg')])
  await bringIn(history('lb'))
  expect((await shownSettings()).unit).toBe('kg')
})

test('who has not logged yet sees the unit of the history', async () => {
  await bringIn(history('lb'))
  expect((await shownSettings()).unit).toBe('lb')
})
