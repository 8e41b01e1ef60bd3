import { expect, test } from 'vitest'
import { elapsedS, momentOf, wallTimeIn } from './moments'

test('a wall time with its offset is one moment, in every zone of the device', () => {
  expect(momentOf('2026-11-28T18:00:00', 60)).toBe(Date.UTC(2026, 10, 28, 17))
  expect(momentOf('2026-11-28T18:00:00', -480)).toBe(Date.UTC(2026, 10, 29, 2))
})

test('a moment in the zone of the workout, wherever the device is by now', () => {
  expect(wallTimeIn(new Date(Date.UTC(2026, 10, 28, 17)), 60)).toBe('2026-11-28T18:00:00')
  expect(wallTimeIn(new Date(Date.UTC(2026, 10, 28, 23, 30)), 60)).toBe('2026-11-29T00:30:00')
})

test('the autumn hour: a workout from 2:50 summer time to 2:10 winter time took 20 minutes and does not ' +
  'end before its start', () => {
  const workout = { start: '2026-10-25T02:50:00', offset: 120 }
  const end = new Date(Date.UTC(2026, 9, 25, 1, 10))
  expect(elapsedS(workout, end.getTime())).toBe(20 * 60)
  expect(wallTimeIn(end, workout.offset)).toBe('2026-10-25T03:10:00')
})

test('a flight west: the time since the start goes on', () => {
  const workout = { start: '2026-11-28T18:00:00', offset: 540 }
  expect(elapsedS(workout, Date.UTC(2026, 10, 28, 10))).toBe(3600)
})

test('a clock that was set back before the start shows zero', () => {
  expect(elapsedS({ start: '2026-11-28T18:00:00', offset: 60 }, Date.UTC(2026, 10, 28, 12))).toBe(0)
})
