/**
 * The case of a line that no repetition counts, and its answer in the lifter's units with code and typed
 * values of its sentence. The twin of `iron.journal.questions.measured_next`.
 */

import { KEPT_SESSIONS, METRES_OF } from '../../generated/tables'
import type { DistanceUnit } from '../../values/documents'
import type { Message, TypedAim, TypedValue } from '../../values/message'
import { daysBetween } from '../../values/numbers'
import { keyOf } from '../history/lines'
import { durationOf, isMeasured, isOutOfRecords, kindOf, metresOf } from '../history/measures'
import type { Facts, Performed } from '../history/performed'
import { asSaid } from '../loads/grid'
import { shown, type MassUnit } from '../loads/units'
import type { Wanted } from '../prescription/model'
import type { Aim, MeasuredCase, MeasuredSession, MeasuredStep } from './steps'

/** An exercise as measured steps read it, before the day that is asked for. */
export interface MeasuredExercise {
  readonly facts: Facts
  readonly log: readonly string[]
  /** Its sets, oldest first. */
  readonly sets: readonly Performed[]
  /** Why a date counts for nothing. */
  readonly cause: (day: string) => string | null
}

/** The case of a line, null where its reps or its load speak. */
export function measuredCase(
  { facts, log, sets, cause }: MeasuredExercise,
  { line, on, wanted }: {
    readonly line: string
    readonly on: string
    readonly wanted: Pick<Wanted, 'sets' | 'deload'> | null
  },
): MeasuredCase | null {
  const here = sets.filter((set) => keyOf(set, facts.splitting) === line)
  const kind = kindOf(here, log, facts)
  if (!isMeasured(kind)) return null
  const isWork = (set: Performed) =>
    set.kind === 'working' && !isOutOfRecords(set) &&
    (durationOf(set) > 0 || metresOf(set) > 0 || (set.reps ?? 0) > 0)
  const newest = sets.filter(isWork).map((set) => set.start.slice(0, 10)).sort().at(-1)
  const groups = new Map<string, Performed[]>()
  for (const set of here) {
    if (!isWork(set) || cause(set.start.slice(0, 10)) !== null) continue
    groups.set(set.workout, [...(groups.get(set.workout) ?? []), set])
  }
  return {
    kind, assists: facts.loadMeaning === 'assistance',
    sessions: [...groups.values()].map(sessionOf).slice(-KEPT_SESSIONS),
    days_away: newest === undefined ? null : daysBetween(newest, on),
    sets: wanted?.sets ?? null, deload: wanted?.deload ?? false,
  }
}

function sessionOf(sets: readonly Performed[]): MeasuredSession {
  return {
    day: sets[0]?.start.slice(0, 10) ?? '', deload: sets[0]?.deload ?? false,
    sets: sets.map((set) => ({
      load_kg: set.loadKg, duration_s: set.raw.duration_s ?? null, distance_m: metresOf(set) || null,
    })),
  }
}

/** The units that a line is shown in. */
export interface Units {
  readonly meaning: string
  /** The unit that the lifter's loads are in. */
  readonly lifted: MassUnit
  /** The unit of the answer. */
  readonly unit: MassUnit
  readonly distance: DistanceUnit
}

/** The unit of the newest distance of a line; metres without one. */
export function distanceUnitOf(sets: readonly Performed[]): DistanceUnit {
  return sets.findLast((set) => set.raw.distance)?.raw.distance?.unit ?? 'm'
}

/** Code and typed values of a step. */
export function measuredMessage(step: MeasuredStep, units: Units): Message {
  const values = Object.entries(step.values).map(([name, value]): [string, TypedValue] => {
    if (typeof value === 'object') return [name, aimValue(value, units)]
    return [name, typeof value === 'string' && /^\d/.test(value) ? { type: 'date', value } : value]
  })
  const aim = step.aim && { aim: aimValue(step.aim, units) }
  return { code: `next-${step.rule}`, values: { ...Object.fromEntries(values), ...aim } }
}

/** What to do, in the lifter's units. */
export function aimValue({ load_kg, duration_s, distance_m }: Aim, units: Units): TypedAim {
  const { meaning, lifted, unit, distance } = units
  const on = meaning === 'added' || meaning === 'none' ? 'body' : meaning === 'assistance' ? 'help' : 'load'
  const inUnit = (metres: number) => shown(metres / METRES_OF[distance])
  return {
    type: 'aim',
    load: load_kg ? { type: 'load', value: asSaid(load_kg, unit, lifted), unit, on } : null,
    duration: duration_s && { low: seconds(duration_s[0]), high: seconds(duration_s[1]) },
    distance: distance_m && { low: inUnit(distance_m[0]), high: inUnit(distance_m[1]), unit: distance },
  }
}

function seconds(value: number): number {
  return Math.floor(value + 0.5)
}
