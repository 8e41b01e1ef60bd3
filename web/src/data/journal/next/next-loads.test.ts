import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { SETTINGS_ID, type Workout } from '../../../core/values/documents'
import { useDb } from '../../store/db'
import { writeAll } from '../../store/store'
import { activeRuns, standing } from '../runs'
import { loadsOfDay, loadsOfSession, nextAfter } from './next-loads'

const LIFT = '01900000-0000-7000-8000-00000000ab01'
const TODAY = '2026-12-20'
let fresh = 0

const idOf = (n: number) => `01900000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`

/** Three sets of five, 2.5 kg more every third day. */
function session(n: number) {
  const load = { value: 50 + 2.5 * n, unit: 'kg' as const }
  const sets = ['a', 'b', 'c'].map((order) => ({ id: `${n}${order}`, order, reps: 5, load }))
  const start = `2026-12-${String(2 + 3 * n).padStart(2, '0')}T18:00:00`
  const body: Workout = {
    v: 1, start, end: start, entries: [{ id: `e${n}`, order: 'a', exercise: LIFT, sets }],
  }
  return { kind: 'workout' as const, id: idOf(n), body }
}

const slot = (low: number, high: number) =>
  ({ id: 'slot', exercise: LIFT, sets: 3, reps_low: low, reps_high: high, rir: 2 })

const sessions = Array.from({ length: 6 }, (_, n) => session(n))

beforeEach(async () => {
  useDb(`iron-test-next-loads-${fresh++}`)
  const own = {
    v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  }
  await writeAll([{ kind: 'exercise', id: LIFT, body: own }, ...sessions])
})

test('after a workout the next load follows the rhythm of the lifter', async () => {
  const loads = await nextAfter(idOf(5), session(5).body, TODAY)
  expect(loads.get(LIFT)?.brief).toBe('Next time: 65 kg for 5 reps.')
  expect(loads.get(LIFT)?.answer?.rule).toBe('up-own-steps')
})

test('an older workout says nothing of what comes next', async () => {
  expect(await nextAfter(idOf(3), session(3).body, TODAY)).toEqual(new Map())
})

test('a slot of the plan names the load for its own reps', async () => {
  const loads = await loadsOfDay([slot(5, 5)], false, TODAY)
  expect([loads.get('slot')?.load, loads.get('slot')?.answer?.reps_low]).toEqual(['65 kg', 5])
})

test('a deload week takes a tenth off and halves no sets twice', async () => {
  const coming = (await loadsOfDay([slot(5, 5)], true, TODAY)).get('slot')
  expect([coming?.load, coming?.answer?.sets]).toEqual(['55 kg', 3])
})

test('the running block says for which reps the next time is', async () => {
  const day = { id: 'd', date: '2026-12-22', name: 'Push', slots: [slot(8, 10)] }
  const body = { v: 1, name: 'Block', program: 'p', start: '2026-12-21', weeks: [{ id: 'w', days: [day] }] }
  await writeAll([{ kind: 'block', id: idOf(90), body }])
  const answer = (await nextAfter(idOf(5), session(5).body, TODAY)).get(LIFT)?.answer
  expect(answer?.reps_high).toBe(10)
})

test('who lifts by pounds is told a load that pound plates make', async () => {
  await writeAll([{ kind: 'settings', id: SETTINGS_ID, body: { v: 1, unit: 'lb' as const } }])
  const loads = await nextAfter(idOf(5), session(5).body, TODAY)
  expect(loads.get(LIFT)?.brief).toBe('Next time: 145 lb for 5 reps.')
})

/** A block whose first day asks for 8–10 reps tomorrow and whose second for 12–15 two days later. */
const twoDays = {
  v: 1, name: 'Block', program: 'p', start: '2026-12-14',
  weeks: [{
    id: 'w', days: [
      { id: 'd0', date: '2026-12-17', name: 'Heavy', slots: [slot(8, 10)] },
      { id: 'd1', date: '2026-12-19', name: 'Light', slots: [slot(12, 15)] },
    ],
  }],
}

test('a day of the block that was done does not come again; one that was broken off does', async () => {
  await writeAll([{ kind: 'block', id: idOf(90), body: twoDays }])
  const next = async (sets: number) => {
    const { kind, id, body } = session(5)
    const [entry] = body.entries
    if (!entry) throw new Error('A session has an entry.')
    const workout = {
      ...body, block: { id: idOf(90), day: 'd0' }, entries: [{ ...entry, sets: entry.sets.slice(0, sets) }],
    }
    await writeAll([{ kind, id, body: workout }])
    return (await nextAfter(id, workout, '2026-12-17')).get(LIFT)?.answer?.reps_high
  }
  expect(await next(3)).toBe(15)
  expect(await next(1)).toBe(10)
})

const program = (set: object) => ({
  format: 2, name: 'Presses', cycles: 4,
  lifts: [{ id: 'press', exercise: LIFT, keeps: 'training max', ask: 'training max' }],
  days: [{ name: 'Press', slots: [{ lift: 'press', sets: [set] }] }],
})
const running = (set: object) => {
  const text = program(set)
  const body = {
    v: 1, name: text.name, program: 'p', start: '2026-12-01', unit: 'kg' as const,
    asked: { press: 100 }, text,
  }
  return { kind: 'run' as const, id: idOf(91), body }
}

test('after a workout the running program says what comes next, before a block', async () => {
  const run = running({ count: 2, reps: 3, percent: 85 })
  await writeAll([{ kind: 'block', id: idOf(90), body: twoDays }, run])
  const load = (await nextAfter(idOf(5), session(5).body, '2026-12-17')).get(LIFT)
  expect(load?.brief).toBe('Next time: 85 kg for 3 reps.')
  expect(load?.answer?.sets).toBe(2)
})

test('where the program leaves the load to the engine, the engine names it', async () => {
  await writeAll([running({ count: 3, reps: [5, 8], load: 'engine' })])
  const [doc] = await activeRuns()
  if (!doc) throw new Error('The program runs.')
  const { targets } = await standing(doc)
  expect((await loadsOfSession(targets, 'kg', TODAY)).get('press')?.load).toBe('65 kg')
  await writeAll([running({ count: 3, reps: 5, percent: 80 })])
  const [other] = await activeRuns()
  if (!other) throw new Error('The program runs.')
  const known = (await loadsOfSession((await standing(other)).targets, 'kg', TODAY)).get('press')
  expect([known?.answer?.load_kg, known?.unlikely]).toEqual([80, 'under 1 in 10'])
  await writeAll([running({ count: 3, reps: 5, percent: 55 })])
  const [light] = await activeRuns()
  if (!light) throw new Error('The program runs.')
  expect((await loadsOfSession((await standing(light)).targets, 'kg', TODAY)).get('press')?.unlikely).toBe('')
})

const twice = {
  format: 2, name: 'Big', weeks: 2, cycles: 4,
  lifts: [{ id: 'press', exercise: LIFT, keeps: 'training max', ask: 'training max' }],
  days: [{
    name: 'Press',
    slots: [
      { lift: 'press', sets: [{ reps: 5, percent: 65 }, { reps: 5, percent: 85, amrap: true }] },
      { id: 'volume', lift: 'press', counts: false, sets: [{ count: 5, reps: 10, percent: 50 }] },
    ],
  }],
}

test('after a session of a program each slot says what the program asks for next', async () => {
  const body = {
    v: 1, name: twice.name, program: 'p', start: '2026-12-01', unit: 'kg' as const, asked: { press: 100 },
    text: twice,
  }
  const { kind, id, body: workout } = session(5)
  const [entry] = workout.entries
  if (!entry) throw new Error('A session has an entry.')
  const ran = {
    ...workout, run: { id: idOf(91), cycle: 1, week: 1, day: 0 },
    entries: [{ ...entry, slot: 'press' }, { ...entry, id: idOf(92), slot: 'volume' }],
  }
  await writeAll([{ kind: 'run', id: idOf(91), body }, { kind, id, body: ran }])
  const next = await nextAfter(id, ran, TODAY)
  expect([next.get(entry.id)?.brief, next.get(idOf(92))?.brief]).toEqual([
    'Next in the program (Press, week 2): 65 kg × 5, 85 kg × 5+.',
    'Next in the program (Press, week 2): 5 × 50 kg × 10.',
  ])
})
