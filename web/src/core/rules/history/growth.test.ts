import { describe, expect, test } from 'vitest'
import type { Workout, WorkoutSet } from '../../values/documents'
import { beginnings, commonLoads, growthLines, step, tenRmKg, weekly } from './growth'
import { fromWorkout, noFacts, type Facts, type Performed } from './performed'

const PRESS: Facts = {
  ...noFacts('leg-press-45'), splitting: ['foot_height'], loadMeaning: 'plates', curveK: 45, baseKg: 55,
}

function day(
  date: string, feet: string, sets: [kg: number, reps: number, more?: Partial<WorkoutSet>][],
): Performed[] {
  const workout: Workout = {
    v: 1,
    start: `${date}T18:00:00`,
    entries: [
      {
        id: `e${date}`, order: 'a0', exercise: 'leg-press-45',
        sets: sets.map(([value, reps, more], at) => ({
          id: `${date}-${at}`, order: `a${at}`, load: { value, unit: 'kg' }, reps,
          setup: { foot_height: feet }, ...more,
        })),
      },
    ],
  }
  return fromWorkout(`w${date}`, workout, () => PRESS)
}

const LOW = [
  ...day('2026-03-02', 'low', [
    [180, 10], [180, 12],
  ]),
  ...day('2026-03-09', 'low', [
    [185, 10], [240, 10, { faults: ['cut_range'] }],
  ]),
]
const MIDDLE = [...day('2026-06-02', 'middle', [[200, 10]]), ...day('2026-06-09', 'middle', [[204, 10]])]

describe('the 10RM-equivalent', () => {
  test('of a set of ten with nothing left is its own load, sled or not', () => {
    const [set] = day('2026-03-02', 'low', [[180, 10, { rir: 0 }]])
    expect(set && tenRmKg(set, PRESS)).toBeCloseTo(180, 9)
  })
  test('works on the moved mass: 180 on a 55 kg sled for 12 with two left is 197.4', () => {
    const [set] = day('2026-03-02', 'low', [[180, 12, { rir: 2 }]])
    expect(set && tenRmKg(set, PRESS)).toBeCloseTo((235 * 58) / 54 - 55, 9)
  })
  test('of assisted work is help: fewer reps than ten would need more of it', () => {
    const assisted = { ...noFacts('assisted-pull-up'), loadMeaning: 'assistance', curveK: 35 }
    const [of] = day('2026-03-02', 'low', [[20, 10, { rir: 0 }]])
    const ten = of && { ...of, exercise: 'assisted-pull-up', movedKg: 60, loadKg: 20 }
    expect(ten && tenRmKg(ten, assisted)).toBeCloseTo(20, 9)
    // 60 of 80 kg moved for eight is 60 × 42/44 for ten: 22.7 kg of help.
    expect(ten && tenRmKg({ ...ten, reps: 8 }, assisted)).toBeCloseTo(80 - (60 * 42) / 44, 9)
  })
  test('is not made up where the body mass is unknown', () => {
    const pullUp = { ...noFacts('pull-up'), loadMeaning: 'added' }
    const [set] = fromWorkout(
      'w',
      {
        v: 1, start: '2026-03-02T18:00:00',
        entries: [{ id: 'e', order: 'a0', exercise: 'pull-up', sets: [{ id: 's', order: 'a0', reps: 8 }] }],
      },
      () => pullUp,
    )
    expect(set && tenRmKg(set, pullUp)).toBeNull()
  })
})

describe('lines', () => {
  const lines = growthLines([...LOW, ...MIDDLE], PRESS)
  test('stand with the one used last first', () => {
    expect(lines.map((line) => line.key)).toEqual([
      'leg-press-45|-|both|foot_height=middle', 'leg-press-45|-|both|foot_height=low',
    ])
  })
  test('have one point a workout, and the cut set has its own, hollow', () => {
    const low = lines[1]?.points.map((point) => [point.sets.map((set) => set.id), point.cut])
    expect(low).toEqual([
      [['2026-03-02-0', '2026-03-02-1'], false], [['2026-03-09-0'], false], [['2026-03-09-1'], true],
    ])
  })
  test('take the mean of the sets with known effort, else the best as a lower bound', () => {
    const known = growthLines(
      day('2026-03-02', 'low', [
        [180, 10, { rir: 0 }], [190, 10, { rir: 0 }], [260, 10],
      ]),
      PRESS,
    )
    expect(known[0]?.points[0]).toMatchObject({ tenKg: 185, atLeast: false })
    const unknown = growthLines(day('2026-03-02', 'low', [[180, 10], [190, 10]]), PRESS)
    expect(unknown[0]?.points[0]).toMatchObject({ tenKg: 190, atLeast: true })
  })
  test('are not made of warm-ups alone', () => {
    expect(growthLines(day('2026-03-02', 'low', [[100, 10, { kind: 'warm-up' }]]), PRESS)).toEqual([])
  })
  test('begin where the setup changed, and say what was trained before', () => {
    expect(beginnings(lines)).toEqual([
      {
        date: '2026-06-02', key: 'leg-press-45|-|both|foot_height=middle',
        before: 'leg-press-45|-|both|foot_height=low',
      },
    ])
  })
  test('compare the last sessions before with the first after, full depth only', () => {
    const [middle, low] = lines
    const found = low && middle && step(low, middle, '2026-06-02')
    const before = ((235 * 56) / 54 - 55 + 185) / 2
    expect(found?.sessions).toBe(2)
    expect(found?.share).toBeCloseTo(202 / before - 1, 9)
  })
})

test('weeks without training are there, empty', () => {
  const weeks = weekly(
    [
      ...day('2026-03-02', 'low', [[100, 10]]),
      ...day('2026-03-16', 'low', [
        [100, 10], [100, 8],
      ]),
    ],
    PRESS,
  )
  expect(weeks).toEqual([
    { week: '2026-03-02', sets: 1, loadKg: 1000 },
    { week: '2026-03-09', sets: 0, loadKg: 0 },
    { week: '2026-03-16', sets: 2, loadKg: 1800 },
  ])
})

test('common loads count workouts, not sets', () => {
  expect(commonLoads([...LOW, ...MIDDLE]).slice(0, 2)).toEqual([
    { loadKg: 240, workouts: 1 }, { loadKg: 204, workouts: 1 },
  ])
})
