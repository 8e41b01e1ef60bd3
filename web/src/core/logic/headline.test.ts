import { expect, test } from 'vitest'
import { growthLines } from '../rules/history/growth'
import { fromWorkout, noFacts, type Facts } from '../rules/history/performed'
import type { WorkoutSet } from '../values/documents'
import { headlineAfter, headlineOf, pastShown, silenceOf } from './headline'

const press: Facts = { ...noFacts('leg-press-45'), loadMeaning: 'plates' }
const pullUp: Facts = { ...noFacts('pull-up'), loadMeaning: 'added', bodyShare: 1 }

function line(
  facts: Facts, days: readonly (readonly [day: string, ...sets: Partial<WorkoutSet>[]])[],
  mass: number | null = 80,
) {
  const sets = days.flatMap(([day, ...given]) =>
    fromWorkout(
      day,
      {
        v: 1, start: `${day}T10:00:00`,
        entries: [{
          id: 'e', order: 'a0', exercise: facts.id,
          sets: given.map((set, at) => ({ id: `${day}${at}`, order: `a${at}`, ...set })),
        }],
      },
      () => facts, mass,
    ),
  )
  const [growthOfLine] = growthLines(sets, facts)
  if (!growthOfLine) throw new Error('no line')
  return growthOfLine
}
const kg = (value: number, reps: number, rir = 2) => ({ load: { value, unit: 'kg' as const }, reps, rir })

test('without an estimate the headline is the last dot, and the change starts at the first one shown', () => {
  const growth = line(
    press, [['2026-01-05', kg(100, 8)], ['2026-06-01', kg(110, 8)], ['2026-11-02', kg(120, 8)]]
  )
  const all = headlineOf(growth, ['load', 'reps'], press, '2026-11-28')
  expect(all).toMatchObject({ kind: 'ten', value: 120, day: '2026-11-02', change: 20 })
  expect(all?.series.at(-1)?.[1]).toBe(growth.points.at(-1)?.tenKg)
  expect(headlineOf(growth, ['load', 'reps'], press, '2026-11-28', undefined, '2026-05-01')?.change).toBe(10)
})

test('with an estimate of today the series ends with it, so headline less start is the change', () => {
  const growth = line(press, [['2018-03-01', kg(45, 8)], ['2026-11-02', kg(120, 8)]])
  const headline = headlineOf(growth, ['load', 'reps'], press, '2026-11-28', {
    capacity: { kg: 79, low: 69, high: 94, basis: 'Two sets with effort.' },
    trend: [['2018-03-01', 38, 30, 45], ['2026-11-02', 93, 85, 99]],
  })
  expect(headline).toMatchObject({ value: 79, low: 69, high: 94, change: 79 - 38 })
  expect(headline?.series.at(-1)).toEqual(['2026-11-28', 79])
})

test('a single workout changes nothing, whatever the estimate does since', () => {
  const growth = line(press, [['2026-11-02', kg(120, 8)]])
  const headline = headlineOf(growth, ['load', 'reps'], press, '2026-11-28', {
    capacity: { kg: 166, low: 133, high: 207, basis: 'One set.' },
    trend: [['2026-11-02', 167, 133, 207], ['2026-11-09', 166, 133, 207]],
  })
  expect(headline).toMatchObject({ value: 166, change: null })
})

test('an estimate that says nothing leaves the headline to the sets', () => {
  const growth = line(press, [['2026-11-02', kg(120, 8)]])
  const capacity = { kg: null, low: null, high: null, basis: 'Your body mass is not known.' }
  const headline = headlineOf(growth, ['load', 'reps'], press, '2026-11-28', { capacity, trend: [] })
  expect(headline).toMatchObject({ value: 120, day: '2026-11-02' })
  expect(headline).not.toHaveProperty('low')
})

test('a cut set is neither headline nor change', () => {
  const growth = line(press, [
    ['2026-11-02', kg(120, 8)], ['2026-11-09', { ...kg(160, 8), depth: { class: 'cut', how: 'judged' } }],
  ])
  expect(
    headlineOf(growth, ['load', 'reps'], press, '2026-11-28')
  ).toMatchObject({ value: 120, change: null })
})

test('pull-ups with the body alone count reps; with a belt they count the load for 10', () => {
  const bare = line(pullUp, [['2026-11-02', { reps: 8 }, { reps: 6 }], ['2026-11-09', { reps: 9 }]])
  expect(
    headlineOf(bare, ['load', 'reps'], pullUp, '2026-11-28')
  ).toMatchObject({ kind: 'reps', value: 9, change: 1 })
  const belt = line(pullUp, [['2026-11-02', kg(20, 8)]])
  expect(headlineOf(belt, ['load', 'reps'], pullUp, '2026-11-28')?.kind).toBe('ten')
})

test('a plank counts its longest hold', () => {
  const plank = line(noFacts('plank'), [['2026-11-02', { duration_s: 60 }, { duration_s: 90 }]])
  expect(headlineOf(plank, ['duration'], noFacts('plank'), '2026-11-28')).toMatchObject({
    kind: 'duration', value: 90, change: null,
  })
})

test('the growth of a workout is what it reached less the first of the four weeks before it', () => {
  const growth = line(press, [
    ['2026-09-01', kg(90, 8)], ['2026-11-02', kg(110, 8)], ['2026-11-09', kg(105, 8)],
    ['2026-11-20', kg(120, 8)],
    ['2026-11-27', kg(150, 8)],
  ])
  const after = (start: string) => headlineAfter(growth, ['load', 'reps'], press, start)
  expect(after('2026-11-20T10:00:00')).toMatchObject({ value: 120, change: 10 })
  expect(after('2026-11-02T10:00:00')).toMatchObject({ value: 110, change: 20 }) // since 1 September
  expect(after('2026-09-01T10:00:00')).toMatchObject({ value: 90, change: null })
})

test('a workout with cut sets alone says nothing about growth', () => {
  const growth = line(press, [
    ['2026-11-02', kg(120, 8)], ['2026-11-09', { ...kg(160, 8), depth: { class: 'cut', how: 'judged' } }],
  ])
  expect(headlineAfter(growth, ['load', 'reps'], press, '2026-11-09T10:00:00')).toBeNull()
})

test('a squat without a known body weight has no headline: five reps alone would say nothing', () => {
  const squat: Facts = { ...noFacts('back-squat'), loadMeaning: 'barbell', bodyShare: 0.85 }
  const sets = fromWorkout(
    'w',
    {
      v: 1, start: '2026-11-02T10:00:00',
      entries: [
        { id: 'e', order: 'a0', exercise: 'back-squat', sets: [{ id: 's', order: 'a0', ...kg(100, 5) }] },
      ],
    },
    () => squat, null,
  )
  const [growth] = growthLines(sets, squat)
  expect(growth && headlineOf(growth, ['load', 'reps'], squat, '2026-11-28')).toBeNull()
})

const carry: Facts = { ...noFacts('farmers-walk'), loadMeaning: 'dumbbell' }
const far = (value: number, unit: 'm' | 'km' | 'mi', more: Partial<WorkoutSet> = {}) =>
  ({ distance: { value, unit }, ...more })

test('a carry counts its heaviest load, not how long it took', () => {
  const walk = line(carry, [
    ['2026-11-02', { ...kg(24, 0), ...far(40, 'm', { duration_s: 60 }) }],
    ['2026-11-09', far(20, 'm', { load: { value: 32, unit: 'kg' }, duration_s: 25 })],
  ])
  expect(headlineOf(walk, ['load', 'distance', 'duration'], carry, '2026-11-28')).toMatchObject({
    kind: 'carry', value: 32, change: 8,
  })
})

test('a run counts its pace, however long it was and in whatever unit', () => {
  const run = line(noFacts('running'), [
    ['2026-11-02', far(5, 'km', { duration_s: 1500 })], ['2026-11-09', far(2000, 'm', { duration_s: 500 })],
  ])
  const headline = headlineOf(run, ['distance', 'duration'], noFacts('running'), '2026-11-28')
  expect(headline).toMatchObject({ kind: 'pace', value: 4, distanceUnit: 'm' })
  expect(headline?.change).toBeCloseTo(4 - 5000 / 1500)
})

test('a distance without a time is counted in metres', () => {
  const sled = line(noFacts('sled'), [['2026-11-02', far(5, 'km')], ['2026-11-09', far(6000, 'm')]])
  expect(headlineOf(sled, ['distance'], noFacts('sled'), '2026-11-28')).toMatchObject({
    kind: 'distance', value: 6000, change: 1000, distanceUnit: 'm',
  })
})

test('an estimate less a set of unknown effort is no change; less a set with its effort it is one', () => {
  const capacity = { kg: 100, low: 90, high: 120, basis: '' }
  const open = { load: { value: 95, unit: 'kg' as const }, reps: 10 }
  const change = (first: Partial<WorkoutSet>) =>
    headlineOf(line(press, [['2026-06-01', first], ['2026-11-02', kg(96, 10)]]), ['load', 'reps'], press,
      '2026-11-28', { capacity, trend: [] })?.change
  expect(change(open)).toBeNull()
  expect(change(kg(95, 10))).not.toBeNull()
})

test('a past of one year is shown where two workouts came in it, else everything', () => {
  const often = line(press, [['2026-03-01', kg(100, 8)], ['2026-04-01', kg(100, 8)]])
  const once = line(press, [['2024-03-01', kg(100, 8)], ['2026-04-01', kg(100, 8)]])
  expect(pastShown([often], '2025-11-28')).toBe('2025-11-28')
  expect(pastShown([once], '2025-11-28')).toBe('')
})

test('a line without a number says what is missing', () => {
  const bare: Facts = { ...noFacts('leg-extension'), loadMeaning: 'stack' }
  const band: Facts = { ...pullUp, loadMeaning: 'band' }
  const why = (facts: Facts, set: Partial<WorkoutSet>) =>
    silenceOf(line(facts, [['2026-11-02', set]], null), facts)
  expect(why(pullUp, { reps: 5, load: { value: 10, unit: 'kg' } })).toBe('body_mass')
  expect(why(band, { reps: 5 })).toBe('load')
  expect(why(bare, { kind: 'drop', reps: 5, load: { value: 40, unit: 'kg' } })).toBe('sets')
  expect(silenceOf(undefined, bare)).toBeNull()
})

test('a set that says “at least” makes no growth out of one that says how much, and no loss', () => {
  const silent = (value: number, reps: number) => ({ load: { value, unit: 'kg' as const }, reps })
  const after = (first: Partial<WorkoutSet>, last: Partial<WorkoutSet>) =>
    headlineAfter(
      line(press, [['2026-11-01', first], ['2026-11-22', last]]), ['load', 'reps'], press,
      '2026-11-22T10:00:00',
    )?.change
  expect(after(silent(80, 8), kg(85, 8, 1))).toBeNull()
  expect(after(kg(85, 8, 1), silent(80, 8))).toBeNull()
  // More than was ever measured is growth, whatever was left.
  expect(after(kg(80, 8, 0), silent(90, 8))).toBeGreaterThan(0)
  expect(after(silent(80, 8), silent(85, 8))).toBeGreaterThan(0)
})
