import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { blockFrom } from '../../../core/rules/plan/block-make'
import type { Block } from '../../../core/rules/plan/block'
import type { Body, Comment, Kind, Run, Workout } from '../../../core/values/documents'
import { indexed, lentName, openDb } from '../../store/db'
import type { Lent } from '../../store/meta'
import { countNeeds, needsOf } from './needs'

const LIFT = '01900000-0000-7000-8000-00000000ab01'
const LEGS = '01900000-0000-7000-8000-00000000ab02'
const TODAY = '2026-12-18' // a Friday
const QUIET = { isAway: false, questions: [], records: [] }
let share: Lent
let fresh = 0

const idOf = (n: number) => `01900000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`

async function put(...documents: [Kind, string, Body][]) {
  const journal = openDb(lentName(share.id), 'once')
  await journal.transaction(['documents'], async (on) => {
    for (const [kind, id, body] of documents)
      await on.documents.put(indexed({ kind, id, rev: 1, seq: 0, body }))
  })
  journal.close()
}

function workout(day: string, kg: number, reps: number, more: Partial<Workout> = {}): Workout {
  const set = { id: `${day}s`, order: 'a', reps, load: { value: kg, unit: 'kg' as const } }
  const start = `${day}T18:00:00`
  return {
    v: 1, start, end: start, entries: [{ id: `${day}e`, order: 'a', exercise: LIFT, sets: [set] }], ...more,
  }
}
const comment = (at: string, text: string, by?: string, offset?: number): Comment => ({
  v: 1, workout: idOf(1), text, at, ...(by ? { by, author: by } : {}),
  ...(offset === undefined ? {} : { offset }),
})
const needs = () => needsOf(share, 'bert-id', TODAY)

beforeEach(async () => {
  share = { id: `needs-${fresh++}`, owner: 'anna', what: ['training'], state: 'active', ends_at: null }
  await put(['exercise', LIFT, { v: 1, name: 'Floor press', load_meaning: 'barbell' } as Body])
})

test('a log with a workout of yesterday needs nothing', async () => {
  await put(['workout', idOf(1), workout('2026-12-17', 60, 5)])
  expect(await needs()).toEqual({ ...QUIET, days: 1 })
  expect(countNeeds(await needs())).toBe(0)
})

test('an empty log needs nothing', async () => {
  expect(await needs()).toEqual({ ...QUIET, days: null })
})

test('a training week without a workout is worth a look', async () => {
  await put(['workout', idOf(1), workout('2026-12-11', 60, 5)])
  expect(await needs()).toEqual({ ...QUIET, days: 7, isAway: true })
})

test('a record of the last week is named, one of the week before is not', async () => {
  await put(
    ['workout', idOf(1), workout('2026-12-01', 60, 5)], ['workout', idOf(2), workout('2026-12-08', 70, 5)],
    ['workout', idOf(3), workout('2026-12-14', 65, 5)],
  )
  expect((await needs()).records).toEqual([])
  await put(['workout', idOf(4), workout('2026-12-17', 75, 5)])
  expect((await needs()).records).toEqual([{ exercise: LIFT, name: 'Floor press' }])
})

test('an answer waits for the coach until he says something after it', async () => {
  await put(
    ['workout', idOf(1), workout('2026-12-17', 60, 5)],
    ['comment', idOf(11), comment('2026-12-17T20:00:00', 'Lower?', 'bert-id')],
    ['comment', idOf(12), comment('2026-12-17T21:00:00', 'How low?')],
    ['comment', idOf(13), comment('2026-12-17T22:00:00', 'Not mine', 'carl-id')],
  )
  expect((await needs()).questions).toEqual([
    { workout: idOf(1), text: 'How low?', at: '2026-12-17T21:00:00' },
  ])
  await put(['comment', idOf(14), comment('2026-12-18T08:00:00', 'To the stops', 'bert-id')])
  expect((await needs()).questions).toEqual([])
})

test('an answer from a zone where it is earlier in the day waits too: instants are compared', async () => {
  await put(
    ['workout', idOf(1), workout('2026-12-17', 60, 5)],
    ['comment', idOf(11), comment('2026-12-17T20:00:00', 'Lower?', 'bert-id', 60)],
    // An hour after the coach's word, in New York.
    ['comment', idOf(12), comment('2026-12-17T15:00:00', 'How low?', undefined, -300)],
  )
  expect((await needs()).questions).toEqual([
    { workout: idOf(1), text: 'How low?', at: '2026-12-17T15:00:00' },
  ])
  // The coach flew west: his clock reads less than the answer's, and he has answered.
  await put(['comment', idOf(13), comment('2026-12-17T14:30:00', 'To the stops', 'bert-id', -480)])
  expect((await needs()).questions).toEqual([])
})

test('where an offset is not known the times are compared as they read', async () => {
  await put(
    ['workout', idOf(1), workout('2026-12-17', 60, 5)],
    ['comment', idOf(11), comment('2026-12-17T20:00:00', 'Lower?', 'bert-id')],
    ['comment', idOf(12), comment('2026-12-17T15:00:00', 'How low?', undefined, -300)],
  )
  expect((await needs()).questions).toEqual([])
})

test('what the lifter answers to somebody else is no question to this coach', async () => {
  await put(
    ['workout', idOf(1), workout('2026-12-17', 60, 5)],
    ['comment', idOf(12), comment('2026-12-17T21:00:00', 'How low?')],
  )
  expect((await needs()).questions).toEqual([])
})

test('a planned day of this week that was not done is missed, once done it is not', async () => {
  const block = blockFrom('legs', {
    v: 1, name: 'Legs', weeks: 4,
    days: [0, 2].map((weekday) => ({
      weekday, name: `Day ${weekday}`,
      slots: [{ exercise: LIFT, sets: 1, reps_low: 5, reps_high: 8, rir: 2 }],
    })),
  }, TODAY)
  await put(['block', LEGS, block], ['workout', idOf(1), workout('2026-12-10', 60, 5)])
  expect(await needs()).toEqual({
    ...QUIET, days: 8, missed: { day: 'Day 2', date: '2026-12-16' },
  })
  const onDay = (day: string, id: string) => workout(day, 50, 5, { block: { id: LEGS, day: id } })
  await put(
    ['workout', idOf(2), onDay('2026-12-14', 'w0d0')], ['workout', idOf(3), onDay('2026-12-16', 'w0d1')],
  )
  expect((await needs()).missed).toBeUndefined()
  const paused: Block = { ...block, pauses: [{ id: 'p', from: '2026-12-17', cause: 'pain' }] }
  await put(['block', LEGS, paused])
  expect((await needs()).painSince).toBe('2026-12-17')
})

test('a session of a running program on weekdays that was not done is missed', async () => {
  const sets = [{ count: 3, reps: 5, kg: 60, lb: 135 }]
  const text = {
    format: 2, name: 'Fives', cycles: 8, schedule: 'weekdays',
    days: [{ name: 'A', weekday: 1, slots: [{ id: 'press', exercise: LIFT, sets }] }],
  }
  const run: Run = { v: 1, name: 'Fives', text, start: '2026-12-08', unit: 'kg' }
  await put(['run', LEGS, run], ['workout', idOf(1), workout('2026-12-09', 60, 5)])
  expect((await needs()).missed).toEqual({ day: 'A', date: '2026-12-15' })
  const onDay = (day: string, cycle: number) => workout(day, 60, 5, {
    run: { id: LEGS, cycle, week: 1, day: 0 },
    entries: [{
      id: 'e', order: 'a', exercise: LIFT, slot: 'press',
      sets: [{ id: 's', order: 'a', reps: 5, load: { value: 60, unit: 'kg' } }],
    }],
  })
  await put(['workout', idOf(2), onDay('2026-12-08', 1)], ['workout', idOf(3), onDay('2026-12-15', 2)])
  expect((await needs()).missed).toBeUndefined()
})

test('where training is not shared nothing is called missed', async () => {
  share = { ...share, what: ['plans'] }
  const block = blockFrom('legs', {
    v: 1, name: 'Legs', weeks: 4,
    days: [{ name: 'Heavy', slots: [{ exercise: LIFT, sets: 1, reps_low: 5, reps_high: 8, rir: 2 }] }],
  }, TODAY)
  await put(['block', LEGS, block])
  expect(await needs()).toEqual({ ...QUIET, days: null })
})

test('a stall that the server found is said with its sentence', async () => {
  const journal = openDb(lentName(share.id), 'once')
  const stall = { cause: 'plan', since: '2026-11-01', sentence: 'No progress for six weeks.' }
  const lines = { [`${LIFT}||both|`]: { stall } }
  await journal.snapshot.put({ key: 'growth:all', value: { snapshot: { lines } }, at: TODAY })
  journal.close()
  expect((await needs()).stall).toEqual({
    exercise: LIFT, name: 'Floor press', sentence: 'No progress for six weeks.',
  })
})
