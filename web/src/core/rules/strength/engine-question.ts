/**
 * The question behind an advice and its answer, as stored. The twin of
 * `src/iron/training/advice/question.py`.
 */

import { MOST_LOAD_KG } from '../../generated/tables'
import { familyK, type LineBelief } from './engine-belief'

/** One working set of an earlier session, or of today. */
export interface Did {
  readonly load_kg: number
  readonly reps: number
  readonly rir: number | null
  readonly cut: boolean
}

/** Everything that an advice depends on. Loads as the lifter counts them [kg]. */
export interface Question {
  readonly line: string
  readonly on: string
  readonly family: string
  readonly curve_k: number | null
  readonly implements: number
  /** Moved mass that is not counted [kg]. */
  readonly base_kg: number
  readonly assists: boolean
  readonly sets: number
  readonly reps_low: number
  readonly reps_high: number
  readonly rir: number
  readonly grid: readonly number[]
  readonly belief: LineBelief | null
  readonly known: boolean
  readonly last: readonly Did[]
  readonly before: readonly Did[]
  readonly days_since: number | null
  readonly raised_days: number | null
  readonly best_kg: number | null
  /** In a deload week `sets` are the full number; half of them are done. */
  readonly deload: boolean
  /** `last` was meant for another rep range, because none was for this one. */
  readonly elsewhere?: boolean
}

export interface Advice {
  readonly rule: string
  readonly load_kg: number | null
  readonly reps_low: number
  readonly reps_high: number
  readonly rir: number
  readonly sets: number
  readonly chance: number | null
  readonly low_reps: number | null
  readonly high_reps: number | null
  readonly sentence: string
}

/** A typed load above is refused [kg]. */

export interface Step { readonly moved: number; readonly load: number }

/** Working sets to do: all of them, in a deload week half. */
export function toDo(question: Question): number {
  return question.deload ? Math.max(1, Math.ceil(question.sets / 2)) : question.sets
}

export function kOf(question: Question): number {
  return familyK(question.family, question.curve_k)
}

export function moved(question: Question, load: number): number {
  return question.base_kg + (question.assists ? -load : load) * question.implements
}

/** Every load of the grid that moves something, lightest moved mass first. */
export function stepsOf(question: Question): Step[] {
  return question.grid
    .filter((load) => load >= 0 && load <= MOST_LOAD_KG)
    .map((load) => ({ moved: moved(question, load), load }))
    .filter((step) => step.moved > 0)
    .sort((a, b) => a.moved - b.moved || a.load - b.load)
}

/** The hardest load that moves no more than this; the lightest when all move more. */
export function atMost(question: Question, mass: number): number {
  const steps = stepsOf(question)
  return (steps.findLast((step) => step.moved <= mass + 1e-9) ?? steps[0])?.load ?? 0
}

/** Six digits at most, as Python's `g` writes them. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)))
}

export function kg(load: number): string {
  return `${short(Math.round(load * 100) / 100)} kg`
}

/** A share as whole per cent; halves go to the even number, as in Python. */
export function percent(share: number): string {
  return `${whole(share * 100)}%`
}

export function whole(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}
