/** What a workout was, as the finish screen and the history show it. */

import type { Facts, Performed } from '../../rules/history/performed'
import { muscleWeeks } from '../../rules/history/volume'
import type { WorkoutSet } from '../../values/documents'
import type { WholeMuscles } from '../history/whole-muscles'
import type { Headline } from '../headline'

export interface SummaryLine {
  /** The entry of the workout. */
  entry: string
  exercise: string
  name: string
  meaning: string
  /** Working sets of the day. */
  sets: readonly WorkoutSet[]
  /** Records of the day: in which set, and what is new about it. */
  records: readonly { set: string; sentence: string }[]
  /** Strength after this workout, for each line it was on; `name` tells two lines apart. */
  growth: readonly { name: string; headline: Headline }[]
  /** Working sets of the last time on the same line; null the first time. */
  before: { start: string; reps: number; volumeKg: number } | null
  /** The same of this day, for comparing. */
  now: { reps: number; volumeKg: number }
}

export interface WorkoutSummary {
  seconds: number
  working: number
  warmUp: number
  volumeKg: number
  muscles: readonly { name: string; sets: number }[]
  lines: readonly SummaryLine[]
}

/** Sets of a workout for each muscle, most first. */
export function setsByMuscle(
  performed: readonly Performed[], factsOf: (exercise: string) => Facts, whole: WholeMuscles,
): { name: string; sets: number }[] {
  return muscleWeeks(performed, whole.merge(factsOf))
    .map(({ muscle, sets }) => ({ name: whole.of(muscle).name, sets }))
    .filter(({ sets }) => sets > 0)
    .sort((a, b) => b.sets - a.sets)
}
