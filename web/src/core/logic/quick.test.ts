import { expect, test } from 'vitest'
import cases from '../../../../spec/quick.json'
import { quick } from './quick'
import type { VariableNames } from './setup'

const PRESS = [
  {
    id: 'foot_height', name: 'Foot height', short: 'Feet',
    values: [
      { id: 'low', name: 'Low' }, { id: 'high', name: 'High' },
    ],
  },
  {
    id: 'stance', name: 'Stance',
    values: [
      { id: 'narrow', name: 'Narrow' }, { id: 'shoulder', name: 'Shoulder width' },
    ],
  },
  { id: 'toe_out', name: 'Toe-out', short: 'Toes', unit: 'deg' },
]
const read = (line: string, unit: 'kg' | 'lb' = 'kg') => quick(line, unit, PRESS)
const kg = (value: number) => ({ value, unit: 'kg' })
const setup = { foot_height: 'low', stance: 'narrow' }

test.each(
  cases.rules.quick.map((given) => [given.in[0], given] as const)
)('%s is read as by the command line', (_, given) => {
  const [line, unit, variables] = given.in as [string, 'kg' | 'lb', VariableNames[]]
  expect(quick(line, unit, variables)).toEqual(given.out)
})

test('load, reps, reps left and setup; later sets carry load and setup on', () =>
  expect(read('180x12 @2 feet low narrow; x10; x9')).toEqual({
    problem: null,
    sets: [
      { load: kg(180), reps: 12, rir: 2, setup }, { load: kg(180), reps: 10, setup },
      { load: kg(180), reps: 9, setup },
    ],
  }))
test('a decimal comma, a unit and the proper sign', () =>
  expect(read('82,5 lb × 8').sets).toEqual([{ load: { value: 82.5, unit: 'lb' }, reps: 8 }]))
test('a load without a unit is in the unit of the exercise', () =>
  expect(read('45x10', 'lb').sets[0]?.load).toEqual({ value: 45, unit: 'lb' }))
test('halves of reps left', () => expect(read('100x8 @1.5').sets[0]?.rir).toBe(1.5))
test('kinds and sides', () =>
  expect(read('60x10 warm; 100x8 left; 80x8 drop').sets.map((set) => [set.kind, set.side])).toEqual([
    ['warm-up', undefined], [undefined, 'left'], ['drop', 'left'],
  ]))
test('failure is nothing left', () =>
  expect(read('100x7 failed').sets).toEqual([{ load: kg(100), reps: 7, failure: true, rir: 0 }]))
test('times and distances', () => {
  expect(read('45s; 1:30; 2 min').sets.map((set) => set.duration_s)).toEqual([45, 90, 120])
  expect(read('400 m 1:30').sets).toEqual([{ distance: { value: 400, unit: 'm' }, duration_s: 90 }])
  expect(read('20 kg 60 s').sets).toEqual([{ load: kg(20), duration_s: 60 }])
})
test('a number of the setup by its name', () =>
  expect(read('180x12 toes 15').sets[0]?.setup).toEqual({ toe_out: 15 }))
test('the first word of a long value is enough', () =>
  expect(read('180x12 shoulder').sets[0]?.setup).toEqual({ stance: 'shoulder' }))
test('an unknown word is said with the words there are', () =>
  expect(read('180x12 sideways').problem).toMatch(/“sideways”.*feet low\/high/))
test('a line without reps is not guessed', () => expect(read('180').problem).toContain('no reps'))
test('a tonne and a thousand reps are slips', () => {
  expect(read('1800x12').problem).toContain('at most 1000')
  expect(read('18x1200').problem).toContain('1 to 100')
  expect(read('100x8 @12').problem).toContain('@0 to @10')
})
test('nothing typed is nothing', () => expect(read(' ; ')).toEqual({ sets: [], problem: null }))
