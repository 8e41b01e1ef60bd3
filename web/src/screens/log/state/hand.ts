/**
 * The exercise in hand: what its history and the lifter's choices say of the next set, before a program or
 * the engine speaks.
 *
 * It is one value, worked out at once. As signals that follow from each other in many ways, every tap marked
 * them anew along each of the ways, 50,000 steps of them.
 */

import { nextDraft, patternOf, type Draft, type Touched } from '../../../core/logic/draft'
import { fieldsOf, type Counted } from '../../../core/logic/fields'
import { besideToday, easyToday } from '../../../core/logic/log/unmarked-warm-ups'
import { sideNext } from '../../../core/logic/sides'
import { newestEntry } from '../../../core/logic/workout'
import { DEFAULT_K } from '../../../core/generated/tables'
import type { Rack } from '../../../core/rules/loads/plates'
import {
  inOrder, type Entry, type Gym, type Machine, type MassUnit, type Settings, type Side, type Workout,
  type WorkoutSet,
} from '../../../core/values/documents'
import type { ExerciseFacts } from '../../../data/reading/content'
import type { LastTime } from '../../../data/reading/last-time'
import type { ExerciseRow } from '../../../data/reading/names.svelte'
import { allTouched, NO_CHOICE } from './choices'
import type { Choice, Choices } from './events'
import { fitted, rackAround, type Around } from './loading'
import { aimOf, lineOfNext } from './next-set'

export const NOTHING: Counted = { log: [], load_meaning: 'none' }
export const NO_SETS: readonly WorkoutSet[] = []

/** What the lifter took in hand and chose for the next sets. */
export interface Taken { readonly entryId: string | null; readonly choices: Choices }

/** Where the next set stands: its entry, what the lifter chose for it, and its line. */
export interface Place {
  readonly entry: Entry | undefined
  readonly choice: Choice
  readonly touched: Touched
  /** Which side comes next in one-sided work. */
  readonly side: Side
  /** Empty without an exercise. */
  readonly line: string
}

/** What was read for it. */
export interface Read {
  readonly place: Place
  readonly settings: Settings | undefined
  readonly machine: Machine | undefined
  readonly gym: Gym | undefined
  readonly unit: MassUnit
  /** Sets of the exercise's newest earlier entry. */
  readonly before: readonly WorkoutSet[]
  readonly last: LastTime | null | undefined
  readonly file: ExerciseFacts | undefined
  readonly find: (exercise: string) => ExerciseRow
}

export interface Hand extends Place {
  readonly exercise: ExerciseRow | undefined
  readonly meaning: string
  readonly lastWorking: readonly WorkoutSet[]
  /** Sets that today begins with and that only prepare the work, though nobody marked them as warm-ups. */
  readonly easyToday: number
  readonly aim: ReturnType<typeof aimOf>
  /** What a set of the exercise records, and how its load is called. */
  readonly fields: ReturnType<typeof fieldsOf>
  readonly rack: Rack | null
  /** The next set as history alone proposes it. */
  readonly proposed: Draft | undefined
  /** Its numbers are of another day. */
  readonly isRepeated: boolean
}

/** The entry in hand: as taken, else the newest one; a past workout is read from its beginning. */
export function entryOf(
  { entryId }: Taken, workout: Workout | undefined, entries: readonly Entry[],
): Entry | undefined {
  return entries.find(({ id }) => id === entryId) ??
    (workout?.end === undefined ? newestEntry(entries) : entries[0])
}

export function placeOf(
  entry: Entry | undefined, taken: Taken, before: readonly WorkoutSet[], splitting: readonly string[],
): Place {
  const choice = taken.choices[entry?.id ?? ''] ?? NO_CHOICE
  const touched = allTouched(choice)
  const side = touched.side ?? (entry ? sideNext(entry.sets, before) : 'both')
  const line = entry ? lineOfNext(entry, before, side, touched.setup, splitting) : ''
  return { entry, choice, touched, side, line }
}

/** How to work out the hand; what can be loaded stays the same value while nothing of it changed. */
export function createHand(): (read: Read) => Hand {
  const rackOf = createRack()
  return (read) => {
    const { place, before, last, file, unit } = read
    const { entry, side } = place
    const exercise = entry && read.find(entry.exercise)
    const meaning = exercise?.load_meaning ?? 'none'
    const moves = {
      meaning, curveK: file?.curve_k ?? DEFAULT_K,
      baseKg: entry?.machine?.base_kg ?? file?.machine?.base_kg ?? 0,
    }
    const [then, today] = [last?.sets ?? NO_SETS, inOrder(entry?.sets ?? NO_SETS)]
    const lastWorking = besideToday(then, today, moves)
    const aim = aimOf(entry, read.settings)
    const rack = rackOf({ machine: read.machine, gym: read.gym, entry, usual: file?.machine, meaning, unit })
    const next = entry && nextDraft(entry, lastWorking, before.at(-1), aim, side)
    return {
      ...place, exercise, meaning, lastWorking, aim, rack, easyToday: easyToday(then, today, moves),
      fields: fieldsOf(
        exercise ?? NOTHING, (last?.sets ?? before).some((set) => (set.load?.value ?? 0) > 0),
      ),
      proposed: next?.load ? { ...next, load: fitted(next.load, rack, unit) } : next,
      isRepeated: !!entry && patternOf(entry, lastWorking, side).from === 'last-time',
    }
  }
}

function createRack(): (around: Around) => Rack | null {
  let last: { around: Around; rack: Rack | null } | null = null
  return (around) => {
    const before = last?.around
    const isSame = before &&
      (['machine', 'gym', 'usual', 'meaning', 'unit'] as const).every((key) => before[key] === around[key]) &&
      before.entry?.bar === around.entry?.bar
    if (!last || !isSame) {
      last = { around, rack: rackAround(around) }
    }
    return last.rack
  }
}

/** What was taken in hand, as the same value while it stays the same. */
export function createTaken(): (state: Taken) => Taken {
  let last: Taken = { entryId: null, choices: {} }
  return ({ entryId, choices }) => {
    if (last.entryId !== entryId || last.choices !== choices) last = { entryId, choices }
    return last
  }
}
