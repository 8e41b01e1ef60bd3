/**
 * How long a day of training takes, estimated. The twin of `src/iron/training/plan/day_minutes.py`; cases:
 * `spec/program-days.json`.
 */

import { READY_S, REP_S, USUAL_REST_S } from '../../generated/tables'

/** A set as far as its time goes. */
export interface TimedSet {
  /** Seconds where `isTimed`. */
  readonly reps: number
  readonly isTimed: boolean
  /** After the set [s]; null where the usual rest holds. */
  readonly rest: number | null
  /** From the start of one set of an EMOM to the start of the next [s]; null for other sets. */
  readonly every: number | null
}

/** Estimated time of a day [min]: for each exercise getting ready, its sets, and a rest after each. */
export function dayMinutes(exercises: readonly (readonly TimedSet[])[]): number {
  const seconds = exercises.reduce((sum, sets) =>
    sum + READY_S + sets.reduce((all, set) => all + setSeconds(set), 0), 0)
  return seconds / 60
}

/** A set with the rest after it [s]. */
export function setSeconds({ reps, isTimed, rest, every }: TimedSet): number {
  return every ?? (isTimed ? reps : reps * REP_S) + (rest ?? USUAL_REST_S)
}
