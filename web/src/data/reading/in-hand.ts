/** The exercise that the lifter is at in the running workout. */

import { newestEntry } from '../../core/logic/workout'
import type { Entry, Workout } from '../../core/values/documents'
import { getMeta } from '../store/meta'

/** The entry that the log had in hand; before that was known, the one with the newest set. */
export async function entryInHand(workout: Workout): Promise<Entry | undefined> {
  const draft = await getMeta('draft')
  return workout.entries.find((entry) => entry.id === draft?.entry) ?? newestEntry(workout.entries)
}
