import { expect, test } from 'vitest'
import { rack } from '../rules/loads/plates'
import { dropped, ramp } from './warm-up'

const bar = rack({ plates: [20, 15, 10, 5, 2.5, 1.25], base: 20 })
const loads = (working: number, on = bar) => ramp(working, on, 2.5).map((step) => step.load)

test('a bar of 100 kg is reached over the empty bar, half, seven tenths and most of it', () =>
  expect(loads(100)).toEqual([20, 50, 70, 85]))
test('every step is a load that the plates make', () => expect(loads(102.5)).toEqual([20, 50, 72.5, 87.5]))
test('a light bar needs no ramp of four', () => expect(loads(30)).toEqual([20, 25]))
test('a stack gives its own marks', () =>
  expect(loads(60, rack({ stack: [7, 14, 21, 28, 35, 42, 49, 56, 63] }))).toEqual([28, 42, 49]))
test('repetitions fall while the load rises', () =>
  expect(ramp(180, rack({}), 2.5)).toEqual([
    { load: 90, reps: 8 }, { load: 125, reps: 5 }, { load: 152.5, reps: 3 },
  ]))
test('no load, no ramp', () => expect(loads(0)).toEqual([]))
test('dumbbells go in steps', () =>
  expect(ramp(30, null, 2.5).map((step) => step.load)).toEqual([15, 20, 25]))
test('a drop is about a fifth less, on a load that can be made', () => {
  expect(dropped(100, bar, 2.5)).toBe(80)
  expect(dropped(63, rack({ stack: [7, 14, 21, 28, 35, 42, 49, 56, 63] }), 2.5)).toBe(49)
  expect(dropped(2.5, null, 2.5)).toBe(0)
})
