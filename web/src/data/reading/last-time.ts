/** “Last time”: the newest sets on the same line, or on the nearest line, saying so. */

import { inOrder, kindOf, type Entry, type Workout, type WorkoutSet } from '../../core/values/documents'
import { beganBefore, type Began } from '../../core/values/in-time'
import { lineOf, nearestLine } from '../../core/rules/history/lines'
import { sentences } from './sentences'
import { db, onDbChange } from '../store/db'
import { onChange } from '../store/idb'
import { workoutsWith, type Doc } from '../store/store'

export interface LastTime {
  /** The line these sets are on. */
  key: string
  start: string
  sets: WorkoutSet[]
  /** Why another line stands in; undefined on the same line. */
  sentence?: string
}

const PAGE = 8
/** So far back a line is looked for: more than a year of two sessions a week. */
const MOST = 120

/** The newest workouts of an exercise, which several questions of one screen ask for: read once. */
let newest = new Map<string, Promise<Doc<Workout>[]>>()
onDbChange(() => { newest = new Map() })
const READ_ON: ReadonlySet<string> = new Set(['workout', 'exercise', '*'])
onChange((changes) => {
  if (changes.some(({ store, key }) => store === 'documents' && READ_ON.has(key[0] ?? ''))) newest = new Map()
})

function newestWith(exercise: string): Promise<Doc<Workout>[]> {
  const place = `${db.name}|${exercise}`
  const page = newest.get(place) ?? workoutsWith(exercise, { limit: PAGE })
  newest.set(place, page)
  page.catch(() => newest.delete(place))
  return page
}

/** Sets of a past workout on its lines. */
function linesIn(
  workout: Workout, exercise: string, splitting: readonly string[],
): Map<string, WorkoutSet[]> {
  const lines = new Map<string, WorkoutSet[]>()
  for (const entry of inOrder(workout.entries)) {
    if (entry.exercise !== exercise) continue
    for (const set of inOrder(entry.sets)) {
      const key = lineOf(entry, set, splitting)
      lines.set(key, [...(lines.get(key) ?? []), set])
    }
  }
  return lines
}

/** Look back from a workout for the sets to compare with. Null = never done. */
export async function lastTime(
  key: string, exercise: string, splitting: readonly string[], before: Began & { id: string },
): Promise<LastTime | null> {
  const lines = new Map<string, LastTime>()
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const page = await (offset === 0 ? newestWith(exercise) : workoutsWith(exercise, { limit: PAGE, offset }))
    for (const past of page) {
      if (past.id === before.id || beganBefore(before, past.body)) continue
      for (const [line, sets] of linesIn(past.body, exercise, splitting)) {
        if (lines.has(line) || !sets.some((set) => kindOf(set) === 'working')) continue
        lines.set(line, { key: line, start: past.body.start, sets })
      }
      const same = lines.get(key)
      if (same) return same
    }
    if (page.length < PAGE) break
  }
  return standIn(key, lines)
}

async function standIn(key: string, newest: ReadonlyMap<string, LastTime>): Promise<LastTime | null> {
  const lastUsed = Object.fromEntries([...newest].map(([line, { start }]) => [line, start]))
  const nearest = nearestLine(key, lastUsed)
  const last = nearest && newest.get(nearest.key)
  return last ? { ...last, sentence: (await sentences()).render(nearest.message) } : null
}

/** The newest entry of an exercise that fits, for its machine and its bar. */
export async function lastEntry(
  exercise: string, fits: (entry: Entry) => boolean = () => true,
): Promise<Entry | undefined> {
  return (await newestWith(exercise))
    .flatMap((doc) => inOrder(doc.body.entries).reverse())
    .find((entry) => entry.exercise === exercise && fits(entry))
}

/**
 * The sets of an exercise's newest earlier entry, on this machine if it was ever used: setup and sides are
 * carried forward.
 */
export async function carriedSets(
  exercise: string, machine: string | undefined, workoutId: string,
): Promise<WorkoutSet[]> {
  const past = await newestWith(exercise)
  const entries = past
    .filter((doc) => doc.id !== workoutId)
    .flatMap((doc) =>
      inOrder(doc.body.entries)
        .filter((entry) => entry.exercise === exercise && entry.sets.length > 0)
        .reverse(),
    )
  const entry = entries.find((candidate) => candidate.machine?.id === machine) ?? entries[0]
  return entry ? inOrder(entry.sets) : []
}
