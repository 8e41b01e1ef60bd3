/** Edits of a workout: pure, each returns a new body. What is not touched keeps its identity and its unknown keys. */

import { inOrder, type Entry, type Workout, type WorkoutSet } from './documents'
import { keyBetween } from './order'

export function entryOf(workout: Workout, entryId: string): Entry | undefined {
  return workout.entries.find((entry) => entry.id === entryId)
}

/** Put an entry in: a new one, or one that was removed, back to its place. */
export function putEntry(workout: Workout, entry: Entry): Workout {
  const others = workout.entries.filter((other) => other.id !== entry.id)
  return { ...workout, entries: [...others, entry] }
}

export function changeEntry(workout: Workout, entryId: string, change: (entry: Entry) => Entry): Workout {
  return { ...workout, entries: workout.entries.map((entry) => (entry.id === entryId ? change(entry) : entry)) }
}

export function removeEntry(workout: Workout, entryId: string): Workout {
  return { ...workout, entries: workout.entries.filter((entry) => entry.id !== entryId) }
}

/** Move an entry one place up (-1) or down (+1); at the end of the list nothing changes. */
export function moveEntry(workout: Workout, entryId: string, by: -1 | 1): Workout {
  const sorted = inOrder(workout.entries)
  const from = sorted.findIndex((entry) => entry.id === entryId)
  const to = from + by
  if (from < 0 || to < 0 || to >= sorted.length) return workout
  const others = sorted.filter((entry) => entry.id !== entryId)
  const order = keyBetween(others[to - 1]?.order ?? null, others[to]?.order ?? null)
  return changeEntry(workout, entryId, (entry) => ({ ...entry, order }))
}

/** Put a set in: a new one, a changed one, or one that was removed, exactly as it was. */
export function putSet(workout: Workout, entryId: string, set: WorkoutSet): Workout {
  return changeEntry(workout, entryId, (entry) => {
    const there = entry.sets.some((other) => other.id === set.id)
    return { ...entry, sets: there ? entry.sets.map((other) => (other.id === set.id ? set : other)) : [...entry.sets, set] }
  })
}

export function removeSet(workout: Workout, entryId: string, setId: string): Workout {
  return changeEntry(workout, entryId, (entry) => ({ ...entry, sets: entry.sets.filter((set) => set.id !== setId) }))
}

/** The key after the last item. */
export function lastKey(items: readonly { order: string; id: string }[]): string {
  return keyBetween(inOrder(items).at(-1)?.order ?? null, null)
}

/** How many sets a workout has, warm-ups apart. */
export function countSets(workout: Workout): { working: number; warmUp: number } {
  const sets = workout.entries.flatMap((entry) => entry.sets)
  const warmUp = sets.filter((set) => set.kind === 'warm-up').length
  return { working: sets.length - warmUp, warmUp }
}

/** Set labels as lifters write them: w, 1, 2, d, r. Only working sets count up. */
export function setLabels(sets: readonly WorkoutSet[]): Map<string, string> {
  let count = 0
  const labels = new Map<string, string>()
  for (const set of inOrder(sets)) {
    const mark = { 'warm-up': 'w', drop: 'd', 'rest-pause': 'r', working: '' }[set.kind ?? 'working']
    labels.set(set.id, mark === '' || mark === undefined ? String(++count) : mark)
  }
  return labels
}
