/** What a picker of exercises shows beside the library: what was done lately, and what stands in the gym. */

import { sameGym, standsIn } from '../../core/logic/log/gym-names'
import { inOrder, kindOf, type Workout, type WorkoutSet } from '../../core/values/documents'
import { all, merges, workouts } from '../store/store'
import { fetched } from './content'

export interface RecentExercise {
  exercise: string
  start: string
  /** The heaviest working set of that day. */
  top: WorkoutSet | undefined
}

/** So many past workouts make “recent”. */
const RECENT_WORKOUTS = 30
/** So many tell what is done in a gym. */
const GYM_WORKOUTS = 120

/**
 * Small drawings of the common movements by exercise, as SVG; none without signal before they were stored.
 */
export async function smallDrawings(): Promise<Readonly<Record<string, string>>> {
  return (await fetched<{ figures: Record<string, string> }>('figures'))?.figures ?? {}
}

/** Exercises of the last workouts, the newest first, each once. */
export async function recentlyDone(): Promise<RecentExercise[]> {
  const merged = await merges()
  const recent = new Map<string, RecentExercise>()
  for (const { body } of await workouts({ limit: RECENT_WORKOUTS })) {
    for (const entry of inOrder(merged.workout(body).entries)) {
      const sets = entry.sets.filter((set) => kindOf(set) === 'working')
      const known = recent.get(entry.exercise)
      if (known && (known.top || sets.length === 0)) continue
      const top = sets.reduce<WorkoutSet | undefined>(
        (best, set) => ((set.load?.value ?? 0) > (best?.load?.value ?? -1) ? set : best), undefined,
      )
      recent.set(entry.exercise, { exercise: entry.exercise, start: body.start, top })
    }
  }
  return [...recent.values()]
}

/** Exercises that have a machine in a gym, or were done there; null where nothing is known of it. */
export async function doneIn(gym: string | undefined): Promise<ReadonlySet<string> | null> {
  if (gym === undefined) return null
  const trained = new Set<string>()
  for (const { body } of await all('machine'))
    if (body.gym !== undefined && body.exercise && standsIn(body, gym)) trained.add(body.exercise)
  for (const { body } of await workouts({ limit: GYM_WORKOUTS }))
    if (sameGym((body as Workout).gym, gym)) for (const entry of body.entries) trained.add(entry.exercise)
  return trained.size > 0 ? trained : null
}
