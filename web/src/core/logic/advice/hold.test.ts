import { expect, test } from 'vitest'
import { createHold, FINAL_MS, OPENING_MS, PENDING } from './hold'

const PRESS = 'press, first set'

const inTime = (answer: number | null) => ({ answer, isLate: false })
const late = (answer: number | null | undefined) => ({ answer, isLate: true })

test('the first answer stands, whatever comes after it', () => {
  const hold = createHold<number>()
  expect(hold.settle(PRESS, () => undefined, 0)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => 100, 40)).toEqual(inTime(100))
  expect(hold.settle(PRESS, () => 105, 60)).toEqual(inTime(100))
  expect(hold.settle(PRESS, () => undefined, 5000)).toEqual(inTime(100))
})

test('a tenth of a second after the numbers of last time they are final, and the answer comes late', () => {
  const hold = createHold<number>()
  expect(FINAL_MS).toBe(100)
  expect(hold.settle(PRESS, () => undefined, 0)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => undefined, 100)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => undefined, 101)).toEqual(late(undefined))
  expect(hold.settle(PRESS, () => 100, 5000)).toEqual(late(100))
  expect(hold.settle(PRESS, () => 105, 60_000)).toEqual(late(100))
})

test('an answer is late too where nobody asked between the limit and its coming', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 101)).toEqual(late(100))
})

test('an answer on the last millisecond still comes in time', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 100)).toEqual(inTime(100))
})

test('while last time is being read there are no numbers, and no clock runs', () => {
  const hold = createHold<number>()
  expect(hold.settle(null, () => undefined, 0)).toEqual(PENDING)
  expect(hold.settle(null, () => 100, 5000)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => undefined, 5010)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => 100, 5110)).toEqual(inTime(100))
})

test('what was late stays late while something is read again', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  expect(hold.settle(PRESS, () => 100, 200)).toEqual(late(100))
  expect(hold.settle(null, () => 100, 300)).toEqual(PENDING)
  expect(hold.settle(PRESS, () => 100, 310)).toEqual(late(100))
})

test('another question is answered anew, also after an answer that came too late', () => {
  const hold = createHold<number>()
  hold.settle(PRESS, () => undefined, 0)
  hold.settle(PRESS, () => 100, 300)
  expect(hold.settle('press, second set', () => 95, 400)).toEqual(inTime(95))
})

test('nothing to say is an answer too', () => {
  const hold = createHold<number>()
  expect(hold.settle(PRESS, () => null, 0)).toEqual(inTime(null))
  expect(hold.settle(PRESS, () => 20, 10)).toEqual(inTime(null))
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
  expect(hold.settle(PRESS, () => 100, 400)).toEqual(inTime(100))
  hold.settle('press, second set', () => undefined, 5000)
  expect(hold.settle('press, second set', () => 95, 5101)).toEqual(late(95))
})
