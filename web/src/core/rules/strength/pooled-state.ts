/** What is believed about one exercise; the twin of `iron.training.strength.state`. */

import { LEVEL_WALK } from '../../generated/tables'
import { lost } from './decay'

export const LEVEL = 0
export const TREND = 1
export const DAY = 2
export const BIAS = 3
export const FATIGUE = 4
/** Places before the offsets of the lines. */
export const OFFSETS = 5

/** One set as the filter sees it. */
export interface Effort {
  readonly line: string
  readonly movedKg: number
  readonly reps: number
  readonly rir: number | null
  /** Working sets of the exercise done before it in the workout. */
  readonly position: number
  readonly restS: number | null
  readonly cut: boolean
  readonly failed: boolean
}

/** A lower bound of a line, one value for each curve constant, and the day it was set. */
export interface Bound { readonly logKg: readonly number[]; readonly day: number }

/** What is believed about one exercise after some workouts; never changed, `absorb` returns a new one. */
export interface Strength {
  readonly k: readonly number[]
  readonly logWeight: readonly number[]
  /** By curve constant: level, trend, day, bias, fatigue, then the offsets. */
  readonly mean: readonly Float64Array[]
  /** By curve constant, row by row. */
  readonly cov: readonly Float64Array[]
  readonly lines: readonly string[]
  readonly bounds: readonly (Bound | null)[]
  readonly day: number
  readonly cut: readonly [mean: number, variance: number]
  /** The day and the surprise of a set that fits nothing yet. */
  readonly waiting: readonly [day: number, beyond: number] | null
  readonly measured: number
  readonly workouts: number
}

/** A lower bound on a later day: it sinks by one sd of the random walk and by the loss of a gap. */
export function boundNow(bound: Bound, day: number): number[] {
  const weeks = Math.max(0, day - bound.day) / 7
  const less = LEVEL_WALK * Math.sqrt(weeks) + lost(weeks)
  return bound.logKg.map((value) => value - less)
}

/** A place that is there. */
export function at(values: Float64Array | readonly number[] | undefined, place: number): number {
  return values?.[place] ?? 0
}
