import { expect, test } from 'vitest'
import type { Draft } from '../../../core/logic/draft'
import type { MassUnit } from '../../../core/rules/loads/units'
import type { Advised } from './next-advice.svelte'
import { withAdvice } from './with-advice'

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
