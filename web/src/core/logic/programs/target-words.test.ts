import { expect, test } from 'vitest'
import type { Target } from '../../rules/programs/targets'
import { targetWords } from '../../rules/programs/set-words'
import { howWords, slotName } from './target-words'

const target = (more: Partial<Target>): Target => ({
  number: 1, load: 100, exact: 100, source: { kind: 'fixed', of: '', percent: 100, extra: 0 }, repsLow: 5,
  repsHigh: 5, amrap: false, cap: null, timed: false,
  rir: null, kind: 'working', rest: null, optional: false, minutes: null, velocityLoss: null, every: null,
  test: '',
  ...more,
})

test('a plain set needs no words, a special one says how it is done', () => {
  expect(howWords(target({}))).toBe('')
  expect(howWords(target({ kind: 'emom', minutes: 10, every: 60 }))).toContain('every minute for 10 minutes')
  expect(howWords(target({ kind: 'cluster' }))).toMatch(/^Cluster: /)
  expect(howWords(target({ velocityLoss: 20 }))).toBe('End the set when a rep is 20 % slower than the first.')
  expect(howWords(target({ kind: 'back-off', velocityLoss: 20 }))).toMatch(/^Back-off set: .* 20 % slower/)
})

test('a set of an EMOM says how often it begins, a test that it is one, and what may be left out', () => {
  expect(howWords(target({ kind: 'emom', minutes: 10, every: 150 }))).toBe(
    'EMOM: begin a set every 150 seconds for 10 minutes; the time that is left is rest.',
  )
  expect(howWords(target({ test: '1rm', repsLow: 1 }))).toBe('Test: the most that you can lift for 1 rep.')
  expect(howWords(target({ optional: true }))).toBe('This set may be left out.')
})

test('a set is told with its cap and its reserve', () => {
  expect(targetWords(target({ amrap: true, cap: 12 }), 'kg')).toBe('100 kg × 5+ up to 12')
  expect(targetWords(target({ load: null, repsHigh: 8, rir: 2 }), 'kg')).toBe('5–8 RIR 2')
})

test('two slots of one name are told apart', () => {
  expect(slotName({ name: '', nth: 1 }, 'Deadlift')).toBe('Deadlift')
  expect(slotName({ name: '', nth: 2 }, 'Deadlift')).toBe('Deadlift (2)')
  expect(slotName({ name: 'Deadlift 5×10', nth: 1 }, 'Deadlift')).toBe('Deadlift 5×10')
})
