import { expect, test } from 'vitest'
import { dayByKey, dayNames, monthBy, trainedRegions, weeksOf } from './calendar'
import type { Workout } from '../values/documents'

test('November 2026 begins on a Sunday: in a Monday week it is the last day of its row', () => {
  expect(weeksOf('2026-11', 'monday')[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeksOf('2026-11', 'sunday')[0]?.[0]).toBe('2026-11-01')
})
test('every month of 70 years has all its days once, in weeks of seven', () => {
  for (let month = '1970-01'; month < '2040-01'; month = monthBy(month, 1)) {
    const weeks = weeksOf(month, 'saturday')
    const days = weeks.flat().filter((day) => day !== null)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(new Set(days).size).toBe(
      new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate(),
    )
  }
})
test('the names follow the week', () =>
  expect(dayNames('saturday').slice(0, 2)).toEqual(['Saturday', 'Sunday']))
test('arrows walk over the end of a month, pages stay inside it', () => {
  expect(dayByKey('2026-11-30', 'ArrowRight', 'monday')).toBe('2026-12-01')
  expect(dayByKey('2026-11-18', 'Home', 'monday')).toBe('2026-11-16')
  expect(dayByKey('2026-11-18', 'End', 'sunday')).toBe('2026-11-21')
  expect(dayByKey('2026-03-31', 'PageUp', 'monday')).toBe('2026-02-28')
  expect(dayByKey('2026-03-31', 'a', 'monday')).toBeNull()
})
test('a day is for the region with the most working sets', () => {
  const set = (id: string, kind?: 'warm-up') => ({ id, order: 'a0', reps: 10, ...(kind ? { kind } : {}) })
  const workout: Workout = {
    v: 1, start: '2026-11-20T18:00:00',
    entries: [
      { id: 'a', order: 'a0', exercise: 'row', sets: [set('1', 'warm-up'), set('2', 'warm-up'), set('3')] },
      { id: 'b', order: 'a1', exercise: 'leg-press-45', sets: [set('4'), set('5')] },
      { id: 'c', order: 'a2', exercise: 'nobody-knows', sets: [set('6')] },
    ],
  }
  expect(trainedRegions([workout], (id) => ({ row: 'back', 'leg-press-45': 'legs' })[id])).toEqual([
    'legs', 'back',
  ])
})
