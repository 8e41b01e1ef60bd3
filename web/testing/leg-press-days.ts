/** Two months of the 45° leg press on two lines, as tests of growth read them. */

import type { Workout, WorkoutSet } from '../src/core/values/documents'
import { fromWorkout, noFacts, type Facts, type Performed } from '../src/core/rules/history/performed'

export const PRESS: Facts = {
  ...noFacts('leg-press-45'), splitting: ['foot_height'], loadMeaning: 'plates', curveK: 45, baseKg: 55,
}

/** The sets of a day with the feet at a height. */
export function day(
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

export const LOW = [
  ...day('2026-03-02', 'low', [
    [180, 10], [180, 12],
  ]),
  ...day('2026-03-09', 'low', [
    [185, 10], [240, 10, { faults: ['cut_range'] }],
  ]),
]
export const MIDDLE = [
  ...day('2026-06-02', 'middle', [[200, 10]]), ...day('2026-06-09', 'middle', [[204, 10]])
]
