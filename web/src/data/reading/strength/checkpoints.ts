/**
 * What the log knows of an exercise, on the disk: the sets that its next load looks back on and the belief
 * after all workouts. The first advice after the app was opened reads this instead of ten years of workouts.
 * It is used as long as no workout it stands on changed or came; it is no document and can be made anew.
 */

import { keyOf } from '../../../core/rules/history/lines'
import type { Performed } from '../../../core/rules/history/performed'
import type { Strength } from '../../../core/rules/strength/pooled-state'
import type { Workout } from '../../../core/values/documents'
import { changedAfter, changeLog } from '../../store/changes'
import { getMeta, setMeta } from '../../store/meta'
import { merges, read, workoutsWith, type Doc } from '../../store/store'

export interface Checkpoint {
  /** What it was made with: the app's version and what is known of the exercise. */
  readonly about: string
  /** Number of the newest change of a document that it holds. */
  readonly change: number
  /** Workouts that it stands on. */
  readonly ids: ReadonlySet<string>
  readonly newest: string
  readonly sets: readonly Performed[]
  readonly gyms: ReadonlyMap<string, string>
  readonly strength: Strength | null
}

/** So many workouts of a line its next load looks back on, as on the server (`RECENT` in `view.py`). */
const RECENT = 40

/** Documents that every exercise depends on. */
const SHARED: ReadonlySet<string> = new Set(['exercise', 'measurement', 'settings', '*'])
/** Newest workouts looked at: the running one may be among them. */
const NEWEST = 3

export async function storeCheckpoint(exercise: string, checkpoint: Checkpoint): Promise<void> {
  await setMeta(`strength ${exercise}`, checkpoint)
}

/**
 * The checkpoint of an exercise where it holds exactly the workouts asked for; null otherwise.
 *
 * @param isBefore whether a workout belongs to what is asked
 */
export async function readCheckpoint(
  exercise: string, about: string, workoutId: string, isBefore: (doc: Doc<Workout>) => boolean,
): Promise<Checkpoint | null> {
  // All at once: the first numbers of the log wait for it.
  const [meta, log, newest, merged] = await Promise.all([
    getMeta(`strength ${exercise}`), changeLog(), workoutsWith(exercise, { limit: NEWEST }), merges(),
  ])
  const stored = meta as Checkpoint | undefined // stored here only
  if (stored?.about !== about || stored.ids.has(workoutId)) return null
  const changes = changedAfter(log, stored.change)
  if (newest.find(isBefore)?.id !== stored.newest || changes === null) return null
  for (const { kind, id } of changes) {
    if (SHARED.has(kind) || stored.ids.has(id)) return null
    if (kind !== 'workout' || id === workoutId) continue
    const doc = await read('workout', id)
    const trains = doc && merged.workout(doc.body).entries.some((entry) => entry.exercise === exercise)
    if (trains && isBefore(doc)) return null
  }
  return stored
}

/** The sets of the last workouts of every line. */
export function recentOf(sets: readonly Performed[], splitting: readonly string[]): Performed[] {
  const lines = new Map<string, Set<string>>()
  for (const set of [...sets].reverse()) {
    const line = lines.get(keyOf(set, splitting)) ?? new Set()
    lines.set(keyOf(set, splitting), line)
    if (line.size < RECENT) line.add(set.workout)
  }
  const wanted = new Set([...lines.values()].flatMap((line) => [...line]))
  return sets.filter((set) => wanted.has(set.workout))
}
