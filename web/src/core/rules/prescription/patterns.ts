/**
 * Patterns of the lifter's own: which sessions the next one goes on from, his steps, sets and reps. The
 * twin of
 * `iron.training.prescription.patterns`.
 */

import {
  ALIKE, APART, APART_REPS, OWN_STEP_SHARE, PERIODS, SAME_LOG, STEP_MOST, STREAK, USUAL_OVER,
} from '../../generated/tables'
import { shown } from '../loads/units'
import { withoutEasy } from './easy-weeks'
import type { LineSession } from './model'
import { counted, median, pairwise } from '../../values/numbers'
import { shapeOf, type Work } from './shape'

/** The sessions that the next one goes on from, newest last, and what is the lifter's own in them. */
export interface Track {
  readonly works: readonly Work[]
  /** The session that the next one goes on from. */
  readonly last: Work
  /** Days of the rotation, 1 for none. */
  readonly period: number
  /** His own step as counted [kg], and how many steps in a row. */
  readonly stepKg: number | null
  readonly streak: number
  /** Sessions left out at the end because they were easy. */
  readonly light: number
  /** Usual top sets and their usual reps. */
  readonly sets: number
  readonly reps: number
  /** Whether he does the same number of reps whatever the load. */
  readonly isFixed: boolean
  /** Whether his last top set is open. */
  readonly isOpen: boolean
  /** Steps up of late that succeeded at once, and those that did not. */
  readonly made: number
  readonly missed: number
}

/** Read the track of a line; null where no session of full depth counts. `helps`: the load helps. */
export function trackOf(sessions: readonly LineSession[], k: number, helps: boolean): Track | null {
  let works = sessions.flatMap((session): Work[] => {
    const shape = session.deload || session.cause !== null ? null : shapeOf(session, k)
    return shape ? [{ session, shape }] : []
  })
  if (works.length === 0) return null
  const period = periodOf(works)
  let light = 0
  if (period === 1) [works, light] = withoutEasy(works, k)
  const same = period > 1 ? everyNth(works, period) : works
  const last = same.at(-1)
  if (!last) return null
  const [stepKg, streak] = ownStep(works, same, period, helps)
  const recent = same.slice(-USUAL_OVER)
  const scheme = schemeOf(same)
  const sets = counted([...recent].reverse().map((work) => work.shape.tops.length))
  const reps = scheme ?? median(recent.map((work) => work.shape.usual))
  const [made, missed] = recordOf(same, reps, helps)
  const newest = recent.slice(-3)
  return {
    works: same, last, period, stepKg, streak, light, sets: mostOften(sets), reps, isFixed: scheme !== null,
    isOpen: newest.filter((work) => work.shape.isOpen).length * 2 > newest.length, made, missed,
  }
}

/** Whether the lifter adds load by a rhythm of his own, not only now and then. */
export function hasRhythm(track: Track): boolean {
  return track.stepKg !== null && (track.streak >= STREAK || (track.period > 1 && track.streak >= 1))
}

/** The sessions of one day of a rotation, the day that comes next. */
function everyNth(works: readonly Work[], period: number): Work[] {
  const sameDay: Work[] = []
  for (let at = works.length - period; at >= 0; at -= period) {
    const work = works[at]
    if (work) sameDay.unshift(work)
  }
  return sameDay
}

/** The value seen most often, the first seen among equals. */
function mostOften(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, count) => (count[1] > best[1] ? count : best), [0, 0])[0]
}

/** Days of the rotation: the smallest number for which each day is like the same day one round before. */
function periodOf(works: readonly Work[]): number {
  return PERIODS.find((period) => works.length >= 2 * period && turns(works.slice(-2 * period), period)) ?? 1
}

function turns(works: readonly Work[], period: number): boolean {
  const loads = works.map((work) => Math.log(work.shape.movedKg))
  const reps = works.map((work) => work.shape.usual)
  const alike = works.slice(period).every((work, at) => {
    const [now, then] = [loads[at + period] ?? 0, loads[at] ?? 0]
    const sameReps = Math.abs((reps[at + period] ?? 0) - (reps[at] ?? 0)) <= 2
    return now - then >= -SAME_LOG && now - then <= ALIKE && (sameReps || work.shape.held.length === 1)
  })
  if (!alike) return false
  const [newestLoads, newestReps] = [loads.slice(period), reps.slice(period)]
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const apart = spread(newestLoads) >= APART || spread(newestReps) >= APART_REPS
  // A steady climb is no rotation: neighbours must differ more than the days of one kind.
  return apart && !pairwise(loads).every(([before, after]) => after >= before - SAME_LOG)
}

/** The lifter's own step as counted [kg], and how often in a row he took it. */
function ownStep(
  works: readonly Work[], same: readonly Work[], period: number, helps: boolean,
): [stepKg: number | null, streak: number] {
  const sign = helps ? -1 : 1
  const stepTo = (before: Work, after: Work) => shown(sign * (after.shape.loadKg - before.shape.loadKg))
  const steps = pairwise(same)
    .filter(
      ([before, after]) =>
        Math.abs(after.shape.usual - before.shape.usual) <= 1 || after.shape.loadKg !== before.shape.loadKg,
    )
    .map(([before, after]) => stepTo(before, after))
  const flat = steps.findLastIndex((step) => step <= 0)
  const streak = steps.length - 1 - flat
  const ups = steps.slice(-8).filter((step) => step > 0)
  if (period > 1) {
    // The days of a rotation step together: one round says as much as several steps of one day.
    for (let at = Math.max(period, works.length - period); at < works.length; at += 1) {
      const [before, after] = [works[at - period], works[at]]
      const step = before && after ? stepTo(before, after) : 0
      if (step > 0) ups.push(step)
    }
  }
  if (ups.length === 0) return [null, 0]
  const counts = counted(ups)
  const step = mostOften(counts)
  const often = counts.get(step) ?? 0
  const top = Math.max(Math.abs(same.at(-1)?.shape.loadKg ?? 0), step)
  if (often < OWN_STEP_SHARE * ups.length || often < 2 || step > Math.max(STEP_MOST * top, 5))
    return [null, streak]
  return [step, streak]
}

/**
 * The number of reps that the lifter does at every load, null where it changes. Sessions at the newest load
 * may
 * fall short of it: a miss is no other scheme.
 */
function schemeOf(works: readonly Work[]): number | null {
  const newest = works.at(-1)?.shape.loadKg ?? 0
  const first = works.findLastIndex((work) => Math.abs(work.shape.loadKg - newest) >= 0.01) + 1
  const reps = fixedReps(works.slice(0, first).slice(-USUAL_OVER))
  const trailing = works.slice(first).flatMap((work) => work.shape.held.map((lift) => lift.reps))
  if (reps !== null && Math.max(...trailing) <= reps + 1) return reps
  return fixedReps(works.slice(-USUAL_OVER))
}

/** The same number of reps in nearly all sets of some sessions, at more than one load. */
function fixedReps(recent: readonly Work[]): number | null {
  const loads = new Set(recent.map((work) => work.shape.loadKg.toFixed(2)))
  if (recent.length < STREAK || loads.size < 2) return null
  const reps = recent.flatMap((work) => work.shape.held.map((lift) => lift.reps))
  const usual = modeOf(reps)
  // Fewer reps than usual are a miss, not another scheme.
  const fixed =
    reps.filter((number) => number === usual).length >= 0.75 * reps.length && Math.max(...reps) <= usual + 1
  return fixed ? usual : null
}

/** Of the last steps up, how many were made with all their reps at once, and how many were not. */
function recordOf(same: readonly Work[], reps: number, helps: boolean): [made: number, missed: number] {
  const sign = helps ? -1 : 1
  let [made, missed] = [0, 0]
  for (const [before, after] of pairwise(same.slice(-9))) {
    if (sign * (after.shape.loadKg - before.shape.loadKg) <= 0) continue
    if (after.shape.weakest >= Math.min(reps, before.shape.weakest)) made += 1
    else missed += 1
  }
  return [made, missed]
}

function modeOf(values: readonly number[]): number {
  const counts = counted(values)
  return [...counts].reduce(
    (best, count) => (count[1] > best[1] || (count[1] === best[1] && count[0] > best[0]) ? count : best),
    [Number.NEGATIVE_INFINITY, 0],
  )[0]
}
