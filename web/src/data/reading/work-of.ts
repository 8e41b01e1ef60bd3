/** What of a workout is done again: without the easy sets before the work that nobody marked as warm-ups. */

import { besideToday } from '../../core/logic/log/unmarked-warm-ups'
import { inOrder, type Entry, type Workout } from '../../core/values/documents'
import { indexFacts } from './exercise'

/** The same workout, its entries without unmarked warm-ups: they are not counted as sets to repeat. */
export async function workOf(workout: Workout): Promise<Workout> {
  const factsOf = await indexFacts()
  const work = (entry: Entry): Entry => {
    const { loadMeaning: meaning, curveK, baseKg } = factsOf(entry.exercise)
    const moves = { meaning, curveK, baseKg: entry.machine?.base_kg ?? baseKg }
    return { ...entry, sets: [...besideToday(inOrder(entry.sets), [], moves)] }
  }
  return { ...workout, entries: workout.entries.map(work) }
}
