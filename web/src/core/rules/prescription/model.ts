/**
 * The question and the answer of a prescription, as Python's `iron.training.prescription.model` has them;
 * JSON
 * all the way down, so keys are written as in a document. Cases of this folder: `spec/prescription.json`.
 */

import type { LineBelief } from '../strength/belief'

/** One working set: load as counted [kg], moved mass [kg], reps, reps in reserve or null. */
export interface Lift {
  readonly load_kg: number
  readonly moved_kg: number
  readonly reps: number
  readonly rir: number | null
  readonly cut: boolean
  readonly failed: boolean
  /** It looked like a typing error, and the lifter confirmed it. */
  readonly sure: boolean
}

/** The working sets of one line in one workout, in the order in which they were done. */
export interface LineSession {
  /** Local date, YYYY-MM-DD. */
  readonly day: string
  readonly sets: readonly Lift[]
  /** Working sets that the plan asked for. */
  readonly planned: number | null
  /** Reps that the sets were meant to have. */
  readonly aim: readonly [low: number, high: number] | null
  readonly deload: boolean
  /** Why the day counts for nothing (illness, travel, pain …). */
  readonly cause: string | null
  /** Sets of it that are doubtful and kept apart; they were done, whatever they weighed. */
  readonly apart: number
}

/** What a plan asks for: working sets (in a deload week the full number), rep range, reps in reserve. */
export interface Wanted {
  readonly sets: number
  readonly reps_low: number
  readonly reps_high: number
  readonly rir: number
  readonly deload: boolean
  /** The load that a program sets, as counted [kg]; null where the engine is to choose it. */
  readonly load_kg: number | null
  /** False where the plan names no reserve and `rir` stands in for it. */
  readonly rir_stated?: boolean
}

/** A set that does not fit what is known, kept apart until a second workout agrees. */
export interface Doubt {
  readonly day: string
  readonly load_kg: number
  readonly reps: number
  readonly low_kg: number
  readonly high_kg: number
  readonly count: number
}

export type RepRange = readonly [low: number, high: number, rirLow: number, rirHigh: number]

/** Everything that a prescription depends on. Loads as counted [kg]. */
export interface Case {
  readonly line: string
  /** The day, YYYY-MM-DD. */
  readonly on: string
  readonly family: string
  readonly k: number
  readonly meaning: string
  /** How many of the counted load move. */
  readonly implements: number
  /** Mass that moves and is not counted: sled, share of the body [kg]. */
  readonly base_kg: number
  /** Of the loads there are: where the lifter trains, else his own. */
  readonly unit: 'kg' | 'lb'
  /** Loads there are, ascending. */
  readonly grid: readonly number[]
  /** Capacity of the line today; null when nothing is known. */
  readonly belief: LineBelief | null
  /** Sessions of the line without doubtful sets, oldest first, the newest 24 at most. */
  readonly sessions: readonly LineSession[]
  readonly wanted: Wanted | null
  readonly ranges: readonly RepRange[]
  /** Days since the exercise or a relative was trained. */
  readonly days_away: number | null
  /** Days since the exercise was trained on any line. */
  readonly exercise_days: number | null
  /** Moved 10RM that the last weeks of the exercise bound a new line by [kg]. */
  readonly cap_kg: number | null
  readonly doubt: Doubt | null
  /** Whether a body mass is known where the exercise moves the body. */
  readonly mass_known: boolean
  /**
   * Loads of the sessions that were lifted in the other unit, ascending; such a load is shown as lifted, and
   * the nearest one there is stands for it. Advice of old does not have them.
   */
  readonly other_unit?: readonly number[]
}

/** Values of a message: numbers and text; `telling` gives them their types. */
export type RawValues = Readonly<Record<string, number | string | null>>

/** What to do next on a line. */
export interface Prescription {
  /** Direction and reason, such as `up-own-steps`. */
  readonly rule: string
  /** As counted; 0 is body weight where nothing is added; null when not known. */
  readonly load_kg: number | null
  readonly sets: number
  readonly reps_low: number
  readonly reps_high: number
  readonly rir: number
  /** Probability of at least `reps_low` reps, within `SHOWN_CHANCES`. */
  readonly chance: number | null
  /** The same for another number of reps at this load: a screen may offer more than the low end. */
  readonly chanceOf: (reps: number) => number | null
  readonly values: RawValues
  /** Code and values of a question to the lifter. */
  readonly question: readonly [code: string, values: RawValues] | null
  /** The sets after this one, where the day has more than one load and the answer is one within a workout. */
  readonly rest: readonly (readonly [loadKg: number, reps: number])[]
}

/** Whether the counted load helps. */
export function assists(given: Case): boolean {
  return given.meaning === 'assistance'
}

/** Whether no load means body weight. */
export function onBody(given: Case): boolean {
  return given.meaning === 'added' || given.meaning === 'none'
}

/** Whether a load was lifted in the other unit. */
export function isOtherUnit({ other_unit = [] }: Case, load: number | string | null | undefined): boolean {
  return typeof load === 'number' && other_unit.includes(load)
}

/** Moved mass of a counted load [kg]. */
export function movedMass(given: Case, load: number): number {
  return given.base_kg + (assists(given) ? -load : load) * given.implements
}

const sorted = new WeakMap<Case, readonly number[]>()

/** The loads of the grid that move something, easiest first. */
export function stepsOf(given: Case): readonly number[] {
  const held = sorted.get(given)
  if (held) return held
  const steps = given.grid
    .filter((load) => movedMass(given, load) > 0)
    .sort((a, b) => movedMass(given, a) - movedMass(given, b))
  sorted.set(given, steps)
  return steps
}
