/**
 * Edits of a workout: pure, each returns a new body. What is not touched keeps its identity and its unknown
 * keys.
 */

import { inOrder, type Entry, type Workout, type WorkoutSet } from '../values/documents'
import { isKey, keyBetween } from '../rules/records/order'

export function entryOf(workout: Workout, entryId: string): Entry | undefined {
  return workout.entries.find((entry) => entry.id === entryId)
}

/** Put an entry in: a new one, or one that was removed, back to its place. */
export function putEntry(workout: Workout, entry: Entry): Workout {
  const others = workout.entries.filter((other) => other.id !== entry.id)
  return { ...workout, entries: [...others, entry] }
}

export function changeEntry(workout: Workout, entryId: string, change: (entry: Entry) => Entry): Workout {
  return {
    ...workout, entries: workout.entries.map((entry) => (entry.id === entryId ? change(entry) : entry)),
  }
}

export function removeEntry(workout: Workout, entryId: string): Workout {
  return { ...workout, entries: workout.entries.filter((entry) => entry.id !== entryId) }
}

/** An entry that aims at a range of reps, or at none of its own (null); what else is planned stays. */
export function aimedAt(entry: Entry, range: readonly [number, number] | null): Entry {
  const { plan: { reps_low: _low, reps_high: _high, ...others } = {}, ...rest } = entry
  const plan = range ? { ...others, reps_low: range[0], reps_high: range[1] } : others
  return Object.keys(plan).length === 0 ? rest : { ...rest, plan }
}

/** Move an entry one place up (-1) or down (+1); at the end of the list nothing changes. */
export function moveEntry(workout: Workout, entryId: string, by: -1 | 1): Workout {
  return moveEntryTo(
    workout, entryId, inOrder(workout.entries).findIndex((entry) => entry.id === entryId) + by,
  )
}

/** Move an entry to a place, counted from 0; outside the list nothing changes. */
export function moveEntryTo(workout: Workout, entryId: string, to: number): Workout {
  const sorted = inOrder(workout.entries)
  const from = sorted.findIndex((entry) => entry.id === entryId)
  if (from < 0 || to < 0 || to >= sorted.length || to === from) return workout
  const others = withRoom(sorted.filter((entry) => entry.id !== entryId), to)
  const order = keyBetween(others[to - 1]?.order ?? null, others[to]?.order ?? null)
  const entries = workout.entries.map((entry) =>
    entry.id === entryId ? { ...entry, order } : (others.find(({ id }) => id === entry.id) ?? entry),
  )
  return { ...workout, entries }
}

/** Whether a key fits between two others; none does where two phones gave the same one. */
function hasRoom(before: string | null, after: string | null): boolean {
  if (after === null) return true
  return isKey(after) && (before === null || (isKey(before) && before < after))
}

/** Entries in order, with new keys where none fits before a place: two phones may have given the same. */
function withRoom(sorted: readonly Entry[], at: number): readonly Entry[] {
  if (hasRoom(sorted[at - 1]?.order ?? null, sorted[at]?.order ?? null)) return sorted
  let order: string | null = null
  return sorted.map((entry): Entry => {
    order = keyBetween(order, null)
    return { ...entry, order }
  })
}

/** Put a set in: a new one, a changed one, or one that was removed, exactly as it was. */
export function putSet(workout: Workout, entryId: string, set: WorkoutSet): Workout {
  return changeEntry(workout, entryId, (entry) => {
    const there = entry.sets.some((other) => other.id === set.id)
    return {
      ...entry,
      sets: there ? entry.sets.map((other) => (other.id === set.id ? set : other)) : [...entry.sets, set],
    }
  })
}

export function removeSet(workout: Workout, entryId: string, setId: string): Workout {
  return changeEntry(workout, entryId, (entry) => ({
    ...entry, sets: entry.sets.filter((set) => set.id !== setId),
  }))
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

/**
 * Set labels as lifters write them: W, 1, 2, D, R; 1L and 1R one side at a time. Only working sets count up.
 */
export function setLabels(sets: readonly WorkoutSet[]): Map<string, string> {
  const count = { both: 0, left: 0, right: 0, single: 0 }
  const labels = new Map<string, string>()
  for (const set of inOrder(sets)) {
    const mark = { 'warm-up': 'W', drop: 'D', 'rest-pause': 'R', working: '' }[set.kind ?? 'working']
    const side = set.side ?? 'both'
    if (mark === '' || mark === undefined) count[side] += 1
    labels.set(
      set.id,
      mark
        || `${count[side]}${side === 'left' ? 'L' : side === 'right' ? 'R' : side === 'single' ? '·1' : ''}`
    )
  }
  return labels
}

/**
 * After a set of a superset: whose turn it is, and whether the round is over (then one rest for all). Null
 * outside one.
 *
 * @param wants whether an entry still wants sets; where nobody knows, the partner with fewer sets is next
 */
export function turnAfter(
  entries: readonly Entry[], finished: Entry, wants: (entry: Entry) => boolean,
): { entry: Entry; rest: boolean } | null {
  if (finished.group === undefined) return null
  const group = inOrder(entries).filter((entry) => entry.group === finished.group)
  const at = group.findIndex((entry) => entry.id === finished.id)
  if (group.length < 2 || at < 0) return null
  const after = [...group.slice(at + 1), ...group.slice(0, at)].find(wants)
  if (!after) return { entry: finished, rest: true }
  return { entry: after, rest: group.indexOf(after) < at }
}

/** Make an entry and the one after it a superset: the next free letter, or the letter either has. */
export function joinNext(workout: Workout, entryId: string): Workout {
  const sorted = inOrder(workout.entries)
  const at = sorted.findIndex((entry) => entry.id === entryId)
  const [first, second] = [sorted[at], sorted[at + 1]]
  if (!first || !second) return workout
  const free = [...'ABCDEFGH'].find((letter) => !sorted.some((entry) => entry.group === letter)) ?? 'A'
  const group = first.group ?? second.group ?? free
  const grouped = changeEntry(workout, first.id, (entry) => ({ ...entry, group }))
  return changeEntry(grouped, second.id, (entry) => ({ ...entry, group }))
}

/**
 * Another exercise in place of an entry; one that has sets keeps them and its place, the other comes right
 * after it.
 */
export function swapIn(workout: Workout, entryId: string, made: Entry): Workout {
  const sorted = inOrder(workout.entries)
  const at = sorted.findIndex((entry) => entry.id === entryId)
  const old = sorted[at]
  if (!old) return workout
  const aims = {
    ...(old.group === undefined ? {} : { group: old.group }), ...(old.plan ? { plan: rest(old) } : {}),
  }
  if (old.sets.length === 0)
    return {
      ...workout,
      entries: workout.entries.map((entry) =>
        entry.id === entryId ? { ...made, ...aims, order: old.order } : entry,
      ),
    }
  const placed = withRoom(sorted, at + 1)
  const order = keyBetween(placed[at]?.order ?? null, placed[at + 1]?.order ?? null)
  // What is left of the plan moves on; the old entry has done its part.
  const entries = placed.map((entry) => (entry.id === entryId ? withoutGroup(entry) : entry))
  return { ...workout, entries: [...entries, { ...made, ...aims, order }] }
}

/** Undo of `swapIn`: the old entry as it was. The made one goes, unless sets were logged in it since. */
export function swapBack(workout: Workout, old: Entry, made: string): Workout {
  const entries = workout.entries.filter((entry) => entry.id !== made || entry.sets.length > 0)
  const aims = {
    ...(old.group === undefined ? {} : { group: old.group }), ...(old.plan ? { plan: old.plan } : {}),
  }
  const there = entries.some((entry) => entry.id === old.id)
  if (!there) return { ...workout, entries: [...entries, old] }
  return {
    ...workout, entries: entries.map((entry) => (entry.id === old.id ? { ...entry, ...aims } : entry)),
  }
}

function rest(old: Entry): NonNullable<Entry['plan']> {
  const working = old.sets.filter((set) => (set.kind ?? 'working') === 'working').length
  return {
    ...old.plan, ...(old.plan?.sets === undefined ? {} : { sets: Math.max(1, old.plan.sets - working) }),
  }
}

function withoutGroup({ group: _, ...entry }: Entry): Entry {
  const working = entry.sets.filter((set) => (set.kind ?? 'working') === 'working').length
  return entry.plan?.sets === undefined
    ? entry
    : { ...entry, plan: { ...entry.plan, sets: Math.max(1, working) } }
}

/** The entry the lifter is at: the one with the newest set; before the first set, the first. */
export function newestEntry(entries: readonly Entry[]): Entry | undefined {
  const newest = (entry: Entry) => entry.sets.map((set) => set.done_at ?? '').sort().at(-1) ?? ''
  return [...entries].sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0))[0]
}
