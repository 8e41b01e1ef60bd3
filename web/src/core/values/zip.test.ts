import { expect, test } from 'vitest'
import { crc32, zipped } from './zip'

const bytes = (text: string) => new TextEncoder().encode(text)

test('the checksum is the one of the standard’s check value', () =>
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926))
test('an empty zip is its 22 bytes of end record', () => expect(zipped([])).toHaveLength(22))
test('a member stands in it as it is, with its name before it', () => {
  const text = new TextDecoder('latin1').decode(zipped([{ name: 'a.txt', bytes: bytes('chalk') }]))
  expect(text.indexOf('PK\u0003\u0004')).toBe(0)
  expect(text.indexOf('a.txtchalk')).toBe(30)
  expect(text.match(/a\.txt/g)).toHaveLength(2)
})
