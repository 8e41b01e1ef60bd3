import { expect, test } from 'vitest'
import { ClockJumps } from './clock-jumps'

const HOUR = 3_600_000
const AT = Date.UTC(2026, 9, 25, 0, 30)

test('two clocks that run together are not a jump, whatever the time zone does', () => {
  const clocks = new ClockJumps(AT, 1_000)
  // The autumn hour changes what the wall shows, not the number of seconds since 1970.
  expect(clocks.since(AT + HOUR, 1_000 + HOUR, false)).toBe(0)
})

test('a clock that is set back or forward is a jump by that much', () => {
  expect(new ClockJumps(AT, 0).since(AT + 250 - HOUR, 250, false)).toBe(-HOUR)
  expect(new ClockJumps(AT, 0).since(AT + 250 + HOUR, 250, false)).toBe(HOUR)
})

test('a device that slept with the page hidden is not a jump, though the monotonic clock stood still', () => {
  expect(new ClockJumps(AT, 0).since(AT + 90_000, 500, true)).toBe(0)
})

test('a clock that is behind was set, also while the page was hidden', () => {
  expect(new ClockJumps(AT, 0).since(AT - HOUR, 60_000, true)).toBe(-HOUR - 60_000)
})

test('each jump is told once', () => {
  const clocks = new ClockJumps(AT, 0)
  expect(clocks.since(AT + HOUR, 250, false)).toBe(HOUR - 250)
  expect(clocks.since(AT + HOUR + 250, 500, false)).toBe(0)
})
