import { expect, test } from 'vitest'
import type { WorkoutSet } from '../../core/values/documents'
import { amount, setText } from './amounts'
import { saidOf, seriesWords } from './words'
import { monthsBefore } from '../../core/values/moments'
import { ago, span } from './dates'

const set = (more: Partial<WorkoutSet>): WorkoutSet => ({ id: 's', order: 'a0', ...more })

test('20 kg on a pounds account reads 20 kg where it was lifted in kg', () => {
  const lifted = set({
    load: { value: 44.09245243697551, unit: 'lb' }, as_lifted: { value: 20, unit: 'kg' }, reps: 8,
  })
  expect(setText(lifted, 'kg')).toBe('20 kg × 8')
  expect(setText(lifted, 'lb')).toBe('20 kg × 8')
})
test('a load of the other unit reads in half pounds or tenths of a kilogram; a round one stays', () => {
  const lifted = (value: number, unit: 'kg' | 'lb') => set({ load: { value, unit }, reps: 10 })
  expect(setText(lifted(90, 'kg'), 'lb')).toBe('198.5 lb × 10')
  expect(setText(lifted(72.5, 'kg'), 'lb')).toBe('160 lb × 10')
  expect(setText(lifted(160, 'kg'), 'lb')).toBe('353 lb × 10')
  expect(setText(lifted(225, 'lb'), 'kg')).toBe('102.1 kg × 10')
  expect(setText(lifted(182.25, 'lb'), 'lb')).toBe('182.25 lb × 10') // as typed
  expect(amount(180, 'lb')).toBe('397')
})
test('float dust does not reach the screen', () => {
  expect(setText(set({ load: { value: 185.00000000000003, unit: 'kg' }, reps: 12 }), 'kg')).toBe(
    '185 kg × 12',
  )
})
test('timed and distance sets are told without reps', () => {
  expect(setText(set({ duration_s: 90 }), 'kg')).toBe('1:30')
  expect(setText(set({ distance: { value: 400, unit: 'm' }, duration_s: 61, reps: 0 }), 'kg')).toBe(
    '400 m · 1:01',
  )
})
test('a belt, help and the side of a hand are told', () => {
  const pull = set({ load: { value: 10, unit: 'kg' }, reps: 6 })
  expect(setText(pull, 'kg', saidOf('added'))).toBe('+10 kg × 6')
  expect(setText(pull, 'kg', saidOf('assistance'))).toBe('10 kg help × 6')
  const curls = [
    { side: 'left' as const, reps: 10 }, { side: 'right' as const, reps: 9 },
  ].map((fields) => set({ ...fields, load: { value: 12.5, unit: 'kg' } }))
  expect(seriesWords(curls, 'kg')).toBe('12.5 × 10 L · 9 R')
  expect(seriesWords(curls.slice(0, 1), 'kg')).toBe('12.5 × 10')
})
test('drop sets and rest-pause sets are told apart from working sets', () => {
  const row = (value: number, reps: number, kind?: 'drop' | 'rest-pause') =>
    set({ load: { value, unit: 'kg' }, reps, ...(kind ? { kind } : {}) })
  expect(seriesWords([row(140, 8), row(140, 8, 'drop'), row(112.5, 8, 'drop'), row(112.5, 9)], 'kg'))
    .toBe('140 × 8, drop 140 × 8, drop 112.5 × 8, 112.5 × 9')
  expect(seriesWords([row(40, 10), row(40, 3, 'rest-pause'), row(40, 9)], 'kg')).toBe('40 × 10 + 3 · 9')
  expect(seriesWords([row(40, 10), row(35, 3, 'rest-pause')], 'kg')).toBe('40 × 10, rest-pause 35 × 3')
})
test('a set without anything says so', () => expect(setText(set({}), 'kg')).toBe('empty set'))
test('headlines are whole, quarter steps stay', () => {
  expect(amount(204.6, 'kg', 'whole')).toBe('205')
  expect(amount(187.5, 'kg')).toBe('187.5')
  expect(amount(90.718474, 'lb')).toBe('200')
})
test('months before keep to days that exist', () => expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28'))
test('days ago in words, later the date', () => {
  expect(ago('2026-11-21T18:00:00', '2026-11-22')).toBe('yesterday')
  expect(ago('2026-06-02', '2026-11-22')).toBe('2 June')
})
test('a workout over midnight has its true length', () =>
  expect(span('2026-11-21T23:13:00', '2026-11-22T01:03:00')).toBe('1 h 50 min'))
