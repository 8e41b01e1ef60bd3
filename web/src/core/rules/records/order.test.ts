import { describe, expect, test } from 'vitest'
import { keyBetween } from './order'

describe('order keys', () => {
  test.each([
    [null, null, 'a0'],
    ['a0', null, 'a1'],
    [null, 'a0', 'Zz'],
    ['a0', 'a1', 'a0V'],
    ['a0V', 'a1', 'a0l'],
    ['az', null, 'b00'],
    ['b99', null, 'b9A'],
    ['Zz', 'a0', 'ZzV'],
    ['a0', 'a0V', 'a0G'],
  ])('between %s and %s lies %s', (before, after, key) => {
    expect(keyBetween(before, after)).toBe(key)
  })

  test('a thousand insertions at the same place stay in order', () => {
    let high = keyBetween('a0', null)
    for (let i = 0; i < 1000; i++) {
      const between = keyBetween('a0', high)
      expect('a0' < between && between < high).toBe(true)
      high = between
    }
  })

  test('a thousand keys in a row are in order', () => {
    let key = keyBetween(null, null)
    for (let i = 0; i < 1000; i++) {
      const next = keyBetween(key, null)
      expect(key < next).toBe(true)
      key = next
    }
  })

  test('a new item finds its place after whatever another program wrote', () => {
    for (const key of ['', 'a', 'a00', 'a1dfd77a0', '2nd', 'ä']) {
      const after = keyBetween(key, null)
      expect(key < after).toBe(true)
      expect(after < keyBetween(after, null)).toBe(true)
    }
  })

  test('nothing is put before a key of another program', () => {
    expect(() => keyBetween('2nd', 'a1')).toThrow(/“2nd” is not an order key/)
  })

  test('neighbours in the wrong order are refused', () => {
    expect(() => keyBetween('a1', 'a0')).toThrow(/not in order/)
  })
})
