import { expect, test } from 'vitest'
import { platesBody, platesOf, sizesOffered, withWeights } from './weights'

test('one weight, or a row of equal steps, joins a list once', () => {
  expect(withWeights([20], '12,5', '', '')).toEqual([20, 12.5])
  expect(withWeights([4], '2', '8', '2')).toEqual([4, 2, 6, 8])
  expect(withWeights([], '2', '3', '0.25')).toEqual([2, 2.25, 2.5, 2.75, 3])
})

test.each([
  ['2', '30', '0'], ['30', '2', '2'], ['ten', '', ''], ['-5', '', ''], ['1', '1000', '1'], ['0', '', ''],
  ['', '', ''], ['2', '30', ''],
])('from “%s” to “%s” in steps of “%s” is no weight', (from, to, step) => {
  expect(withWeights([], from, to, step)).toBeNull()
})

test('a list holds a hundred weights at most', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => at + 1)
  expect(withWeights(hundred, '50', '', '')).toHaveLength(100)
  expect(withWeights(hundred, '101', '', '')).toBeNull()
})

test('counted plates keep their pairs, and one that nobody counted has a single pair', () => {
  const counted = platesOf({ '25': 2, '10': 4 })
  expect(counted).toEqual({ sizes: [10, 25], pairs: { '25': 2, '10': 4 } })
  expect(platesBody({ sizes: [5, 25], pairs: { '25': 2, '10': 4 } })).toEqual({ '25': 2, '5': 1 })
  expect(platesBody({ sizes: [5, 25], pairs: null })).toEqual([25, 5])
  expect(platesOf([])).toBeNull()
})

test('the lifter’s own sizes are offered among the usual ones', () => {
  expect(sizesOffered('lb', [12])).toEqual([100, 45, 35, 25, 12, 10, 5, 2.5, 1.25])
})
