import { expect, test } from 'vitest'
import { loadShown } from './load-shown'

const set = { id: 's', order: 'a0' }

test('a load typed in the unit of the lifter is the number that he typed', () => {
  expect(
    loadShown({ ...set, load: { value: 52.16, unit: 'kg' } }, 'kg')
  ).toEqual({ value: 52.16, unit: 'kg' })
})
test('pounds that were kilograms in between read without their dust', () => {
  const load = { value: 242.508488, unit: 'lb' as const }
  expect(loadShown({ ...set, load }, 'lb')).toEqual({ value: 242.5, unit: 'lb' })
})
test('kilograms of a lifter of pounds read as the pounds that were stored', () => {
  expect(loadShown({ ...set, load: { value: 195.04, unit: 'kg' } }, 'lb')).toEqual({ value: 430, unit: 'lb' })
})
test('what was surely lifted in the other unit reads as it was on the bar', () => {
  const lifted = {
    ...set, load: { value: 44.09245243697551, unit: 'lb' as const },
    as_lifted: { value: 20, unit: 'kg' as const },
  }
  expect(loadShown(lifted, 'lb')).toEqual({ value: 20, unit: 'kg' })
})
test('a set without a load has none', () => {
  expect(loadShown(set, 'kg')).toBeNull()
})
