/** Warm-ups that nobody marked, as most imported logs have them: they must not stand beside today's work. */

import { loadOf } from '../../rules/history/performed'
import type { Lift } from '../../rules/prescription/model'
import { shapeOf } from '../../rules/prescription/shape'
import { kindOf, type WorkoutSet } from '../../values/documents'

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
  const working = last.filter((set) => kindOf(set) === 'working')
  const lifts = working.map((set) => liftOf(set, baseKg))
  if (!WHOLE.has(meaning) || lifts.some((lift) => lift.load_kg <= 0 || lift.reps < 1)) return last
  const count = shapeOf({ ...A_DAY, sets: lifts }, curveK)?.ramp.length ?? 0
  const heaviest = Math.max(0, ...lifts.slice(0, count).map((lift) => lift.load_kg))
  const first = today.find((set) => kindOf(set) === 'working')
  if (count === 0 || (first && loadOf(first) <= heaviest)) return last
  const easy = new Set(working.slice(0, count).map((set) => set.id))
  return last.filter((set) => !easy.has(set.id))
}

const A_DAY = { day: '', planned: null, aim: null, deload: false, cause: null, apart: 0 }

function liftOf(set: WorkoutSet, baseKg: number): Lift {
  const load_kg = loadOf(set)
  return {
    load_kg, moved_kg: load_kg + baseKg, reps: set.reps ?? 0, rir: set.rir ?? null,
    cut: false, failed: false, sure: false,
  }
}
