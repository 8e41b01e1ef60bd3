/**
 * Entry fields follow the exercise: what a set of it records, what its load counts, and what has no place on
 * screen.
 */

import { loadName } from '../generated/messages-log'
import type { DistanceUnit, Measure, MassUnit } from '../values/documents'

/** What is known of an exercise, library's or own. */
export interface Counted {
  log: readonly Measure[]
  load_meaning: string
  implements?: number
  unilateral?: boolean
  own?: boolean
  /** The lifter said how the load of his own exercise counts. */
  said?: boolean
  /** Kind of its equipment: free, machine, cable, body, cardio, other. */
  place?: string
}

export interface Fields {
  measures: readonly Measure[]
  /** Nothing hangs on the body unless somebody says so: no big number for it. */
  aside: boolean
  /** Without a load there is nothing to log: ask for it first. */
  asks: boolean
  /** How the load is called: Load, Added load, Help, Band. */
  load: string
  /** What stands behind the unit: `each` of two dumbbells, `help`. */
  after: string
  /** Before the number: + where it comes on top of the body. */
  sign: string
  /** Done with one side at a time, as a rule. */
  oneSided: boolean
  /** A side makes sense at all. */
  sides: boolean
  /** A machine, a stack or a bar of its own makes sense. */
  machine: boolean
}

/** Ways of counting where a number is only written down when there is one. */
const ASIDE: ReadonlySet<string> = new Set(['added', 'band', 'none'])
const LOAD_NAMES: Readonly<Record<string, string>> = {
  added: loadName.added, assistance: loadName.assistance, band: loadName.band,
}
const ON_MACHINES: ReadonlySet<string> = new Set(['plates', 'stack', 'assistance', 'barbell'])

/** @param loaded earlier sets have a load: a crunch that somebody does with a plate keeps its number */
export function fieldsOf(row: Counted, loaded = false): Fields {
  // Of an own exercise that nobody described yet, anything may be logged.
  const open = row.own === true && row.said !== true
  const nothing = row.load_meaning === 'none' && !open
  const measures = row.log.filter((measure) => measure !== 'load' || !nothing || loaded)
  const cardio = row.log.includes('distance') && !row.log.includes('load')
  return {
    measures,
    aside: ASIDE.has(row.load_meaning) && !open,
    asks: measures.includes('load') && !ASIDE.has(row.load_meaning),
    load: LOAD_NAMES[row.load_meaning] ?? loadName.load,
    after: (row.implements ?? 1) > 1 ? 'each' : row.load_meaning === 'assistance' ? 'help' : '',
    sign: row.load_meaning === 'added' ? '+' : '',
    oneSided: row.unilateral === true,
    sides: !cardio,
    machine:
      row.own === true ||
      ON_MACHINES.has(row.load_meaning) ||
      row.place === 'machine' ||
      row.place === 'cardio',
  }
}

/**
 * Distances where none was written down yet: roads in kilometres or miles, gym floors and rowers in metres.
 */
export function distanceUnit(row: Counted, unit: MassUnit, equipment: string): DistanceUnit {
  const short = row.log.includes('load') || row.log.includes('reps') || /row|ski/i.test(equipment)
  if (short) return 'm'
  return unit === 'lb' ? 'mi' : 'km'
}

/** Minutes per kilometre or mile, per 500 m on a rower: what a runner reads; empty without both numbers. */
export function pace(
  distance: { value: number; unit: DistanceUnit } | undefined, seconds: number | undefined,
): string {
  if (!distance || !seconds || distance.value <= 0) return ''
  const per = distance.unit === 'm' ? 500 / distance.value : 1 / distance.value
  if (distance.unit === 'ft' || distance.unit === 'yd' || (distance.unit === 'm' && distance.value < 500))
    return ''
  const each = Math.round(seconds * per)
  const of = distance.unit === 'm' ? '500 m' : distance.unit
  return `${Math.floor(each / 60)}:${String(each % 60).padStart(2, '0')} per ${of}`
}

/** `25:30`, `1:02:03` or `90` (seconds) typed; NaN when it is no time [s]. */
export function secondsOf(text: string): number {
  const parts = text.trim().split(':')
  if (parts.length > 3 || !parts.every((part, at) => (at === 0 ? /^\d{1,5}$/ : /^[0-5]\d$/).test(part)))
    return Number.NaN
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}
