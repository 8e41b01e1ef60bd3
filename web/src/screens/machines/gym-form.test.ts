import { expect, test } from 'vitest'
import type { Gym } from '../../core/values/documents'
import { blankGym, inUnit, toGym, toGymForm, withUsual } from './gym-form'

const KELLER: Gym = {
  v: 1, name: 'Keller', unit: 'kg', plates: { '25': 2, '10': 4 }, bars: [20, 15], dumbbells: [2, 4],
  note: 'Key 12',
}

test('a gym that is opened and saved unchanged is the same gym', () => {
  expect(toGym(toGymForm(KELLER, 'kg'), KELLER)).toEqual(KELLER)
})

test('keys that this app does not know stay', () => {
  const future = { ...KELLER, showers: 'cold' } as Gym
  expect(toGym(toGymForm(future, 'kg'), future)).toMatchObject({ showers: 'cold' })
})

test('the bar used most stands first, the others by weight, whatever is added or removed', () => {
  expect(withUsual([20, 15, 10], 15)).toEqual([15, 20, 10])
  expect(withUsual([15, 20, 10, 25], 15)).toEqual([15, 25, 20, 10])
  expect(withUsual([20, 10], 15)).toEqual([20, 10])
  expect(withUsual([], 15)).toEqual([])
})

test('pounds bring the plates and bars of pounds', () => {
  expect(toGym(inUnit(blankGym('Hall', 'kg'), 'lb'), undefined)).toMatchObject({
    unit: 'lb', plates: [45, 35, 25, 10, 5, 2.5], bars: [45, 35, 25],
  })
})

test.each([
  [{ name: ' ' }, 'name'], [{ plates: { sizes: [], pairs: null } }, 'plate'], [{ bars: [200] }, 'Bars'],
  [{ dumbbells: [501] }, 'Dumbbells'],
])('%o is refused in a sentence', (change, word) => {
  expect(toGym({ ...toGymForm(KELLER, 'kg'), ...change }, KELLER)).toMatch(new RegExp(word))
})
