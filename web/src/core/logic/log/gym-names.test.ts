import { expect, test } from 'vitest'
import { machineName } from './gym-names'

test.each([
  [{ name: 'Blue sled', gym: 'Keller' }, 'Blue sled, Keller'],
  [{ name: 'Keller', gym: 'Keller' }, 'Keller'],
  [{ name: 'keller press', gym: 'Keller' }, 'keller press'],
  [{ name: 'Kellermann', gym: 'Keller' }, 'Kellermann, Keller'],
  [{ name: 'Blue sled' }, 'Blue sled'],
  [{ gym: 'Keller' }, 'Keller'],
])('of %o the gym is said once: “%s”', (machine, words) => {
  expect(machineName(machine)).toBe(words)
})
