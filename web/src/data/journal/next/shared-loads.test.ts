import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { useDb } from '../../store/db'
import { write, writeAll } from '../../store/store'
import { dayLoads, loadsAfter } from './shared-loads'

const LIFT = '01900000-0000-7000-8000-00000000ab02'
const WORKOUT = '01900000-0000-7000-8000-000000000301'
const ADVICE = '01900000-0000-7000-8000-000000000302'
const TODAY = '2026-12-20'
const DAY = {
  day: { slots: [{ id: 'slot', exercise: LIFT, sets: 3, reps_low: 5, reps_high: 5, rir: 2 }] }, deload: false,
}
let fresh = 0

function trained(load: number) {
  const sets = ['a', 'b', 'c'].map((order) =>
    ({ id: order, order, reps: 5, rir: 2, load: { value: load, unit: 'kg' as const } }))
  const start = '2026-12-18T18:00:00'
  return { v: 1, start, end: start, entries: [{ id: 'e', order: 'a', exercise: LIFT, sets }] }
}

beforeEach(async () => {
  useDb(`iron-test-shared-loads-${fresh++}`)
  const own = {
    v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  }
  await writeAll([
    { kind: 'exercise', id: LIFT, body: own }, { kind: 'workout', id: WORKOUT, body: trained(60) },
  ])
})

test('two screens that show the same day get one answer, counted once', async () => {
  const first = dayLoads(DAY, TODAY)
  // The plan may come as another object after a change that is none of the day's.
  const second = dayLoads(structuredClone(DAY), TODAY)
  expect(second).toBe(first)
  expect((await first).get('slot')?.answer.reps_low).toBe(5)
})

test('another date, a deload week and another slot are other questions', () => {
  const first = dayLoads(DAY, TODAY)
  expect(dayLoads(DAY, '2026-12-21')).not.toBe(first)
  expect(dayLoads({ ...DAY, deload: true }, TODAY)).not.toBe(first)
  expect(dayLoads({ ...DAY, day: { slots: [] } }, TODAY)).not.toBe(first)
})

test('what loads do not depend on counts nothing again', async () => {
  const [day, after] = [dayLoads(DAY, TODAY), loadsAfter(WORKOUT, TODAY)]
  await Promise.all([day, after])
  await write('dismissal', ADVICE, { v: 1 })
  expect(dayLoads(DAY, TODAY)).toBe(day)
  expect(loadsAfter(WORKOUT, TODAY)).toBe(after)
})

test('a changed workout brings other loads, on the day and after the workout', async () => {
  const loads = async () =>
    [(await dayLoads(DAY, TODAY)).get('slot')?.load, (await loadsAfter(WORKOUT, TODAY)).get(LIFT)?.load]
  expect(await loads()).toEqual(['62.5 kg', '60 kg'])
  await write('workout', WORKOUT, trained(80))
  expect(await loads()).toEqual(['82.5 kg', '80 kg'])
})

test('a workout that is not here has nothing that comes after it', async () => {
  expect(await loadsAfter(ADVICE, TODAY)).toEqual(new Map())
})
