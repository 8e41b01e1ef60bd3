/** What a workout was, as the finish screen and the history show it. */

import type { Facts, Performed } from '../../rules/history/performed'
import { muscleWeeks } from '../../rules/history/volume'
import type { WorkoutSet } from '../../values/documents'
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

/**
 * Sets for each muscle in the words of lifters, most first: "Quads (rectus femoris)" counts as Quads. A set
 * counts once for a word, with the part that it trains most.
 *
 * @param entries the sets of each exercise
 */
export function setsByMuscle(
  entries: readonly (readonly Performed[])[], factsOf: (exercise: string) => Facts,
  nameOf: (muscle: string) => string,
): { name: string; sets: number }[] {
  const sums = new Map<string, number>()
  for (const performed of entries) {
    const most = new Map<string, number>()
    for (const { muscle, sets } of muscleWeeks(performed, factsOf)) {
      const word = nameOf(muscle).replace(/ \(.*\)$/, '')
      most.set(word, Math.max(most.get(word) ?? 0, sets))
    }
    for (const [word, sets] of most) sums.set(word, (sums.get(word) ?? 0) + sets)
  }
  return [...sums].map(([name, sets]) => ({ name, sets }))
    .filter(({ sets }) => sets > 0)
    .sort((a, b) => b.sets - a.sets)
}
