/**
 * A program of format 2 as values. The same as `src/iron/training/programs/model.py`; made by `compiling.ts`.
 */
import type { Setup } from '../../values/documents'
import type { MassUnit } from '../loads/units'

export type Moment = 'session' | 'week' | 'cycle'
export interface Amount {
  readonly kg?: number
  readonly lb?: number
}

/** What one set asks for; `repsLow` is seconds where `timed`, and the floor where `amrap`. */
export interface SetTarget {
  readonly repsLow: number
  readonly repsHigh: number
  readonly amrap: boolean
  readonly cap: number | null
  readonly timed: boolean
  readonly percent: number | null
  /** '' for the lift's own number, the id of another lift, or `set N`. */
  readonly of: string
  readonly plus: Amount | null
  readonly fixed: Amount | null
  readonly rir: number | null
  readonly engine: boolean
  readonly kind: string
  readonly rest: number | null
  readonly minutes: number | null
  readonly velocityLoss: number | null
  readonly optional: boolean
  /** Seconds from the start of one set of an EMOM to the start of the next. */
  readonly every: number | null
}

export interface Lift {
  readonly id: string
  readonly name: string
  readonly exercise: string
  readonly ladder: readonly string[]
  readonly keeps: '' | 'training max' | '1rm' | 'load'
  readonly ask: string
  readonly take: number
  readonly start: Amount | null
  readonly rounding: string
  readonly muscle: string
  /** Whether the log offers warm-up sets of its own where none are written. */
  readonly ramp: boolean
  readonly setup: Setup
  readonly alternatives: readonly string[]
}

/** What this Iron can read of a program; a newer format is stored and left alone. */
export const FORMAT = 2

export interface Slot {
  readonly id: string
  readonly lift: string
  readonly exercise: string
  /** Whether the slot names its exercise itself, so that a ladder does not change it. */
  readonly ownExercise: boolean
  readonly name: string
  readonly plans: readonly (readonly SetTarget[] | null)[]
  readonly by: '' | 'week' | 'stage'
  readonly rest: number | null
  readonly counts: boolean
  readonly optional: boolean
  readonly group: string | null
  /** Technique setups that rounds take in turn; empty where the program names none. */
  readonly setups: readonly Setup[]
  /** Exercises to do where the first one cannot be done. */
  readonly alternatives: readonly string[]
  readonly note: string
  /** Counts the slots of the day that are called the same, from 1. */
  readonly nth: number
}

export interface Day {
  readonly name: string
  readonly index: number
  readonly weeks: readonly number[] | null
  readonly weekday: number | null
  readonly note: string
  readonly slots: readonly Slot[]
}

export interface Span {
  readonly low: number
  readonly high: number
}
export interface Row {
  readonly reps: Span
  readonly add: Amount | null
  readonly addPercent: number | null
}

export interface When {
  readonly made: boolean | null
  readonly topped: boolean | null
  readonly set: number | string | null
  readonly reps: Span | null
  readonly over: Span | null
  readonly sum: Span | null
  readonly rirLow: number | null
  readonly rirHigh: number | null
  readonly failed: number | null
  readonly madeInARow: number | null
  readonly stages: readonly number[]
  readonly weeks: readonly number[]
  readonly sets: Span | null
  readonly velocityLoss: number | null
  readonly question: string | null
  readonly answers: readonly string[]
}

export interface Then {
  readonly add: Amount | null
  readonly addPercent: number | null
  readonly deload: number | null
  readonly perRep: Amount | null
  readonly mostReps: number | null
  readonly table: readonly Row[]
  readonly by: 'reps' | 'over' | 'sum'
  readonly setMax: number | null
  readonly source: string
  readonly stage: string
  readonly stageLoad: boolean
  readonly sets: number
  readonly setsReset: boolean
  readonly most: number
  readonly least: number
  readonly rung: '' | 'next' | 'previous' | 'first'
  readonly test: string
}

export interface Rule {
  readonly name: string
  readonly lifts: readonly string[]
  readonly slots: readonly string[]
  readonly at: Moment
  readonly when: When
  readonly then: Then
}

/** A session of the program: cycle and week from 1, day by its place in the text. */
export interface Place {
  readonly cycle: number
  readonly week: number
  readonly day: number
}

export interface Program {
  readonly name: string
  readonly weeks: number
  readonly cycles: number
  readonly daysPerWeek: number
  /** Days keep their weekdays. */
  readonly weekdays: boolean
  readonly lifts: ReadonlyMap<string, Lift>
  readonly days: readonly Day[]
  /** Rules by lift and moment, joined by `|`. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
  readonly order: readonly (readonly [week: number, day: number])[]
  readonly muscleLimits: Readonly<Record<string, number>>
  /** Slots that rules name. */
  readonly watched: ReadonlySet<string>
  readonly body: ProgramBody
}

/** A program as its document or file has it; keys are those of `language.json`. */
export type ProgramBody = Readonly<Record<string, unknown>> & { readonly name: string }

const KG_PER_LB = 0.45359237

/** An amount in a unit; converted where only the other one is written. */
export function amountIn(amount: Amount, unit: MassUnit): number {
  if (unit === 'kg') return amount.kg ?? (amount.lb ?? 0) * KG_PER_LB
  return amount.lb ?? (amount.kg ?? 0) / KG_PER_LB
}

export const holdsIn = (span: Span, value: number): boolean => span.low <= value && value <= span.high
export const countsForRules = (target: { readonly kind: string; readonly optional: boolean }): boolean =>
  target.kind !== 'warm-up' && !target.optional

/** The technique setup of a slot in a round (from 1); null where the program names none. */
export const setupIn = (slot: Slot, cycle: number): Setup | null =>
  slot.setups[(cycle - 1) % Math.max(1, slot.setups.length)] ?? null

/** The sets of a slot in a week and at a stage, both from 1; null for no work. */
export function setsOf(slot: Slot, week: number, stage: number): readonly SetTarget[] | null {
  if (slot.by === 'week') return slot.plans[week - 1] ?? null
  if (slot.by === 'stage') return slot.plans[Math.min(stage, slot.plans.length) - 1] ?? null
  return slot.plans[0] ?? null
}

/** The session after a place; the first for null, null after the last. */
export function nextPlace(program: Program, place: Place | null): Place | null {
  const first = program.order[0]
  if (!first) return null
  if (place === null) return { cycle: 1, week: first[0], day: first[1] }
  let at = positionOf(program, place) + 1
  let cycle = place.cycle
  if (at >= program.order.length) [at, cycle] = [0, cycle + 1]
  const pair = program.order[at]
  return cycle > program.cycles || !pair ? null : { cycle, week: pair[0], day: pair[1] }
}

function positionOf(program: Program, place: Place): number {
  const at = program.order.findIndex(([week, day]) => week === place.week && day === place.day)
  if (at >= 0) return at
  return Math.max(
    0,
    program.order.reduce((best, [week], index) => (week <= place.week ? index : best), 0),
  )
}
