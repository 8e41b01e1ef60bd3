/**
 * Bests and records of one line. The twin of `src/iron/training/history/bests.py`.
 *
 * Warm-ups, flagged sets and cut-depth sets never count. Where the load is assistance, less is better.
 * Cases: `spec/bests.json`.
 */
import { REP_RANGES } from '../../generated/tables'
import { inTime } from './lines'
import { counts, type Performed } from './performed'
import { massAsWritten, shown, type MassUnit } from '../loads/units'
import type { Message } from '../../values/message'
import { whole } from '../../values/numbers'
import { atOnce, PIECE, type Pieces } from '../../values/pieces'

export interface RepBest {
  readonly low: number
  readonly high: number | null
  readonly load_kg: number
  readonly reps: number
  readonly set_id: string
  readonly start: string
}

export interface RepsAtLoad {
  readonly load_kg: number
  readonly reps: number
  readonly set_id: string
  readonly start: string
}

/** A set that did what no earlier set of its line had done. */
export interface LineRecord {
  /** load: the best load of its rep range. reps: more reps than ever at this load or a harder one. */
  readonly kind: 'load' | 'reps'
  readonly set_id: string
  readonly start: string
  readonly load_kg: number
  readonly reps: number
}

/**
 * The sets of a line that may hold a best, oldest first. Sets must carry their depth class (`classifyDepth`).
 */
export function eligible(sets: Iterable<Performed>): Performed[] {
  return inTime(sets).filter((set) => counts(set) && set.depthClass === 'full')
}

/** The range in which a number of reps lies; half reps count as the reps below. */
export function repRange(reps: number): readonly [low: number, high: number | null] {
  return REP_RANGES.find(([, high]) => high === null || reps < high + 1) ?? [20, null]
}

/** The best load of every rep range of one line; among equal loads more reps, then the earlier set. */
export function repBests(sets: Iterable<Performed>, loadMeaning: string): RepBest[] {
  const best = new Map<number, Performed>()
  for (const set of eligible(sets)) {
    const [low] = repRange(repsOf(set))
    const held = best.get(low)
    const [load, heldLoad] = [merit(set, loadMeaning), held ? merit(held, loadMeaning) : 0]
    if (!held || load > heldLoad || (load === heldLoad && repsOf(set) > repsOf(held))) best.set(low, set)
  }
  return REP_RANGES.flatMap(([low, high]) => {
    const set = best.get(low)
    return set ? [{ low, high, ...mark(set) }] : []
  })
}

/** The most reps at each load of one line, hardest load first; among equals the earlier set. */
export function repsAtLoad(sets: Iterable<Performed>, loadMeaning: string): RepsAtLoad[] {
  const best = new Map<number, Performed>()
  for (const set of eligible(sets)) {
    const held = best.get(set.loadKg)
    if (!held || repsOf(set) > repsOf(held)) best.set(set.loadKg, set)
  }
  return [...best.values()].sort((a, b) => merit(b, loadMeaning) - merit(a, loadMeaning)).map(mark)
}

/**
 * Every record of one line in time: sets that no earlier set equalled in reps at the load or a harder one.
 * The first workout of a line sets the mark and makes none.
 */
export function records(sets: Iterable<Performed>, loadMeaning: string): LineRecord[] {
  return atOnce(recording(sets, loadMeaning))
}

/** The same, a piece at a time. */
export function* recording(sets: Iterable<Performed>, loadMeaning: string): Pieces<LineRecord[]> {
  const ordered = eligible(sets)
  yield
  const first = ordered[0]?.workout
  const records: LineRecord[] = []
  let frontier: Performed[] = [] // earlier sets that no other earlier set beats: few, however long the log
  const heaviest = new Map<number, number>()
  for (const [at, set] of ordered.entries()) {
    if (at % PIECE === PIECE - 1) yield
    const load = merit(set, loadMeaning)
    const beaten = frontier.some((other) => merit(other, loadMeaning) >= load && repsOf(other) >= repsOf(set))
    const [range] = repRange(repsOf(set))
    const held = heaviest.get(range)
    if (!beaten) {
      if (set.workout !== first) records.push(record(set, held === undefined || load > held))
      frontier = frontier.filter((other) => merit(other, loadMeaning) > load || repsOf(other) > repsOf(set))
      frontier.push(set)
    }
    if (held === undefined || load > held) heaviest.set(range, load)
  }
  return records
}

function record(set: Performed, heaviest: boolean): LineRecord {
  return { kind: heaviest ? 'load' : 'reps', ...mark(set) }
}

/** Code and typed values of a record's sentence, the load in the lifter's unit. */
export function recordMessage(won: LineRecord, loadMeaning: string, unit: MassUnit): Message {
  const [low, high] = repRange(won.reps)
  const on = loadMeaning === 'added' || loadMeaning === 'none' ? 'body' : 'load'
  const range = high === null ? `${low}+` : `${low}–${high}`
  return {
    code: `record-${won.kind}${loadMeaning === 'assistance' ? '-help' : ''}`,
    values: {
      load: { type: 'load', value: readable(won.load_kg, unit), unit, on }, done: won.reps,
      ...(won.kind === 'load' ? { range } : {}),
    },
  }
}

/** A load as its lifter reads it: quarter steps stay, what is converted reads in half pounds or 0.1 kg. */
function readable(loadKg: number, unit: MassUnit): number {
  const value = massAsWritten(loadKg, unit)
  if (Number.isInteger(value * 4)) return value
  return unit === 'lb' ? whole(value * 2) / 2 : shown(whole(value * 10) / 10)
}

function mark(set: Performed): RepsAtLoad {
  return { load_kg: set.loadKg, reps: repsOf(set), set_id: set.id, start: set.start }
}

function merit(set: Performed, loadMeaning: string): number {
  return loadMeaning === 'assistance' ? -set.loadKg : set.loadKg
}

function repsOf(set: Performed): number {
  return set.reps ?? 0
}
