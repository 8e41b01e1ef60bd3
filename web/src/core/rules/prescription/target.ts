/**
 * What the next session aims for: sets, reps and reserve, by the plan, by the lifter's own habit, by the
 * exercise. The twin of `iron.training.prescription.target`.
 */

import { FIRST_LOW, MOST_RANGE_REPS, REPS_OFF, USUAL_RANGE, USUAL_SETS } from '../../generated/tables'
import { onBody, type Case, type LineSession, type RepRange } from './model'
import { least, median, whole } from '../../values/numbers'
import type { Track } from './patterns'

export interface Target {
  readonly sets: number
  readonly low: number
  /** The load goes up when every set reached it. */
  readonly high: number
  readonly rir: number
  /** Whether reps are a number of the lifter's own, the same at every load. */
  readonly isOwn: boolean
  readonly isPlanned: boolean
  /** Low end of the exercise's own range, where own reps are too many for the next load. */
  readonly rangeLow: number
}

const [USUAL_LOW = 8, USUAL_HIGH = 12, USUAL_RIR_LOW = 1, USUAL_RIR_HIGH = 3] = USUAL_RANGE
const USUAL: RepRange = [USUAL_LOW, USUAL_HIGH, USUAL_RIR_LOW, USUAL_RIR_HIGH]

export function targetOf(given: Case, track: Track | null): Target {
  if (given.wanted !== null) {
    const { sets, reps_low: low, reps_high: high, rir } = given.wanted
    return { sets, low, high, rir, isOwn: false, isPlanned: true, rangeLow: low }
  }
  if (track === null) {
    const [low, high, fewest, most] = firstRange(given)
    const rir = middle(fewest, most)
    return { sets: USUAL_SETS, low, high, rir, isOwn: false, isPlanned: false, rangeLow: 1 }
  }
  const [low, high, fewest, most] = rangeNear(given, track.reps, track.last.shape.loadKg)
  const rir = ownRir(track) ?? middle(fewest, most)
  const target = { sets: track.sets, rir, isPlanned: false }
  if (!track.isFixed && !track.isOpen) return { ...target, low, high, isOwn: false, rangeLow: low }
  const reps = Math.max(1, whole(track.reps))
  return { ...target, low: reps, high: reps, isOwn: true, rangeLow: Math.min(reps, low) }
}

/**
 * The range of an exercise that was never done: the first that begins at five reps or more. Heavy triples are
 * no way to meet a lift; without a lighter range (power cleans) the first one stands.
 */
function firstRange({ ranges }: Case): RepRange {
  return ranges.find(([low]) => low >= FIRST_LOW) ?? ranges[0] ?? USUAL
}

/**
 * Whether a session was meant for about these reps: the middle of one range lies in the other. Where no aim
 * was kept, as in imports, the reps that were done tell.
 */
export function meantFor(session: LineSession, target: Target): boolean {
  if (session.aim === null) {
    const reps = session.sets.map((lift) => lift.reps)
    if (reps.length === 0) return true
    const usual = median(reps)
    return target.low - REPS_OFF <= usual && usual <= target.high + REPS_OFF
  }
  const [low, high] = session.aim
  const [mine, theirs] = [(target.low + target.high) / 2, (low + high) / 2]
  return (low <= mine && mine <= high) || (target.low <= theirs && theirs <= target.high)
}

/** The exercise's range nearest to reps done with a load [kg]; the lifter's own where none is near. */
export function rangeNear(given: Case, reps: number, loadKg: number): RepRange {
  // Where two ranges meet, more weight is the next step; where no weight hangs, more reps are.
  const upper = onBody(given) && loadKg === 0 ? -1 : 1
  const ranges = given.ranges.length > 0 ? given.ranges : [USUAL]
  const rank = ([from, to]: RepRange) => [Math.max(from - reps, reps - to, 0), upper * from]
  const near = least(ranges, rank) ?? USUAL
  const [low, high, fewest, most] = near
  if (reps > high + 1)
    return [
      Math.max(1, Math.floor(reps) - 2), Math.min(MOST_RANGE_REPS * 4, Math.ceil(reps) + 2), fewest, most,
    ]
  if (reps < low - 1) return [Math.max(1, Math.floor(reps)), Math.max(2, Math.ceil(reps) + 2), fewest, most]
  return near
}

function ownRir(track: Track): number | null {
  const reserves = track.works.slice(-3).flatMap((work) => work.shape.tops.flatMap((lift) => lift.rir ?? []))
  return reserves.length > 0 ? Math.min(3, Math.max(0, whole(median(reserves)))) : null
}

function middle(low: number, high: number): number {
  return Math.floor((low + high) / 2)
}
