import { describe, expect, test } from 'vitest'
import type { Entry, WorkoutSet } from '../../../core/values/documents'
import type { ExerciseRow } from '../../../data/reading/names.svelte'
import { comingOf } from './coming'
import { createHand, createTaken, entryOf, NO_SETS, placeOf, type Read, type Taken } from './hand'

const NOTHING_TAKEN: Taken = { entryId: null, choices: {} }

function setAt(id: string, time: string, more: Partial<WorkoutSet> = {}): WorkoutSet {
  return { id, order: id, kind: 'working', load: { value: 60, unit: 'kg' }, reps: 8, done_at: time, ...more }
}

function entry(id: string, ...sets: WorkoutSet[]): Entry {
  return { id, order: id, exercise: 'bench-press', sets }
}

const BENCH: ExerciseRow = {
  id: 'bench-press', name: 'Bench press', aliases: [], log: ['load', 'reps'], load_meaning: 'barbell',
  equipment: 'Barbell', primary: ['chest'], guide: true, own: false,
}

function read(of: Entry | undefined, more: Partial<Read> = {}): Read {
  return {
    place: placeOf(of, NOTHING_TAKEN, NO_SETS, []), settings: undefined, machine: undefined, gym: undefined,
    unit: 'kg', before: NO_SETS, last: null, file: undefined, find: () => BENCH, ...more,
  }
}

describe('the entry in hand', () => {
  const first = entry('a', setAt('1', '2026-12-01T18:00:00'))
  const second = entry('b', setAt('2', '2026-12-01T18:10:00'))
  const running = { v: 1, start: '2026-12-01T17:55:00', entries: [first, second] } as const

  test('is the one that was taken', () => {
    expect(entryOf({ entryId: 'a', choices: {} }, { ...running, entries: [first, second] }, [first, second]))
      .toBe(first)
  })

  test('is the one with the newest set where none was taken', () => {
    expect(entryOf(NOTHING_TAKEN, { ...running, entries: [first, second] }, [first, second])).toBe(second)
  })

  test('is the first one of a workout that is over', () => {
    const over = { ...running, entries: [first, second], end: '2026-12-01T19:00:00' }
    expect(entryOf(NOTHING_TAKEN, over, [first, second])).toBe(first)
  })
})

test('what was taken stays the same value while the state changes around it', () => {
  const takenOf = createTaken()
  const choices = {}
  const before = takenOf({ entryId: 'a', choices })
  expect(takenOf({ entryId: 'a', choices })).toBe(before)
  expect(takenOf({ entryId: 'b', choices })).not.toBe(before)
})

describe('what can be loaded', () => {
  test('stays the same value after a set', () => {
    const handOf = createHand()
    const { rack } = handOf(read(entry('a')))
    expect(rack?.base).toBe(20)
    expect(handOf(read(entry('a', setAt('1', '2026-12-01T18:00:00')))).rack).toBe(rack)
  })

  test('follows the bar that the lifter says', () => {
    const handOf = createHand()
    const { rack } = handOf(read(entry('a')))
    const lighter = handOf(read({ ...entry('a'), bar: { value: 15, unit: 'kg' } })).rack
    expect(lighter).not.toBe(rack)
    expect(lighter?.base).toBe(15)
  })
})

test('the next set repeats the last one of today, and a touched load wins', () => {
  const trained = entry('a', setAt('1', '2026-12-01T18:00:00'))
  const touched: Taken = {
    entryId: 'a', choices: { a: { touched: { load: { value: 62.5, unit: 'kg' } }, detour: null } },
  }
  const guidance = {
    programmed: null, advised: null, isLate: false, unit: 'kg', before: NO_SETS, splitting: [],
  } as const
  const repeated = comingOf(createHand()(read(trained)), guidance)
  expect([repeated.draft?.load?.value, repeated.draft?.reps]).toEqual([60, 8])
  const place = placeOf(trained, touched, NO_SETS, [])
  const chosen = comingOf(createHand()(read(trained, { place })), guidance)
  expect([chosen.draft?.load?.value, chosen.draft?.reps]).toEqual([62.5, 8])
})

test('unmarked warm-ups of today come on top of the sets that are planned', () => {
  const guidance = {
    programmed: null, advised: null, isLate: false, unit: 'kg', before: NO_SETS, splitting: [],
  } as const
  const then = ([[20, 20], [60, 15], [110, 5], [110, 5]] as const).map(([value, reps], at) =>
    setAt(`l${at}`, `2026-11-24T18:0${at}:00`, { load: { value, unit: 'kg' }, reps }))
  const last: Partial<Read> = { last: { key: '', sets: then, start: '2026-11-24T17:55:00' } }
  const planned = (...sets: WorkoutSet[]) =>
    comingOf(createHand()(read({ ...entry('a', ...sets), plan: { sets: 2 } }, last)), guidance).planned
  const light = setAt('1', '2026-12-01T18:00:00', { load: { value: 40, unit: 'kg' } })
  const heavy = setAt('2', '2026-12-01T18:05:00', { load: { value: 105, unit: 'kg' }, reps: 5 })
  expect(planned()).toBe(2)
  expect(planned(light)).toBe(3)
  expect(planned(light, heavy)).toBe(3)
  expect(planned(heavy)).toBe(2)
})
