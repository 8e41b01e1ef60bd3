/**
 * The shape of one session: which sets are a ramp, which are the top sets, which are back-offs, which is
 * open.
 * The twin of `iron.training.prescription.shape`.
 */

import { BUILD_SHARE, OPEN_REPS, RAMP_SHARE, SAME_LOG } from '../../generated/tables'
import type { Lift, LineSession } from './model'
import { median } from '../../values/numbers'

export interface Shape {
  /** Sets at the top load; never empty. */
  readonly tops: readonly Lift[]
  /** Easier sets before it that prepare it. */
  readonly ramp: readonly Lift[]
  /** Sets before it that are work too: pyramids and ascending sets. */
  readonly build: readonly Lift[]
  /** Sets after it with less load. */
  readonly back: readonly Lift[]
  /** Whether the last top set was open ("as many as possible"). */
  readonly isOpen: boolean
  /** The top load as counted, and as moved [kg]. */
  readonly loadKg: number
  readonly movedKg: number
  /** The top sets without the open one, their fewest and their median reps. */
  readonly held: readonly Lift[]
  readonly weakest: number
  readonly usual: number
  /** Everything but the ramp. */
  readonly work: readonly Lift[]
}

/** One session of a track with its shape. */
export interface Work { readonly session: LineSession; readonly shape: Shape }

/** Log of the moved 10RM that a set stands for, its reserve counted. */
export function implied(lift: Lift, k: number, unknownRir = 0): number {
  const left = lift.rir ?? unknownRir
  return Math.log(lift.moved_kg) + Math.log((k + lift.reps + left - 1) / (k + 9))
}

/** Take a session apart; null without a set of full depth. */
export function shapeOf(session: LineSession, k: number): Shape | null {
  const sets = session.sets.filter((lift) => !lift.cut && lift.moved_kg > 0)
  if (sets.length === 0) return null
  const at = topPlace(sets, k)
  const top = Math.log(sets[at]?.moved_kg ?? 1)
  const tops = sets.filter((lift) => Math.abs(Math.log(lift.moved_kg) - top) <= SAME_LOG)
  const lighter = (lift: Lift) => Math.log(lift.moved_kg) < top - SAME_LOG
  const before = sets.slice(0, at).filter(lighter)
  const ramp = rampOf(before, tops, k)
  const build = before.slice(ramp.length)
  const back = sets.slice(at).filter(lighter)
  const isOpen = openLast(tops)
  const held = isOpen ? tops.slice(0, -1) : tops
  const reps = held.map((lift) => lift.reps)
  return {
    tops, ramp, build, back, isOpen, loadKg: tops[0]?.load_kg ?? 0, movedKg: tops[0]?.moved_kg ?? 0, held,
    weakest: Math.min(...reps), usual: median(reps), work: [...build, ...tops, ...back],
  }
}

/** Where the top load begins: the heaviest, unless it is one single after more work at a lighter load. */
function topPlace(sets: readonly Lift[], k: number): number {
  const top = Math.max(...sets.map((lift) => lift.moved_kg))
  const first = sets.findIndex((lift) => lift.moved_kg >= top * (1 - SAME_LOG))
  const heavy = sets.filter((lift) => lift.moved_kg >= top * (1 - SAME_LOG)).length
  const main = new Map<string, Lift[]>()
  for (const lift of sets) {
    const load = lift.moved_kg.toFixed(1)
    main.set(load, [...(main.get(load) ?? []), lift])
  }
  const busiest = [...main.values()].reduce((best, group) => (group.length > best.length ? group : best), [])
  const [worker] = busiest
  const heaviest = sets[first]
  if (!worker || !heaviest) return first
  // A test single on top of straight sets: the straight sets are the work.
  const isTest =
    heavy === 1 && worker.moved_kg < top * (1 - SAME_LOG) && busiest.length >= 3 &&
    implied(worker, k) > implied(heaviest, k) + SAME_LOG
  return isTest ? sets.findIndex((lift) => sameLift(lift, worker)) : first
}

function sameLift(a: Lift, b: Lift): boolean {
  return (
    a.load_kg === b.load_kg && a.moved_kg === b.moved_kg && a.reps === b.reps && a.rir === b.rir &&
    a.failed === b.failed
  )
}

/**
 * The leading sets that only prepare: much easier than the top set, or light, never heavier than the next.
 */
function rampOf(before: readonly Lift[], tops: readonly Lift[], k: number): Lift[] {
  const best = Math.max(...tops.map((lift) => implied(lift, k)))
  const ramp: Lift[] = []
  for (const [place, lift] of before.entries()) {
    const follows = before[place + 1] ?? tops[0]
    const top = tops[0]
    if (!follows || !top) break
    const easy = implied(lift, k) < best - RAMP_SHARE
    const beaten = tops.some((other) => other.reps >= lift.reps) && lift.load_kg < BUILD_SHARE * top.load_kg
    if (lift.moved_kg > follows.moved_kg * (1 + SAME_LOG) || !(easy || beaten)) break
    ramp.push(lift)
  }
  return ramp
}

function openLast(tops: readonly Lift[]): boolean {
  if (tops.length < 2) return false
  const held = tops.slice(0, -1).map((lift) => lift.reps)
  const most = Math.max(...held)
  const last = tops.at(-1)?.reps ?? 0
  return most - Math.min(...held) <= 1 && last >= Math.max(most + OPEN_REPS, 1.5 * most)
}
