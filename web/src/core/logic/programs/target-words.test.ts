import { expect, test } from 'vitest'
import type { Target } from '../../rules/programs/targets'
import { howWords } from './target-words'

const target = (more: Partial<Target>): Target => ({
  number: 1, load: 100, exact: 100, source: '', repsLow: 5, repsHigh: 5, amrap: false, cap: null,
  timed: false,
  rir: null, kind: 'working', rest: null, optional: false, minutes: null, velocityLoss: null, test: '',
  ...more,
})

test('a plain set needs no words, a special one says how it is done', () => {
  expect(howWords(target({}))).toBe('')
  expect(howWords(target({ kind: 'emom', minutes: 10 }))).toContain('every minute for 10 minutes')
  expect(howWords(target({ kind: 'cluster' }))).toMatch(/^Cluster: /)
  expect(howWords(target({ velocityLoss: 20 }))).toBe('End the set when a rep is 20 % slower than the first.')
  expect(howWords(target({ kind: 'back-off', velocityLoss: 20 }))).toMatch(/^Back-off set: .* 20 % slower/)
})
