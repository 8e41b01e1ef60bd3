import { expect, test } from 'vitest'
import type { Summary } from '../../data/journal/sharing'
import { plainText } from './words'

const set = { id: 's', order: 'a', load: { value: 100, unit: 'kg' as const }, reps: 5 }
const summary = (record: boolean): Summary => ({
  workout: { v: 1, start: '2026-12-01T10:00:00', end: '2026-12-01T11:00:00', entries: [] },
  lines: [{ name: 'Back squat', meaning: 'barbell', sets: [set], best: set, record, note: '' }],
  sets: 1, volumeKg: 500, records: record ? ['Back squat'] : [],
})

test('a shared text says PR as the finish screen does, and calls a nameless workout by its weekday', () => {
  const text = plainText(summary(true), 'kg', false)
  expect(text).toContain('Tuesday workout\n')
  expect(text).toContain('Back squat: 100 kg × 5 (PR)')
  expect(text).toContain('1 set, 500 kg lifted')
  expect(text).toContain('PR in 1 exercise.')
  expect(plainText(summary(false), 'kg', false)).not.toContain('PR')
})

test('loads of a shared text are in the unit of the lifter, as in the history', () => {
  expect(plainText(summary(false), 'lb', false)).toContain('Back squat: 220.5 lb × 5')
})
