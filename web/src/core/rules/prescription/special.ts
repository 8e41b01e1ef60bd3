/**
 * Special weeks: cut depth, a deload, breaks and the way back. The twin of
 * `iron.training.prescription.{special,away}`.
 */

import {
  AWAY_DAYS, BACK_LEAST, BACK_MOST, BACK_SESSIONS, BACK_SHARE, BREAK_DAYS, CARE_MOST, CARE_PER_WEEK,
  CUT_LEAST, CUT_MOST, DELOAD_SHARE, FIRST_WEEKS, GAP_FREE_WEEKS, LITTLE,
  RETURN_STEP_SHARE, SAFE_BACK,
} from '../../generated/tables'
import { atLeast } from './chance'
import { movedMass, onBody, stepsOf } from './model'
import { keepsReserve } from './reserve'
import { daysBetween, whole } from '../../values/numbers'
import { lost } from '../strength/decay'
import type { Track } from './patterns'
import type { Work } from './shape'
import { heaviestWithin, lastLoad, nearestLoad, nextHarder, type Choice, type Scene } from './settle'

/**
 * Share of the last load for the first session after a break. A lift that was not practised itself starts
 * with
 * care.
 */
export function firstShare(weeks: number, weeksExercise = weeks): number {
  const care = Math.min(CARE_MOST, CARE_PER_WEEK * Math.max(0, weeksExercise - GAP_FREE_WEEKS))
  return Math.exp(-lost(weeks) - care)
}

/** Weeks until the strength from before a break is there again. */
function weeksBack(weeks: number): number {
  return Math.min(BACK_MOST, Math.max(BACK_LEAST, BACK_SHARE * weeks))
}

/** By how much less moved mass goes on after cut depth. */
export function cutShare(cut: number | null): number {
  return Math.min(CUT_MOST, Math.max(CUT_LEAST, cut === null ? 0.25 : 1 - Math.exp(-cut)))
}

/** Depth was cut last time: 20-30 % less moved mass, by what this lifter's cuts are worth. */
export function depth({ given }: Scene): Choice | null {
  const last = given.sessions.at(-1)
  if (!last || last.deload || stepsOf(given).length === 0) return null
  const cut = last.sets.filter((lift) => lift.cut)
  const [first] = cut
  if (!first) return null
  const most = cut.reduce((best, lift) => (lift.moved_kg > best.moved_kg ? lift : best), first)
  const top = Math.max(0, most.moved_kg)
  if (last.sets.some((lift) => !lift.cut && lift.moved_kg >= top)) return null
  const load = heaviestWithin(given, top * (1 - cutShare(given.belief?.cut ?? null)))
  return { reason: 'depth', loadKg: load, values: { cut: most.load_kg } }
}

/** A planned easy week: half the sets, a tenth less load. */
export function deload({ given, track }: Scene): Choice | null {
  if (!given.wanted?.deload || track === null) return null
  const { movedKg, loadKg } = track.last.shape
  const load = stepsOf(given).length > 0 ? heaviestWithin(given, movedKg * (1 - DELOAD_SHARE)) : loadKg
  return { reason: 'deload', loadKg: load, sets: Math.max(1, Math.ceil(given.wanted.sets / 2)) }
}

/** First session after a break of the exercise. */
export function away(scene: Scene): Choice | null {
  const { given, track } = scene
  if (track === null || given.exercise_days === null || given.exercise_days <= AWAY_DAYS) return null
  const weeksExercise = given.exercise_days / 7
  const weeks = Math.min(weeksExercise, (given.days_away || given.exercise_days) / 7)
  const values = { weeks: whole(weeksExercise), back_weeks: whole(weeksBack(weeksExercise)) }
  const { loadKg, movedKg } = track.last.shape
  if (given.base_kg > 0 && ((onBody(given) && loadKg === 0) || given.meaning === 'band'))
    return lost(weeks) < LITTLE
      ? { reason: 'away', loadKg, values }
      : { reason: 'away-body', loadKg, share: Math.exp(-lost(weeks)), values }
  const newest = lastLoad(scene)
  // The last session before the break was a lighter one: start from there, not from the hard one.
  const isLighter = track.light > 0 || track.period > 1
  const before = isLighter && newest !== null ? Math.min(movedKg, movedMass(given, newest)) : movedKg
  const moved = before * firstShare(weeks, weeksExercise)
  // Short breaks keep to the nearest load; after months the lighter of two.
  const load = weeksExercise < 4 ? nearestLoad(given, moved) : heaviestWithin(given, moved)
  const least = movedMass(given, load) > before ? heaviestWithin(given, before) : load
  return { reason: 'away', loadKg: least, values }
}

/** After a break: larger steps than the first time, until the load from before is there. */
export function backAgain({ given, track, target, outlook }: Scene): Choice | null {
  if (track === null || track.period > 1 || stepsOf(given).length === 0) return null
  const pause = lastBreak(track)
  if (!pause) return null
  const { shape } = track.last
  const peak = pause.peak.shape
  if (shape.movedKg >= peak.movedKg * 0.995) return null
  if (shape.weakest < target.low - 1 || isHard(track.last)) return null
  const left = Math.max(1, weeksBack(pause.weeks) - pause.since)
  // The first weeks bring the most back.
  const step = (FIRST_WEEKS * Math.max(0, peak.movedKg - shape.movedKg)) / left
  const wanted = shape.movedKg + Math.min(step, RETURN_STEP_SHARE * shape.movedKg)
  const smallest = nextHarder(given, shape.loadKg, track.stepKg)
  let load = heaviestWithin(given, wanted)
  if (smallest !== null && movedMass(given, load) < movedMass(given, smallest)) load = smallest
  const chance = atLeast(outlook, movedMass(given, load), target.low)
  if (chance !== null && chance < SAFE_BACK) return null
  if (!keepsReserve(given, outlook, movedMass(given, load))) return null
  return {
    reason: 'back-again', loadKg: load, values: { peak: peak.loadKg, back_weeks: Math.max(1, whole(left)) },
  }
}

/** The last break: its weeks, the best session before it, and the weeks since it ended. */
function lastBreak(track: Track): { weeks: number; peak: Work; since: number } | null {
  const works = track.works.slice(-BACK_SESSIONS)
  for (let at = works.length - 1; at > 0; at -= 1) {
    const [before, after, newest] = [works[at - 1], works[at], works.at(-1)]
    if (!before || !after || !newest) continue
    const pause = daysBetween(before.session.day, after.session.day)
    if (pause < BREAK_DAYS) continue
    const peak = works
      .slice(Math.max(0, at - 4), at)
      .reduce((best, work) => (work.shape.movedKg > best.shape.movedKg ? work : best))
    return { weeks: pause / 7, peak, since: daysBetween(after.session.day, newest.session.day) / 7 }
  }
  return null
}

function isHard(last: Work): boolean {
  return last.shape.tops.some((lift) => lift.failed || (lift.rir !== null && lift.rir < 1))
}
