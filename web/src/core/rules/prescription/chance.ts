/**
 * The chance of a number of reps at a load today: what is believed, and never less than what was lately done
 * says. The twin of `iron.training.prescription.chance`.
 */

import {
  EVIDENCE_SD, LATER_SHARE, RECENT_DAYS, SAME_LOG, SHOWN_CHANCES, TRUSTED_RIR,
} from '../../generated/tables'
import { shown } from '../loads/units'
import { biasShare, chances, forToday, normalCdf, type LineBelief } from '../strength/belief'
import type { Case, Lift, LineSession } from './model'
import { daysBetween } from '../../values/numbers'
import { implied } from './shape'

/** What today's chances stand on. */
export interface Outlook {
  /** Capacity with today's form open. */
  readonly belief: LineBelief | null
  /** Log of the moved 10RM that the reps of the last weeks prove. */
  readonly evidence: number | null
  readonly k: number
  /** Moved mass, reps and chance of the lifter's own next step, from how often his steps succeeded. */
  readonly record: readonly [movedKg: number, reps: number, chance: number] | null
  /** Share of the set fatigue that the sets before it left. */
  readonly tired: number
}

const MOST_ASKED = 60

/** Probability of at least so many reps to failure with a moved load; null when nothing is known. */
export function atLeast(on: Outlook, movedKg: number, reps: number): number | null {
  if (movedKg <= 0 || (on.belief === null && on.evidence === null)) return null
  const believed = on.belief === null ? 0 : (chances(on.belief, movedKg, [reps], on.tired)[0] ?? 0)
  return floor(on, movedKg, reps, believed)
}

/** The most reps that have at least this chance, 0 for none. */
export function mostReps(on: Outlook, movedKg: number, chance: number): number {
  if (movedKg <= 0 || (on.belief === null && on.evidence === null)) return 0
  const numbers = Array.from({ length: MOST_ASKED }, (_, at) => at + 1)
  const likely = on.belief === null ? numbers.map(() => 0) : chances(on.belief, movedKg, numbers, on.tired)
  const short = likely.findIndex((believed, at) => floor(on, movedKg, at + 1, believed) < chance)
  return short < 0 ? MOST_ASKED : short
}

/** A believed chance, raised to what the record of steps and the last weeks prove. */
function floor(on: Outlook, movedKg: number, reps: number, believed: number): number {
  let chance = believed
  if (on.record !== null && movedKg <= on.record[0] * (1 + SAME_LOG) && reps <= on.record[1])
    chance = Math.max(chance, on.record[2])
  if (on.evidence === null) return chance
  const needed = Math.log(movedKg) + Math.log((on.k + reps - 1) / (on.k + 9))
  return Math.max(chance, normalCdf((on.evidence - needed) / EVIDENCE_SD))
}

/** What is believed about the line today, with the reps of the last three weeks as a floor. */
export function outlookToday(given: Case): Outlook {
  const belief = given.belief && forToday(given.belief)
  return {
    belief, evidence: proved(given.sessions, given.k, given.on, belief?.bias ?? 0), k: given.k, record: null,
    tired: 0,
  }
}

/**
 * Log of the moved 10RM that the sets of the last three weeks stand for, their reserve counted. A later worse
 * day takes half of the difference off: it is weighed, not obeyed.
 */
function proved(
  sessions: readonly LineSession[], k: number, on: string, bias: number,
): number | null {
  const recent = sessions.filter((session) => daysBetween(session.day, on) <= RECENT_DAYS)
  const levels = recent.flatMap((session, place) => {
    const level = bestLevel(session, k, bias)
    if (level === null) return []
    const worse = recent.slice(place + 1).flatMap((other) => {
      const later = bestLevel(other, k, bias)
      return later !== null && later < level && struggled(other, session) ? [later] : []
    })
    return [worse.length > 0 ? level - LATER_SHARE * (level - Math.max(...worse)) : level]
  })
  return levels.length > 0 ? Math.max(...levels) : null
}

/** Log of the moved 10RM that the best whole set of a session stands for; null without one. */
export function bestLevel(session: LineSession, k: number, bias: number): number | null {
  const levels = session.sets
    .filter((lift) => !lift.cut && lift.moved_kg > 0)
    .map((lift) => implied(trusted(lift, bias), k))
  return levels.length > 0 ? Math.max(...levels) : null
}

/**
 * A set with its reserve as far as that is a measurement, and as much more as the lifter under-predicts.
 */
export function trusted(lift: Lift, bias: number): Lift {
  if (lift.rir === null) return lift
  const stated = Math.min(lift.rir, TRUSTED_RIR)
  return { ...lift, rir: stated + biasShare(stated, lift.failed) * Math.max(0, bias) }
}

/** Whether a later day was worse at honest effort: fewer reps at the earlier load, or nothing left. */
function struggled(later: LineSession, earlier: LineSession): boolean {
  if (later.deload || later.cause !== null) return false
  const top = Math.max(...earlier.sets.map((lift) => lift.moved_kg))
  const atTop = (session: LineSession) => session.sets.filter((lift) => lift.moved_kg >= top * 0.99)
  const most = (sets: readonly Lift[]) => Math.max(...sets.map((lift) => lift.reps))
  const tried = atTop(later)
  if (tried.length > 0) return most(tried) < most(atTop(earlier))
  return later.sets.some((lift) => lift.failed || (lift.rir !== null && lift.rir <= 1))
}

/** A chance as it may be told: never certain, never impossible. */
export function shownChance(chance: number | null): number | null {
  const [low, high] = SHOWN_CHANCES
  return chance === null ? null : shown(Math.min(high, Math.max(low, chance)))
}
