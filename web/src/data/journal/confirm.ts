/** A set that looked like a typing error, confirmed by the lifter: from then on it counts like any other. */

import { CONFIRMED } from '../../core/generated/tables'
import { loadOf } from '../../core/rules/history/performed'
import type { RawValues } from '../../core/rules/prescription/model'
import type { Workout } from '../../core/values/documents'
import { edit, workoutsWith } from '../store/store'

/** Loads are kept to 0.01 kg. */
const DUST_KG = 0.02

/**
 * Confirm the sets of an exercise that a question asked about, by its day, load and reps. Returns how to take
 * it back, null where there is no such set any more.
 */
export async function confirmSets(exercise: string, asked: RawValues): Promise<(() => Promise<void>) | null> {
  const { date, load, reps } = asked
  const match = (await workoutsWith(exercise)).find((doc) => doc.body.start.startsWith(String(date)))
  if (!match) return null
  const isAsked = (set: Workout['entries'][number]['sets'][number]) =>
    Math.abs(loadOf(set) - Number(load)) <= DUST_KG && set.reps === Number(reps)
  const ids = new Set(
    match.body.entries
      .filter((entry) => entry.exercise === exercise)
      .flatMap((entry) => entry.sets.filter(isAsked).map((set) => set.id)),
  )
  if (ids.size === 0) return null
  const flagged = (workout: Workout, change: (flags: readonly string[]) => string[]): Workout => ({
    ...workout,
    entries: workout.entries.map((entry) => ({
      ...entry,
      sets: entry.sets.map((set) => (ids.has(set.id) ? { ...set, flags: change(set.flags ?? []) } : set)),
    })),
  })
  await edit('workout', match.id, (workout: Workout) => flagged(workout, (flags) => [...flags, CONFIRMED]))
  return () =>
    edit('workout', match.id, (workout: Workout) =>
      flagged(workout, (flags) => flags.filter((flag) => flag !== CONFIRMED)))
}
