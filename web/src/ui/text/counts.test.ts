import { expect, test } from 'vitest'
import { grouped } from './words'

test('counts in messages have their comma, and one is one', () => {
  expect([1, 999, 6778].map(grouped)).toEqual([1, 999, '6,778'])
})
