/**
 * The sets of a day that is more than one load: pyramids, top sets with back-offs, ascending sets. The twin
 * of
 * `iron.training.prescription.pattern_sets`.
 */

import { assists, movedMass, stepsOf, type Case, type Lift, type Prescription } from './model'
import { whole } from '../../values/numbers'
import { trackOf } from './patterns'
import { nearestLoad } from './settle'
import type { Shape } from './shape'

export type PatternKind = 'back-offs' | 'pyramid' | 'ascending'
export interface PatternSets {
  readonly kind: PatternKind
  /** Load as counted [kg] and reps of each working set, in order. */
  readonly sets: readonly (readonly [loadKg: number, reps: number])[]
}

/**
 * The pattern of the lifter's last day carried to the new top load; null for straight sets. Only where at
 * least
 * two of his last three days looked like that.
 */
export function patternSets(given: Case, answer: Prescription): PatternSets | null {
  const track = trackOf(given.sessions, given.k, assists(given))
  const top = answer.load_kg
  if (track === null || top === null || stepsOf(given).length === 0) return null
  const kinds = track.works.slice(-3).map((work) => kindOf(work.shape))
  const { shape } = track.last
  const kind = kindOf(shape)
  if (kind === null || (kinds.length > 1 && kinds.filter((other) => other === kind).length < 2)) return null
  const ratio = movedMass(given, top) / shape.movedKg
  const carried = (lift: Lift) => [nearestLoad(given, lift.moved_kg * ratio), whole(lift.reps)] as const
  return {
    kind,
    sets: [
      ...shape.build.map(carried), ...shape.tops.map(() => [top, answer.reps_low] as const),
      ...shape.back.map(carried),
    ],
  }
}

function kindOf(shape: Shape): PatternKind | null {
  const [first] = shape.build
  if (first) return first.reps > (shape.tops[0]?.reps ?? 0) ? 'pyramid' : 'ascending'
  return shape.back.length > 0 ? 'back-offs' : null
}
