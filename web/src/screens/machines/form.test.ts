import { expect, test } from 'vitest'
import type { Machine } from '../../core/values/documents'
import { blank, toForm, toMachine } from './form'

const SLED: Machine = {
  v: 1, name: 'Panatta', exercise: 'leg-press-45', gym: 'Keller', unit: 'lb', base_kg: 55, base_known: false,
  angle_deg: 45, plates: { '45': 4, '25': 2 }, sides: 2,
}

test('a machine that is opened and saved unchanged is the same machine', () => {
  expect(toMachine(toForm(SLED), SLED)).toEqual(SLED)
})

test('keys that this app does not know stay', () => {
  const future = { ...SLED, rails: 'oiled' } as Machine
  expect(toMachine(toForm(future), future)).toMatchObject({ rails: 'oiled' })
})

test('a base typed in pounds is kept in kilograms', () => {
  const saved = toMachine({ ...toForm(SLED), base: '100', baseKnown: true }, SLED)
  expect(saved).toMatchObject({ base_kg: 45.36, base_known: true })
})

test('an emptied base is gone, not zero', () => {
  const saved = toMachine({ ...toForm(SLED), base: '' }, SLED)
  expect(saved).not.toHaveProperty('base_kg')
})

test('a machine without plates of its own stays one that is loaded with those of its gym', () => {
  const { plates: _, ...plain } = SLED
  expect(toForm(plain).plates).toBeNull()
  expect(toMachine(toForm(plain), plain)).toEqual(plain)
  expect(toMachine({ ...toForm(SLED), plates: null }, SLED)).not.toHaveProperty('plates')
  const fresh = { ...blank('leg-press-45', 'kg', { sides: 2 }), name: 'Blue' }
  expect(toMachine(fresh, undefined)).not.toHaveProperty('plates')
})

test('a stack takes the place of plates', () => {
  const saved = toMachine({ ...toForm(SLED), kind: 'stack', stack: [5, 7.5, 10] }, SLED)
  expect(saved).toMatchObject({ stack: [5, 7.5, 10] })
  expect(saved).not.toHaveProperty('plates')
})

test.each([
  [{ name: ' ' }, 'name'], [{ exercise: '' }, 'exercise'], [{ base: '-3' }, 'empty weight'],
  [{ base: 'much' }, 'empty weight'], [{ angle: '95' }, 'angle'],
  [{ kind: 'stack' as const, stack: [] }, 'stack'], [{ plates: { sizes: [], pairs: null } }, 'plate'],
])('%o is refused in a sentence', (change, word) => {
  expect(toMachine({ ...toForm(SLED), ...change }, SLED)).toMatch(new RegExp(word))
})

test('a new machine begins with what is usual, marked as a guess', () => {
  const form = blank('leg-press-45', 'kg', { base_kg: 55, angle_deg: 45, sides: 2 })
  expect(toMachine({ ...form, name: 'Blue' }, undefined)).toMatchObject({
    base_kg: 55, base_known: false, angle_deg: 45, sides: 2,
  })
})

test('friction that was measured is kept with the machine, and gone when it is forgotten', () => {
  const weighed: Machine = { ...SLED, friction: { mu: 0.047, how: 'pull_test' } }
  expect(toMachine(toForm(weighed), weighed)).toEqual(weighed)
  const { friction: _gone, ...forgotten } = toForm(weighed)
  expect(toMachine(forgotten, weighed)).not.toHaveProperty('friction')
})
