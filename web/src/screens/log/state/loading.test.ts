import { expect, test } from 'vitest'
import { rack } from '../../../core/rules/loads/plates'
import { fitted, onMark, rackInput } from './loading'

const NOTHING = { machine: undefined, gym: undefined, entry: undefined, usual: undefined }
const GYM = {
  v: 1, name: 'Keller', unit: 'kg' as const, plates: [20, 10], bars: [15, 20], dumbbells: [10, 20],
}

test('the mark is meant, not the dust of a conversion', () => {
  expect(onMark(39.99, rack({ stack: [20, 40, 60] }), 'lb')).toBe(40)
  expect(onMark(39.99, null, 'lb')).toBe(40)
  expect(onMark(38.5, rack({ stack: [20, 40, 60] }), 'lb')).toBe(38.5)
})

test('a load of a kg machine is the nearest mark of a pound stack', () => {
  expect(fitted({ value: 60, unit: 'kg' }, rack({ stack: [120, 130, 140] }), 'lb')).toEqual({
    value: 130, unit: 'lb',
  })
  expect(fitted({ value: 60, unit: 'kg' }, null, 'kg')).toEqual({ value: 60, unit: 'kg' })
})

test('the bar in hand comes first, then the machine, then the gym', () => {
  const at = { ...NOTHING, meaning: 'barbell', unit: 'kg' as const }
  expect(rackInput(at).base).toBeUndefined()
  expect(rackInput({ ...at, gym: GYM }).base).toBe(15)
  const machine = { v: 1, name: 'Yoke', exercise: 'back-squat', base_kg: 30 }
  expect(rackInput({ ...at, gym: GYM, machine }).base).toBe(30)
  expect(
    rackInput({
      ...at, gym: GYM, machine,
      entry: { id: 'e', order: 'a0', exercise: 'back-squat', bar: { value: 10, unit: 'kg' }, sets: [] },
    }).base,
  ).toBe(10)
})

test('plates of kilograms are not read as pounds', () => {
  expect(
    rackInput({ ...NOTHING, gym: GYM, usual: { plates: [25, 20] }, meaning: 'plates', unit: 'lb' }).plates,
  ).toBeUndefined()
  expect(
    rackInput({ ...NOTHING, gym: GYM, usual: { plates: [25, 20] }, meaning: 'plates', unit: 'kg' }).plates,
  ).toEqual([20, 10])
})

test('a dumbbell is one of those that lie there', () => {
  expect(rackInput({ ...NOTHING, gym: GYM, meaning: 'dumbbell', unit: 'kg' }).stack).toEqual([10, 20])
  expect(rackInput({ ...NOTHING, gym: GYM, meaning: 'plates', unit: 'kg' }).stack).toBeUndefined()
})
