/** A program's target as the next set of the log, its warm-up sets and its rest. */
import type { Draft } from '../../../core/logic/draft'
import { loggedAs, type SlotTargets, type Target as Asked } from '../../../core/rules/programs/targets'
import {
  inOrder, kindOf, type Entry, type MassUnit, type SetKind, type Target,
} from '../../../core/values/documents'
import type { WarmUpStep } from './next-set'

export interface Programmed {
  target: Asked
  slot: SlotTargets
  /** All sets of the slot, and which one is next, from 0. */
  sets: readonly Asked[]
  at: number
  count: number
  unit: MassUnit
  /** Where the load comes from, in words. */
  source: string
  /** What results of this set would change, in words. */
  outlook: string[]
}

/** The proposed set with the load and the reps that the program asks for. */
export function asProgrammed(proposed: Draft, { target, unit }: Programmed): Draft {
  const { rir: _, failure: __, ...rest } = proposed
  return {
    ...rest,
    kind: loggedAs(target),
    ...(target.load === null ? {} : { load: { value: target.load, unit } }),
    ...(target.timed ? { duration_s: target.repsLow } : { reps: target.repsLow }),
  }
}

export function programTarget({ target, unit }: Programmed): Target {
  return {
    ...(target.load === null ? {} : { load: { value: target.load, unit } }),
    ...(target.timed ? {} : { reps_low: target.repsLow, reps_high: target.repsHigh }),
    ...(target.rir === null ? {} : { rir: target.rir }),
  }
}

/** The warm-up sets that the program writes and that are still ahead; null where it writes none. */
export function writtenWarmUps({ slot }: Programmed, entry: Entry): WarmUpStep[] | null {
  if (slot.warmUps.length === 0) return slot.ramp ? null : []
  if (!entry.sets.every((set) => kindOf(set) === 'warm-up')) return []
  const steps = slot.warmUps.flatMap(({ load, repsLow }) => (load === null ? [] : [{ load, reps: repsLow }]))
  return steps.slice(entry.sets.length)
}

/** Kinds whose sets come after a few breaths. */
const BREATHS: ReadonlySet<string> = new Set(['rest-pause', 'myo-rep', 'cluster'])

/**
 * Rest after a set of a program [s]: what the set says, else what the next one needs, else as usual. An EMOM
 * rests until the next full interval, counted from the end of its first set.
 *
 * @param usual rest after a kind of set
 * @param now local time of the tap; undefined for what is told before it
 */
export function restAfterTarget(
  { target, sets, at }: Programmed, entry: Entry, usual: (kind: SetKind) => number, now?: string,
): number {
  const next = sets[at + 1]
  if (target.every !== null && next) return now === undefined ? target.every : tick(target.every, entry, now)
  if (target.rest !== null) return target.rest
  if (next?.kind === 'drop') return 0
  return usual(next && BREATHS.has(next.kind) ? 'rest-pause' : 'working')
}

function tick(every: number, entry: Entry, now: string): number {
  const first = inOrder(entry.sets).find((set) => kindOf(set) === 'working')?.done_at
  const since = first === undefined ? 0 : (Date.parse(`${now}Z`) - Date.parse(`${first}Z`)) / 1000
  return Math.round(every - (Math.max(0, since) % every))
}
