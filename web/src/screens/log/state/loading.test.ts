import { expect, test } from 'vitest'
import { rack } from '../../../core/rules/loads/plates'
import { fieldsOf } from '../../../core/logic/fields'
import { areLoadsSaid, fitted, onMark, rackAround, type Around } from './loading'
import { missingIn } from './next-set'

const NOTHING = { machine: undefined, gym: undefined, entry: undefined, usual: undefined }
const sizesOf = (around: Around) => rackAround(around)?.sizes.map(([size]) => size)
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
  expect(rackAround(at)?.base).toBe(20)
  expect(rackAround({ ...at, gym: GYM })?.base).toBe(15)
  const machine = { v: 1, name: 'Yoke', exercise: 'back-squat', base_kg: 30 }
  expect(rackAround({ ...at, gym: GYM, machine })?.base).toBe(30)
  expect(
    rackAround({
      ...at, gym: GYM, machine,
      entry: { id: 'e', order: 'a0', exercise: 'back-squat', bar: { value: 10, unit: 'kg' }, sets: [] },
    })?.base,
  ).toBe(10)
})

test('plates of kilograms are not read as pounds', () => {
  const at = { ...NOTHING, gym: GYM, usual: { plates: [25, 20] }, meaning: 'plates' }
  expect(sizesOf({ ...at, unit: 'lb' })).toEqual([45, 35, 25, 10, 5, 2.5])
  expect(sizesOf({ ...at, unit: 'kg' })).toEqual([20, 10])
})

test('one pin takes both plates of each pair that the gym has, and its own as they are counted', () => {
  const at = { ...NOTHING, meaning: 'plates', unit: 'kg' as const }
  const gym = { ...GYM, plates: { '20': 2, '5': 1 } }
  expect(rackAround({ ...at, gym, usual: { sides: 1 } })?.sizes).toEqual([[20, 4], [5, 2]])
  expect(rackAround({ ...at, gym })?.sizes).toEqual([[20, 2], [5, 1]])
  const machine = { v: 1, name: 'Row', exercise: 't-bar-row', sides: 1, plates: { '20': 3 } }
  expect(rackAround({ ...at, gym, machine })?.sizes).toEqual([[20, 3]])
})

test('a dumbbell is one of those that lie there', () => {
  expect(rackAround({ ...NOTHING, gym: GYM, meaning: 'dumbbell', unit: 'kg' })?.stack).toEqual([10, 20])
  expect(rackAround({ ...NOTHING, gym: GYM, meaning: 'plates', unit: 'kg' })?.stack).toEqual([])
})

test('only plates, dumbbells and stacks that somebody described speak against a load', () => {
  const STACK = { v: 1, exercise: 'leg-curl', name: 'Curl', stack: [20, 30] }
  const at = { machine: undefined, gym: undefined, meaning: 'barbell', unit: 'kg' as const }
  expect(areLoadsSaid(at)).toBe(false)
  expect(areLoadsSaid({ ...at, gym: GYM })).toBe(true)
  expect(areLoadsSaid({ ...at, gym: GYM, unit: 'lb' })).toBe(false)
  expect(areLoadsSaid({ ...at, machine: STACK })).toBe(true)
  expect(areLoadsSaid({ ...at, gym: { v: 1, name: 'Home', plates: [10] }, meaning: 'dumbbell' })).toBe(false)
})

test('a loaded set needs its load before it can be logged, and every set something that it counts', () => {
  const draft = { kind: 'working' as const, side: 'both' as const, setup: {} }
  const press = fieldsOf({ log: ['load', 'reps'], load_meaning: 'plates' })
  expect(missingIn(press, { ...draft, reps: 8 })).toBe('load')
  expect(missingIn(press, { ...draft, load: { value: 0, unit: 'kg' }, reps: 8 })).toBeNull()
  expect(missingIn(press, { ...draft, load: { value: 80, unit: 'kg' } })).toBe('reps')
  const pullUp = fieldsOf({ log: ['load', 'reps'], load_meaning: 'added' })
  expect(missingIn(pullUp, { ...draft, reps: 8 })).toBeNull()
  const row = fieldsOf({ log: ['distance', 'duration'], load_meaning: 'none' })
  expect(missingIn(row, { ...draft, duration_s: 300 })).toBeNull()
  expect(missingIn(row, draft)).toBe('distance')
})
