import { expect, test } from 'vitest'
import type { Headline } from '../../core/logic/headline'
import { changeWords, headlineWords } from './headline-words'

const of = (kind: Headline['kind'], value: number, more: Partial<Headline> = {}): Headline => ({
  kind, value, meaning: 'barbell', day: '2026-11-02', atLeast: false, series: [['2026-11-02', value]],
  change: null, ...more,
})
const textOf = (headline: Headline, unit: 'kg' | 'lb' = 'kg') => {
  const { number, after } = headlineWords(headline, unit)
  return `${number} ${after}`
}

test('a load is said as the exercise counts it', () => {
  expect(textOf(of('ten', 82.3))).toBe('82 kg for 10 reps')
  expect(textOf(of('ten', 16.4, { meaning: 'added' }))).toBe('+16 kg for 10 reps')
  expect(textOf(of('ten', -2.2, { meaning: 'added' }))).toBe('2 kg of help for 10 reps')
  expect(textOf(of('ten', 0.2, { meaning: 'added' }))).toBe('Body weight for 10 reps')
  expect(textOf(of('ten', 20, { meaning: 'assistance' }), 'lb')).toBe('44 lb of help for 10 reps')
})

test('a bound says on which side of it the lifter is', () => {
  expect(textOf(of('ten', 82.3, { atLeast: true }))).toBe('≥ 82 kg for 10 reps')
  expect(textOf(of('ten', 20, { atLeast: true, meaning: 'assistance' }))).toBe('≤ 20 kg of help for 10 reps')
})

test('what has no 10RM has a number of its own', () => {
  expect(textOf(of('reps', 8, { meaning: 'added' }))).toBe('8 reps at body weight')
  expect(textOf(of('reps', 1))).toBe('1 rep')
  expect(textOf(of('duration', 95))).toBe('1:35 longest')
  expect(textOf(of('distance', 5000, { distanceUnit: 'km' }))).toBe('5 km, farthest')
  expect(textOf(of('pace', 1000 / 312, { distanceUnit: 'km' }))).toBe('5:12 per km')
  expect(textOf(of('pace', 4, { distanceUnit: 'm' }))).toBe('2:05 per 500 m')
  expect(textOf(of('carry', 32), 'lb')).toBe('71 lb carried')
})

test('the change is that of the two numbers as they are read', () => {
  expect(changeWords(of('pace', 4, { distanceUnit: 'm', change: 4 - 500 / 130 }), 'kg')).toBe('−0:05')
  expect(changeWords(of('carry', 32, { change: 8 }), 'kg')).toBe('+8 kg')
  expect(changeWords(of('distance', 6000, { distanceUnit: 'km', change: 1000 }), 'kg')).toBe('+1 km')
})
