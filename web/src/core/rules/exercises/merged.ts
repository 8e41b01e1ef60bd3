/**
 * Own exercises that count as another one: a merge is read, never written into a set. The twin of
 * `src/iron/records/own_exercises/merged.py`; docs/documents.md, exercise. Cases: `spec/merged.json`.
 */
import type { AliasWith, Entry, OwnExercise, Workout, WorkoutSet } from '../../values/documents'

/** What the sets of an exercise count as; `fills` says what they lack, the first one wins. */
export interface Target { readonly exercise: string; readonly fills: readonly AliasWith[] }

export interface Merged {
  readonly any: boolean
  /** What an exercise counts as: itself where it is not merged. */
  target(exercise: string): Target
  /** The own exercises that count as an exercise, by id, itself not among them. */
  sources(exercise: string): string[]
  /** A workout as everything derived reads it; the same object where no entry is merged. */
  workout(body: Workout): Workout
  entry(entry: Entry): Entry
}

/** Own exercises are documents with a UUID; everything else is an id of the library and taken at its word. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The merges of one lifter; `own` are all own exercises that are not deleted. */
export function mergedOf(own: Iterable<readonly [id: string, body: OwnExercise]>): Merged {
  const bodies = new Map(own)
  const next = new Map(
    [...bodies].filter(([, { alias_of: to }]) => to !== undefined && (bodies.has(to) || !UUID.test(to))),
  )
  const followed = [...next.keys()].map((id) => [id, follow(id, next)] as const)
  const targets = new Map(followed.filter(([id, to]) => to.exercise !== id))
  const entry = (entry: Entry): Entry => {
    const to = targets.get(entry.exercise)
    return to ? { ...filled(entry, to.fills), exercise: to.exercise } : entry
  }
  return {
    any: targets.size > 0,
    target: (exercise) => targets.get(exercise) ?? { exercise, fills: [] },
    sources: (exercise) => [...targets].filter(([, to]) => to.exercise === exercise).map(([id]) => id).sort(),
    workout: (body) =>
      body.entries?.some((entry) => targets.has(entry.exercise))
        ? { ...body, entries: body.entries.map(entry) }
        : body,
    entry,
  }
}

/** Two devices that merged in opposite directions make a ring: its smallest id stays itself. */
function follow(id: string, next: ReadonlyMap<string, OwnExercise>): Target {
  let path: string[] = []
  let at = id
  while (next.has(at) && !path.includes(at)) {
    path.push(at)
    at = next.get(at)?.alias_of ?? at
  }
  if (path.includes(at)) {
    at = path.slice(path.indexOf(at)).sort()[0] ?? at
    path = path.slice(0, path.indexOf(at))
  }
  return { exercise: at, fills: path.flatMap((step) => next.get(step)?.alias_with ?? []) }
}

function filled(entry: Entry, fills: readonly AliasWith[]): Entry {
  let read = entry
  for (const { machine, side, setup } of fills) {
    if (machine && !read.machine) read = { ...read, machine }
    if (!side && !setup) continue
    const set = (workoutSet: WorkoutSet): WorkoutSet => ({
      ...workoutSet, ...(side && !workoutSet.side ? { side } : {}),
      ...(setup ? { setup: { ...setup, ...workoutSet.setup } } : {}),
    })
    read = { ...read, sets: (read.sets ?? []).map(set) }
  }
  return read
}
