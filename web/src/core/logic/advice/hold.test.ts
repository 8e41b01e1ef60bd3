import { expect, test } from 'vitest'
import { createHold, FINAL_MS, OPENING_MS } from './hold'

const PRESS = 'press, first set'

test('the first answer stands, whatever comes after it', () => {
  const hold = createHold<number>()
  expect(hold.settle(PRESS, () => undefined, 0)).toBeUndefined()
  expect(hold.settle(PRESS, () => 100, 40)).toBe(100)
  expect(hold.settle(PRESS, () => 105, 60)).toBe(100)
  expect(hold.settle(PRESS, () => undefined, 5000)).toBe(100)
})

test('a tenth of a second after the numbers of last time they are final, and stay', () => {
  const hold = createHold<number>()
  expect(FINAL_MS).toBe(100)
  expect(hold.settle(PRESS, () => undefined, 0)).toBeUndefined()
  expect(hold.settle(PRESS, () => undefined, 100)).toBeUndefined()
  expect(hold.settle(PRESS, () => 100, 101)).toBeNull()
  expect(hold.settle(PRESS, () => 100, 102)).toBeNull()
  expect(hold.settle(PRESS, () => 100, 60_000)).toBeNull()
})

test('an answer on the last millisecond still comes', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 100)).toBe(100)
})

test('while last time is being read there are no numbers, and no clock runs', () => {
  const hold = createHold<number>()
  expect(hold.settle(null, () => undefined, 0)).toBeUndefined()
  expect(hold.settle(null, () => 100, 5000)).toBeUndefined()
  expect(hold.settle(PRESS, () => undefined, 5010)).toBeUndefined()
  expect(hold.settle(PRESS, () => 100, 5110)).toBe(100)
})

test('what was final stays final while something is read again', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 200)).toBeNull()
  expect(hold.settle(null, () => 100, 300)).toBeUndefined()
  expect(hold.settle(PRESS, () => 100, 310)).toBeNull()
})

test('another question is answered anew, also after an answer that came too late', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  hold.settle(PRESS, () => 100, 300)
  expect(hold.settle('press, second set', () => 95, 400)).toBe(95)
})

test('nothing to say is an answer too', () => {
  const hold = createHold<number>()
  expect(hold.settle(PRESS, () => null, 0)).toBeNull()
  expect(hold.settle(PRESS, () => 20, 10)).toBeNull()
})

test('a standing answer is not worked out again', () => {
  const hold = createHold<number>()
  let times = 0
  const answer = () => { times += 1; return 100 }
  hold.settle(PRESS, answer, 0)
  hold.settle(PRESS, answer, 50)
  hold.settle(PRESS, answer, 500)
  expect(times).toBe(1)
})

test('only the first question after the app was opened has longer', () => {
  const hold = createHold<number>(OPENING_MS)
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 400)).toBe(100)
  hold.settle('press, second set', () => undefined, 5000)
  expect(hold.settle('press, second set', () => 95, 5101)).toBeNull()
})
