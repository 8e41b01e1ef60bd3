/**
 * The best load of every rep range of one line. The twin of `src/iron/training/history/bests.py`.
 *
 * Warm-ups, flagged sets and cut-depth sets never count. Where the load is assistance, less is better.
 * Cases: `spec/bests.json`.
 */
import { REP_RANGES } from '../../generated/tables'
import { inTime } from './lines'
import { counts, type Performed } from './performed'

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
    const [load, heldLoad] = [loadMerit(set, loadMeaning), held ? loadMerit(held, loadMeaning) : 0]
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
  return [...best.values()].sort((a, b) => loadMerit(b, loadMeaning) - loadMerit(a, loadMeaning)).map(mark)
}

function mark(set: Performed): RepsAtLoad {
  return { load_kg: set.loadKg, reps: repsOf(set), set_id: set.id, start: set.start }
}

/** The load as counted [kg], the more the harder: help counts below zero. */
export function loadMerit(set: Performed, loadMeaning: string): number {
  return loadMeaning === 'assistance' ? -set.loadKg : set.loadKg
}

function repsOf(set: Performed): number {
  return set.reps ?? 0
}
