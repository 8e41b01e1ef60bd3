import { expect, test } from 'vitest'
import type { Draft } from '../../../core/logic/draft'
import type { MassUnit } from '../../../core/rules/loads/units'
import type { Advised } from './next-advice.svelte'
import { comingSet, lateSet, withAdvice, type Known } from './with-advice'

/** What `withAdvice` reads of an answer of the engine. */
function advised(load: number, reps_low: number, reps_high: number): Advised {
  return { load, numbers: null, solved: { answer: { reps_low, reps_high } } } as unknown as Advised
}

function draft(value: number, unit: MassUnit, reps: number): Draft {
  return { kind: 'working', side: 'both', setup: {}, reps, load: { value, unit } }
}

test('a load lifted in kilograms and said in pounds keeps the reps of last time', () => {
  const { load, reps } = withAdvice(draft(85, 'kg', 8), advised(187.5, 6, 10), 'lb')
  expect([load, reps]).toEqual([{ value: 187.5, unit: 'lb' }, 8])
})

test('a heavier load begins at the low end of the range', () => {
  const { load, reps } = withAdvice(draft(85, 'kg', 10), advised(190, 6, 10), 'lb')
  expect([load, reps]).toEqual([{ value: 190, unit: 'lb' }, 6])
})

test('a lighter load keeps reps that lie in the range', () => {
  expect(withAdvice(draft(85, 'kg', 8), advised(80, 6, 10), 'kg').reps).toBe(8)
  expect(withAdvice(draft(85, 'kg', 12), advised(80, 6, 10), 'kg').reps).toBe(10)
})

test('how hard a set was is repeated with its own numbers only', () => {
  const hard = (value: number, reps: number): Draft => ({ ...draft(value, 'kg', reps), rir: 0 })
  expect(withAdvice(hard(160, 8), advised(160, 8, 10), 'kg').rir).toBe(0)
  expect(withAdvice(hard(160, 6), advised(140, 8, 10), 'kg')).toEqual(draft(140, 'kg', 8))
  expect(withAdvice(hard(160, 7), advised(160, 8, 10), 'kg').rir).toBeUndefined()
})

/** Advice of a load for 8 to 10 reps that doubts everything from 500 on. */
function known(load: number | null, { isLate = false, isRepeated = true } = {}): Known {
  const answer = { load, numbers: null, solved: { answer: { reps_low: 8, reps_high: 10 } } }
  const doubt = ({ value }: { value: number }) => (value >= 500 ? 'A slip?' : null)
  return {
    advised: { ...answer, doubt } as unknown as Advised, isLate, isRepeated, unit: 'kg',
    marked: (value) => value,
  }
}

test('advice that comes late leaves the numbers of last time, and says what it would be', () => {
  const last = draft(85, 'kg', 8)
  const late = known(87.5, { isLate: true })
  expect(comingSet(last, null, late)).toEqual(last)
  expect(lateSet(last, last, late)).toEqual(draft(87.5, 'kg', 8))
  expect(lateSet(last, draft(87.5, 'kg', 8), late)).toBeNull()
})

test('advice in time is on the card and not said beside it', () => {
  const last = draft(85, 'kg', 8)
  expect(comingSet(last, null, known(87.5))).toEqual(draft(87.5, 'kg', 8))
  expect(lateSet(last, last, known(87.5))).toBeNull()
})

test('a load of another day that looks like a slip is not offered again where no advice replaces it', () => {
  const slip = draft(1000, 'kg', 8)
  const { load: _, ...withoutLoad } = slip
  expect(comingSet(slip, null, known(80, { isLate: true }))).toEqual(withoutLoad)
  expect(comingSet(slip, null, known(null))).toEqual(withoutLoad)
  expect(comingSet(slip, null, known(80)).load?.value).toBe(80)
})

test('what was done today is offered again, however heavy', () => {
  const heavy = draft(600, 'kg', 8)
  expect(comingSet(heavy, null, known(80, { isLate: true, isRepeated: false }))).toEqual(heavy)
})
