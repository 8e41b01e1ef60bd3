import { expect, test } from 'vitest'
import { inLine } from './in-line'

test('parts stand beside each other, and what is empty is left out', () => {
  expect(inLine(['Keller', '', null, undefined, false, 'seat 4'])).toBe('Keller · seat 4')
  expect(inLine([])).toBe('')
})
