import { expect, test } from 'vitest'
import type { Workout } from '../../values/documents'
import { endOf, isBlank, isLeftOpen } from './left-open'

const START = '2026-12-01T18:00:00'
const set = (at = '') => ({ id: `s${at}`, order: 'a', reps: 8, ...(at ? { done_at: at } : {}) })

function workout(...sets: ReturnType<typeof set>[]): Workout {
  return { v: 1, start: START, offset: 0, entries: [{ id: 'e', order: 'a', exercise: 'back-squat', sets }] }
}
const at = (time: string) => new Date(`${time}Z`)
const ms = (time: string) => at(time).getTime()

test('a workout runs for three hours after its last set', () => {
  const trained = workout(set('2026-12-01T18:10:00'), set('2026-12-01T19:00:00'))
  expect(isLeftOpen(trained, ms('2026-12-01T22:00:00'))).toBe(false)
  expect(isLeftOpen(trained, ms('2026-12-01T22:00:01'))).toBe(true)
})

test('without a set it runs for three hours after its start', () => {
  expect(isLeftOpen(workout(), ms('2026-12-01T21:00:00'))).toBe(false)
  expect(isLeftOpen(workout(set()), ms('2026-12-01T21:00:01'))).toBe(true)
})

test('the zone where it began decides', () => {
  const inTokyo = { ...workout(set(START)), offset: 9 * 60 }
  expect(isLeftOpen(inTokyo, ms('2026-12-01T12:00:01'))).toBe(true)
  expect(isLeftOpen(inTokyo, ms('2026-12-01T11:59:00'))).toBe(false)
})

test('it ends now while it runs, and at its last set when it was left open', () => {
  const trained = workout(set('2026-12-01T19:00:00'))
  expect(endOf(trained, at('2026-12-01T19:05:00'))).toBe('2026-12-01T19:05:00')
  expect(endOf(trained, at('2026-12-09T08:00:00'))).toBe('2026-12-01T19:00:00')
  expect(endOf(trained, at('2026-12-01T17:00:00'))).toBe('2026-12-01T19:00:00')
})

test('a note or a set makes it worth keeping', () => {
  const [entry] = workout().entries
  expect(isBlank(workout())).toBe(true)
  expect(isBlank(workout(set()))).toBe(false)
  expect(isBlank({ ...workout(), note: 'Knee felt odd' })).toBe(false)
  expect(isBlank({ ...workout(), entries: entry ? [{ ...entry, note: 'Seat 4' }] : [] })).toBe(false)
})
