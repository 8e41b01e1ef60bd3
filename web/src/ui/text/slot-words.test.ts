import { expect, test } from 'vitest'
import { repRange, setsAsked } from './slot-words'

const asked = { sets: 3, reps_low: 8, reps_high: 12 }

test('an exercise that counts reps says their range', () => {
  expect(setsAsked(asked, ['load', 'reps'])).toBe('3 × 8–12')
  expect(setsAsked(asked, [])).toBe('3 × 8–12')
  expect(repRange(5, 5)).toBe('5')
})

test('a hold, a carry and a run say only how many sets', () => {
  expect(setsAsked(asked, ['duration'])).toBe('3 sets')
  expect(setsAsked({ ...asked, sets: 1 }, ['distance', 'duration'])).toBe('1 set')
})
