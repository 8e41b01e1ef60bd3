/** A program's target as the next set of the log. */
import type { Draft } from '../../../core/logic/draft'
import type { Target as Asked } from '../../../core/rules/programs/targets'
import type { MassUnit } from '../../../core/rules/loads/units'
import type { Target } from '../../../core/values/documents'

export interface Programmed {
  target: Asked
  /** All sets of the slot. */
  sets: readonly Asked[]
  count: number
  unit: MassUnit
  /** What results of this set would change, in words. */
  outlook: string[]
}

/** The proposed set with the load and the reps that the program asks for. */
export function asProgrammed(proposed: Draft, { target, unit }: Programmed): Draft {
  const { rir: _, failure: __, ...rest } = proposed
  return {
    ...rest,
    ...(target.load === null ? {} : { load: { value: target.load, unit } }),
    ...(target.timed ? { duration_s: target.repsLow } : { reps: target.repsLow }),
  }
}

export function programTarget({ target, unit }: Programmed): Target {
  return {
    ...(target.load === null ? {} : { load: { value: target.load, unit } }),
    ...(target.timed ? {} : { reps_low: target.repsLow, reps_high: target.repsHigh }),
    ...(target.rir === null ? {} : { rir: target.rir }),
  }
}
