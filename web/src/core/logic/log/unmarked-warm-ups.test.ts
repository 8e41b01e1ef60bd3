import { expect, test } from 'vitest'
import type { WorkoutSet } from '../../values/documents'
import { besideToday, easyToday } from './unmarked-warm-ups'

const sets = (...written: string[]): WorkoutSet[] => written.map((text, at) => {
  const [load, reps] = text.split(' × ').map(Number)
  return { id: `s${at}`, order: `a${at}`, load: { value: load ?? 0, unit: 'lb' }, reps: reps ?? 0 }
})
const texts = (all: readonly WorkoutSet[]) => all.map(({ load, reps }) => `${load?.value} × ${reps}`)
const BENCH = { meaning: 'barbell', baseKg: 0, curveK: 30 }
const LAST = sets('45 × 20', '135 × 15', '205 × 4', '245 × 5', '235 × 5', '230 × 4', '215 × 6')

test('unmarked warm-ups of last time do not stand beside the work of today', () => {
  expect(texts(besideToday(LAST, [], BENCH))).toEqual(['245 × 5', '235 × 5', '230 × 4', '215 × 6'])
  expect(texts(besideToday(LAST, sets('240 × 6'), BENCH))[0]).toBe('245 × 5')
})
test('who warms up unmarked again sees the same set of last time', () => {
  expect(besideToday(LAST, sets('45 × 15'), BENCH)).toBe(LAST)
})
test('straight sets and pyramids are work from the first set on', () => {
  const straight = sets('100 × 5', '100 × 5', '100 × 5')
  expect(besideToday(straight, [], BENCH)).toBe(straight)
  const pyramid = sets('80 × 12', '90 × 9', '100 × 6')
  expect(besideToday(pyramid, [], BENCH)).toBe(pyramid)
})
test('marked warm-ups stay where they are', () => {
  const marked = [{ ...LAST[0]!, kind: 'warm-up' as const }, ...LAST.slice(3)]
  expect(besideToday(marked, [], BENCH)).toBe(marked)
})
test('where body weight moves along, a small load says nothing about effort', () => {
  const dips = sets('5 × 8', '20 × 8', '40 × 6')
  expect(besideToday(dips, [], { ...BENCH, meaning: 'added' })).toBe(dips)
})
test('sets of today that only prepare the work are counted until the first that does more', () => {
  expect(easyToday(LAST, [], BENCH)).toBe(0)
  expect(easyToday(LAST, sets('45 × 15', '135 × 10'), BENCH)).toBe(2)
  expect(easyToday(LAST, sets('45 × 15', '240 × 5', '135 × 10'), BENCH)).toBe(1)
  expect(easyToday(sets('100 × 8', '100 × 8'), sets('60 × 8'), BENCH)).toBe(0)
})
