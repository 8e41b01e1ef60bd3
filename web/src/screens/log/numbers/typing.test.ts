import { expect, test } from 'vitest'
import { typeKey, typedNumber } from './typing'

const type = (keys: string, whole = false) =>
  [...keys].reduce((text, key) => typeKey(text, key === '<' ? 'Backspace' : key, whole), '')

test.each([
  ['187.5', '187.5'], ['187,5', '187.5'], ['0100', '100'], ['.5', '0.5'], ['1..5', '1.5'], ['12<5', '15'],
  ['1a2', '12'], ['<', ''], ['123456789', '1234567'],
])('the keys %s give %s', (keys, text) => expect(type(keys)).toBe(text))

test('whole numbers take no point', () => expect(type('1.5', true)).toBe('15'))

test('nothing typed is no number', () => {
  expect(typedNumber('')).toBeNull()
  expect(typedNumber('82.')).toBe(82)
})
