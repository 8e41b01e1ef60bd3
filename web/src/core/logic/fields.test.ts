import { expect, test } from 'vitest'
import { distanceUnit, fieldsOf, pace, secondsOf } from './fields'

test('a crunch has no load, until somebody takes a plate', () => {
  const crunch = { log: ['load', 'reps'] as const, load_meaning: 'none' }
  expect(fieldsOf(crunch).measures).toEqual(['reps'])
  expect(fieldsOf(crunch, true).measures).toEqual(['load', 'reps'])
})

test('an own exercise without a word about its load keeps the load', () => {
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'none', own: true })).toMatchObject({
    measures: ['load', 'reps'], aside: false,
  })
})

test('an own exercise that was described has the fields of a library exercise', () => {
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'added', own: true, said: true })).toMatchObject({
    aside: true, sign: '+',
  })
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'none', own: true, said: true }).measures).toEqual([
    'reps',
  ])
})

test('a run has no side and no load; a pull-up adds to the body; help is called help', () => {
  expect(fieldsOf({ log: ['distance', 'duration'], load_meaning: 'none' })).toMatchObject({
    sides: false, measures: ['distance', 'duration'],
  })
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'added' })).toMatchObject({
    aside: true, sign: '+', load: 'Added load', machine: false,
  })
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'assistance' })).toMatchObject({
    aside: false, after: 'help', load: 'Help', machine: true,
  })
  expect(fieldsOf({ log: ['load', 'reps'], load_meaning: 'dumbbell', implements: 2 })).toMatchObject({
    after: 'each',
  })
})

test('roads are in kilometres or miles, rowers and sleds in metres', () => {
  expect(distanceUnit({ log: ['distance', 'duration'], load_meaning: 'none' }, 'kg', 'None')).toBe('km')
  expect(distanceUnit({ log: ['distance', 'duration'], load_meaning: 'none' }, 'lb', 'Treadmill')).toBe('mi')
  expect(distanceUnit({ log: ['distance', 'duration'], load_meaning: 'none' }, 'kg', 'Rowing machine')).toBe(
    'm',
  )
  expect(
    distanceUnit({ log: ['load', 'distance', 'duration'], load_meaning: 'plates' }, 'kg', 'Push sled'),
  ).toBe('m')
})

test.each([
  [{ value: 5, unit: 'km' }, 1500, '5:00 per km'], [{ value: 2000, unit: 'm' }, 480, '2:00 per 500 m'],
  [{ value: 40, unit: 'm' }, 30, ''], [undefined, 30, ''], [{ value: 0, unit: 'km' }, 30, ''],
] as const)('the pace of %o in %i s is “%s”', (distance, seconds, words) => {
  expect(pace(distance, seconds)).toBe(words)
})

test.each([
  ['25:30', 1530], ['1:02:03', 3723], ['90', 90], ['5:75', Number.NaN], ['fast', Number.NaN],
  ['', Number.NaN],
] as const)('“%s” is %s seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds)
})
