/**
 * Records of one line: sets that did what no earlier set had done. The twin of
 * `src/iron/training/history/set_records.py`. Cases: `spec/bests.json`.
 *
 * Reps, holds, distances and paces each have their own records. Warm-ups, cut depth and flagged sets make
 * none. Where the load is assistance, less is better.
 */
import { METRES_OF, PACE_FROM_M, SAME_DISTANCE } from '../../generated/tables'
import type { Message, TypedAim, TypedLoad, TypedValue } from '../../values/message'
import type { DistanceUnit } from '../../values/documents'
import { whole } from '../../values/numbers'
import { atOnce, PIECE, type Pieces } from '../../values/pieces'
import { massAsWritten, shown, type MassUnit } from '../loads/units'
import { loadMerit, repRange } from './bests'
import { inTime } from './lines'
import { durationOf, isOutOfRecords, lapOf, metresOf } from './measures'
import type { Performed } from './performed'

export type Counted = 'reps' | 'duration' | 'distance' | 'pace'

/** A set that did what no earlier set of its line had done. */
export interface LineRecord {
  /**
   * load: the best load of its rep range, or more load than in any hold or carry before. reps, duration,
   * distance: more than ever at this load or a harder one. pace: faster than ever over this distance or a
   * longer one; a run that is farther than all before is a distance.
   */
  readonly kind: 'load' | Counted
  readonly set_id: string
  readonly start: string
  readonly load_kg: number
  readonly reps: number | null
  readonly duration_s: number | null
  readonly distance_m: number | null
  readonly distance_unit: DistanceUnit | null
}

/** What a set may hold a record with. */
export interface Point {
  /** What `amount` counts. */
  readonly counted: Counted
  /** How hard it was: the load [kg], help below zero; without a load the distance [m] (`pace`). */
  readonly level: number
  /** Reps, seconds, metres, or metres a second, 0 where the pace says nothing. */
  readonly amount: number
}

/**
 * What a set may hold a record with; null for warm-ups, cut depth and flagged sets, and where nothing was
 * counted. Sets must carry their depth class (`classifyDepth`).
 */
export function pointOf(set: Performed, loadMeaning: string): Point | null {
  if (set.kind === 'warm-up' || set.depthClass === 'cut' || isOutOfRecords(set)) return null
  const level = loadMerit(set, loadMeaning)
  if (set.reps !== undefined) return set.reps > 0 ? { counted: 'reps', level, amount: set.reps } : null
  const [metres, seconds] = [metresOf(set), durationOf(set)]
  if (metres > 0 && set.loadKg > 0) return { counted: 'distance', level, amount: metres }
  if (metres > 0)
    return {
      counted: 'pace', level: metres, amount: metres >= PACE_FROM_M && seconds > 0 ? metres / seconds : 0,
    }
  return seconds > 0 ? { counted: 'duration', level, amount: seconds } : null
}

/** Whether an earlier set did as much at this level or a harder one. */
export function isBeaten(point: Point, earlier: Point): boolean {
  return earlier.level >= least(point) && earlier.amount >= point.amount
}

/** The level that counts as as hard: watches measure a distance a little short. */
function least({ counted, level }: Point): number {
  return counted === 'pace' ? level * SAME_DISTANCE : level
}

/**
 * Every record of one line in time: sets that no earlier set equalled in reps, time or distance at the load
 * or a harder one, or in pace over the distance or a longer one. The first workout that counts something
 * sets the mark and makes none.
 */
export function records(sets: Iterable<Performed>, loadMeaning: string): LineRecord[] {
  return atOnce(recording(sets, loadMeaning))
}

/** The same, a piece at a time. */
export function* recording(sets: Iterable<Performed>, loadMeaning: string): Pieces<LineRecord[]> {
  const ordered = inTime(sets)
  yield
  const made: LineRecord[] = []
  const fronts = new Map<Counted, Front>()
  for (const [at, set] of ordered.entries()) {
    if (at % PIECE === PIECE - 1) yield
    const point = pointOf(set, loadMeaning)
    if (!point) continue
    const front = fronts.get(point.counted) ?? new Front(set.workout)
    fronts.set(point.counted, front)
    if (front.beats(point)) continue
    if (set.workout !== front.workout) made.push(record(set, kindOf(point, front.isHighest(point))))
    front.add(point)
  }
  return made
}

/** What no set has beaten yet, and the highest level: for reps of each rep range. */
class Front {
  private points: Point[] = []
  private readonly highest = new Map<number, number>()

  constructor(readonly workout: string) {}

  beats(point: Point): boolean {
    return this.points.some((earlier) => isBeaten(point, earlier))
  }

  isHighest(point: Point): boolean {
    const held = this.highest.get(classOf(point))
    return held === undefined || least(point) > held
  }

  add(point: Point): void {
    this.points = this.points.filter((other) => other.level > point.level || other.amount > point.amount)
    this.points.push(point)
    const held = this.highest.get(classOf(point)) ?? point.level
    this.highest.set(classOf(point), Math.max(held, point.level))
  }
}

/** The rep range whose highest load is told; everything else has one class. */
function classOf({ counted, amount }: Point): number {
  return counted === 'reps' ? repRange(amount)[0] : 0
}

function kindOf({ counted }: Point, isHighest: boolean): LineRecord['kind'] {
  if (!isHighest) return counted
  return counted === 'pace' ? 'distance' : 'load'
}

function record(set: Performed, kind: LineRecord['kind']): LineRecord {
  return {
    kind, set_id: set.id, start: set.start, load_kg: set.loadKg, reps: set.reps ?? null,
    duration_s: set.raw.duration_s ?? null, distance_m: metresOf(set) || null,
    distance_unit: set.raw.distance?.unit ?? null,
  }
}

/** Code and typed values of a record's sentence, the load in the lifter's unit. */
export function recordMessage(won: LineRecord, loadMeaning: string, unit: MassUnit): Message {
  const helps = loadMeaning === 'assistance'
  const on = loadMeaning === 'added' || loadMeaning === 'none' ? 'body' : 'load'
  const load: TypedLoad = { type: 'load', value: readable(won.load_kg, unit), unit, on }
  if (won.reps !== null) {
    const [low, high] = repRange(won.reps)
    const range = won.kind === 'load' ? { range: high === null ? `${low}+` : `${low}–${high}` } : {}
    return {
      code: `record-${won.kind}${helps ? '-help' : ''}`, values: { load, done: won.reps, ...range },
    }
  }
  const numbers = measured(won, won.load_kg ? { ...load, on: helps ? 'help' : on } : null)
  if (won.kind === 'load') {
    const counted = won.distance_m ? 'distance' : 'duration'
    return { code: `record-load-${counted}${helps ? '-help' : ''}`, values: { done: numbers } }
  }
  if (won.kind === 'pace') return { code: 'record-pace', values: { done: numbers, ...paceOf(won) } }
  return { code: `record-${won.kind}${won.load_kg ? '-load' : ''}`, values: { done: numbers } }
}

/** Load, time and distance as the typed value of a message. */
function measured({ duration_s, distance_m, distance_unit }: LineRecord, load: TypedLoad | null): TypedAim {
  const unit = distance_unit ?? 'm'
  const lasted = duration_s ? Math.floor(duration_s + 0.5) : null
  const covered = distance_m ? shown(distance_m / METRES_OF[unit]) : null
  return {
    type: 'aim', load,
    duration: lasted === null ? null : { low: lasted, high: lasted },
    distance: covered === null ? null : { low: covered, high: covered, unit },
  }
}

function paceOf({ duration_s, distance_m, distance_unit }: LineRecord): Record<string, TypedValue> {
  const [lap, length] = lapOf(distance_unit ?? 'm')
  const each = Math.floor(((duration_s ?? 0) * length) / (distance_m ?? length) + 0.5)
  return { time: { type: 'duration', low: each, high: each }, lap }
}

/** A load as its lifter reads it: quarter steps stay, what is converted reads in half pounds or 0.1 kg. */
function readable(loadKg: number, unit: MassUnit): number {
  const value = massAsWritten(loadKg, unit)
  if (Number.isInteger(value * 4)) return value
  return unit === 'lb' ? whole(value * 2) / 2 : shown(whole(value * 10) / 10)
}
