/** Warm-ups that nobody marked, as most imported logs have them: they must not stand beside today's work. */

import { loadOf } from '../../rules/history/performed'
import type { Lift } from '../../rules/prescription/model'
import { shapeOf } from '../../rules/prescription/shape'
import { kindOf, type WorkoutSet } from '../../values/documents'
import { rounds } from '../sides'

/** Where the counted load and a fixed base are all that moves: a light load is an easy set only there. */
const WHOLE: ReadonlySet<string> = new Set(['barbell', 'dumbbell', 'kettlebell', 'plates', 'stack'])

export interface Moves { readonly meaning: string; readonly baseKg: number; readonly curveK: number }

/**
 * The sets of last time that stand beside today's: without the easier sets before the work. All of them
 * where the lifter begins today as he did then.
 */
export function besideToday(
  last: readonly WorkoutSet[], today: readonly WorkoutSet[], { meaning, baseKg, curveK }: Moves,
): readonly WorkoutSet[] {
  const easy = easySets(last, { meaning, baseKg, curveK })
  const first = today.find((set) => kindOf(set) === 'working')
  if (easy.size === 0 || (first && loadOf(first) <= heaviestOf(easy))) return last
  return last.filter((set) => !easy.has(set))
}

/**
 * How many sets (of both sides: rounds) today begins with that prepare the work, as the easy sets of last
 * time did: they are not counted among the sets that are planned.
 */
export function easyToday(
  last: readonly WorkoutSet[], today: readonly WorkoutSet[], moves: Moves,
): number {
  const working = today.filter((set) => kindOf(set) === 'working')
  const easy = working.length > 0 ? easySets(last, moves) : NONE
  const at = working.findIndex((set) => loadOf(set) > heaviestOf(easy))
  return easy.size === 0 ? 0 : rounds(at < 0 ? working : working.slice(0, at))
}

const NONE: ReadonlySet<WorkoutSet> = new Set()

/** The working sets that come before the work and only prepare it. */
function easySets(
  sets: readonly WorkoutSet[], { meaning, baseKg, curveK }: Moves,
): ReadonlySet<WorkoutSet> {
  const working = sets.filter((set) => kindOf(set) === 'working')
  const lifts = working.map((set) => liftOf(set, baseKg))
  if (!WHOLE.has(meaning) || lifts.some((lift) => lift.load_kg <= 0 || lift.reps < 1)) return NONE
  return new Set(working.slice(0, shapeOf({ ...A_DAY, sets: lifts }, curveK)?.ramp.length ?? 0))
}

const heaviestOf = (sets: ReadonlySet<WorkoutSet>) => Math.max(0, ...[...sets].map(loadOf))

const A_DAY = { day: '', planned: null, aim: null, deload: false, cause: null, apart: 0 }

function liftOf(set: WorkoutSet, baseKg: number): Lift {
  const load_kg = loadOf(set)
  return {
    load_kg, moved_kg: load_kg + baseKg, reps: set.reps ?? 0, rir: set.rir ?? null,
    cut: false, failed: false, sure: false,
  }
}
