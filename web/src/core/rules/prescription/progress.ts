/**
 * Going on from the last session: the lifter's own steps first, double progression where he has none. The
 * twin
 * of `iron.training.prescription.progress`.
 */

import {
  BIG_STEP, FAILS, FAILS_DROP, FALL_REPS, LEAST_CHANCE, LEG_PRESS_STEP_KG, MORE_REPS, MOST_RANGE_REPS,
  SAFE_CHANCE, SAME_LOG, SPARE_REPS, STEP_SHARE, STREAK, SURE_CHANCE, USUAL_OVER,
} from '../../generated/tables'
import { repsLost } from '../strength/belief'
import { atLeast, mostReps, type Outlook } from './chance'
import { assists, movedMass, onBody, stepsOf, type Case, type Lift, type RawValues } from './model'
import { whole } from '../../values/numbers'
import { hasRhythm, type Track } from './patterns'
import { isReserveMissed, isReserveUnlikely, keepsReserve, lighterForReserve } from './reserve'
import type { Work } from './shape'
import { heaviestWithin, nextHarder, type Choice, type Scene } from './settle'

/** Load and reps after the last session of the track. */
export function progress(scene: Scene): Choice | null {
  const { track } = scene
  if (track === null) return null
  const choice = isBodyOnly(scene, track) ? onBodyAlone(scene, track) : loaded(scene, track)
  if (track.period > 1)
    return { ...choice, reason: 'rotation', values: { ...choice.values, turn: choice.reason } }
  const isLight = track.light > 0 || scene.given.sessions.at(-1)?.deload === true
  if (isLight && choice.loadKg === track.last.shape.loadKg)
    return { ...choice, reason: 'after-light' }
  return choice
}

/** Body weight with nothing hung on in the last sessions, or a band whose number is no mass. */
function isBodyOnly({ given }: Scene, track: Track): boolean {
  if (given.meaning === 'band') return true
  return onBody(given) && track.works.slice(-USUAL_OVER).every((work) => work.shape.loadKg === 0)
}

/** Nothing hangs on the lifter: the reps go up, kilos are never invented. */
function onBodyAlone({ target }: Scene, track: Track): Choice {
  const { last } = track
  if (isBrokenOff(track)) return brokenOff(track)
  const { loadKg, weakest } = last.shape
  if (target.isPlanned || weakest < target.high) {
    const few = target.high <= 6 && weakest <= 4 && track.reps <= 4
    return { reason: few ? 'body-few' : 'body-reps', loadKg }
  }
  const more = Math.max(2, Math.ceil(0.15 * weakest))
  const reps = whole(weakest)
  return { reason: 'body-more', loadKg, low: Math.max(1, reps - 1), high: reps + more }
}

function loaded(scene: Scene, track: Track): Choice {
  const { given, target } = scene
  const { loadKg: stay, movedKg, weakest, isOpen, tops } = track.last.shape
  if (isReserveMissed(given, tops)) {
    const load = lighterForReserve(given, scene.outlook, movedKg, FAILS_DROP)
    if (load !== null) return { reason: 'reserve', loadKg: load, values: { rir: target.rir } }
  }
  if (isReserveUnlikely(given, scene.outlook, tops, movedKg)) {
    const load = lighterForReserve(given, scene.outlook, movedKg, FAILS_DROP)
    if (load !== null) return { reason: 'reserve-unknown', loadKg: load, values: { rir: target.rir } }
  }
  if (isBrokenOff(track)) return brokenOff(track)
  const due = dueOf(scene, track)
  const misses = missesOf(track, due)
  if (isTooHeavy(scene, track, due)) {
    const load = heaviestWithin(given, movedKg * (1 - FAILS_DROP))
    if (movedMass(given, load) < movedKg * (1 - SAME_LOG))
      return { reason: 'missed-often', loadKg: load, values: { sessions: misses } }
  }
  if (misses > 0)
    return { reason: 'missed', loadKg: stay, low: due, high: Math.max(due, target.high) }
  if (backsFailed(track)) return { reason: 'back-off-missed', loadKg: stay }
  const own = target.isPlanned ? target.low : Math.min(target.low, track.reps)
  if (hasRhythm(track) && weakest >= own) return ownStep(scene, track)
  if (target.isOwn) return up(scene, track, isOpen ? 'open-set' : 'scheme')
  if (weakest < target.high) {
    const easy = spareOf(track, target.rir)
    return easy === null ? { reason: 'more-reps', loadKg: stay } : up(scene, track, 'easy', { spare: easy })
  }
  if (isSure(track, target.high)) return up(scene, track, 'range-done')
  const next = smallestIfSafe(scene, track)
  if (next === null) return { reason: 'once-more', loadKg: stay }
  return { reason: 'range-done', loadKg: next }
}

/**
 * Whether the load has been missed so often that it comes down. A number of the lifter's own may lie far
 * above the low end of the exercise's range: then only falling short of that takes load off.
 */
function isTooHeavy({ given, target }: Scene, track: Track, due: number): boolean {
  const far = target.isOwn && target.low - target.rangeLow > BIG_STEP
  const least = far ? Math.min(due, target.rangeLow) : due
  return missesOf(track, least) >= FAILS && stepsOf(given).length > 0
}

/**
 * Fewest reps that are no miss: the low end, what the rhythm always had, and not far below the best at this
 * load.
 */
function dueOf({ target }: Scene, track: Track): number {
  const { shape } = track.last
  if (target.isPlanned || shape.held.length < 2) return target.low
  const here = track.works
    .slice(-2 * USUAL_OVER)
    .filter((work) => Math.abs(work.shape.loadKg - shape.loadKg) <= 0.01 && work.shape.held.length > 1)
    .map((work) => work.shape.weakest)
  const before = new Set(track.works.slice(-1 - STREAK, -1).map((work) => work.shape.weakest))
  const rhythm = track.period === 1 && hasRhythm(track) && before.size === 1 ? [...before] : []
  return Math.floor(Math.max(target.low, Math.max(...here) - FALL_REPS, ...rhythm))
}

/** His rhythm goes on: the same step, the same reps, as long as the low end is likely. */
function ownStep({ given, target }: Scene, track: Track): Choice {
  const { shape } = track.last
  const load = nextHarder(given, shape.loadKg, track.stepKg)
  if (load === null) return { reason: 'no-more', loadKg: shape.loadKg }
  if (target.isPlanned) return { reason: 'own-steps', loadKg: load }
  const reps = Math.max(1, whole(target.isOwn ? target.low : shape.usual))
  return {
    reason: 'own-steps', loadKg: load, low: reps, high: Math.max(reps, target.isOwn ? target.high : reps),
  }
}

function up(scene: Scene, track: Track, reason: string, values: RawValues = {}): Choice {
  const { given, target, outlook } = scene
  const { shape } = track.last
  const { loadKg: stay, movedKg: now } = shape
  const smallest = nextHarder(given, stay)
  let load = nextHarder(given, stay, track.stepKg)
  const [top] = shape.tops
  if (load === null || smallest === null || !top) return { reason: 'no-more', loadKg: stay }
  const limit = stepLimit(given, top, movedMass(given, smallest)) * (1 + 1e-9)
  if (track.stepKg === null || movedMass(given, load) > limit) load = smallest
  if (!target.isOwn) load = largestSafe(scene, now, limit) ?? load
  const moved = movedMass(given, load)
  if (!keepsReserve(given, outlook, moved))
    return { reason: 'reserve', loadKg: stay, values: { rir: target.rir } }
  const chance = atLeast(outlook, moved, target.low)
  const safe = target.isOwn || track.stepKg !== null ? LEAST_CHANCE : SAFE_CHANCE
  if (chance === null || chance >= safe) return { reason, loadKg: load, values }
  if (target.isOwn && target.rangeLow < target.low) {
    // His reps are too many for so large a step: the exercise's range begins again below them.
    const own = atLeast(outlook, moved, target.rangeLow)
    if (own === null || own >= SAFE_CHANCE) return { reason, loadKg: load, low: target.rangeLow, values }
  }
  const cost = repsLost(now, moved - now, Math.max(target.high, 1), given.k)
  const width = Math.max(target.high - target.low, target.isOwn ? BIG_STEP : 0)
  if (cost > width) {
    const most = Math.min(MOST_RANGE_REPS, target.high + MORE_REPS)
    if (shape.weakest < most)
      return {
        reason: 'big-step', loadKg: stay, high: Math.max(most, target.high),
        values: { next: load, cost: whole(cost) },
      }
    const low = mostReps(outlook, moved, SAFE_CHANCE)
    if (low >= Math.max(3, Math.floor(target.rangeLow / 2)))
      return { reason, loadKg: load, low: Math.min(low, target.low), high: target.high, values }
  }
  return { reason: 'unsure', loadKg: stay, values: { next: load, next_chance: chance } }
}

/**
 * The hardest load up to a limit that keeps the low end safe and costs no more reps than the range holds.
 */
function largestSafe({ given, target, outlook }: Scene, now: number, limit: number): number | null {
  for (const load of [...stepsOf(given)].reverse()) {
    const moved = movedMass(given, load)
    if (moved <= now * (1 + SAME_LOG / 4)) break
    const fits = repsLost(now, moved - now, target.high, given.k) <= target.high - target.low
    const isSound = isSafe(outlook, moved, target.low) && keepsReserve(given, outlook, moved)
    if (moved <= limit && fits && isSound) return load
  }
  return null
}

/** Whether the low end of the reps is safe at a moved mass. */
export function isSafe(outlook: Outlook, movedKg: number, low: number): boolean {
  const chance = atLeast(outlook, movedKg, low)
  return chance !== null && chance >= SAFE_CHANCE
}

/**
 * The most moved mass [kg] of a step that is not the lifter's own: a share of what he counts, or the smallest
 * step. The body and the sled move too, but a step is felt against what is on the bar.
 */
export function stepLimit(given: Case, last: Lift, smallest: number): number {
  const now = last.moved_kg
  const onIt = Math.abs(last.load_kg) * given.implements
  let most = Math.max(STEP_SHARE * (onIt > 0 && !assists(given) ? onIt : now), smallest - now)
  if (given.family === 'leg_press')
    most = Math.min(most, Math.max(LEG_PRESS_STEP_KG * given.implements, smallest - now))
  return now + most
}

/** Fewer sets than planned or than usual: no success. */
function isBrokenOff({ last, works, sets }: Track): boolean {
  const { apart, planned } = last.session
  const count = last.shape.work.length + apart
  if (planned !== null) return count < planned
  return works.length >= 3 && last.shape.tops.length + apart < sets && count < sets
}

function brokenOff({ last, sets }: Track): Choice {
  const planned = last.session.planned || sets
  const count = last.shape.work.length + last.session.apart
  return { reason: 'broken-off', loadKg: last.shape.loadKg, values: { done: count, planned } }
}

/** Sessions in a row at this load whose weakest set fell short of the low end. */
function missesOf({ works, last }: Track, low: number): number {
  const at = works.findLastIndex(
    (work) => Math.abs(work.shape.loadKg - last.shape.loadKg) > 0.01 || work.shape.weakest >= low,
  )
  return works.length - 1 - at
}

/** Back-off sets far below what they usually are; below the top set's reps where they are new. */
function backsFailed({ works, last }: Track): boolean {
  const fewest = (work: Work) => Math.min(...work.shape.back.map((lift) => lift.reps))
  if (last.shape.back.length === 0) return false
  const usual = works.slice(-4, -1).filter((work) => work.shape.back.length > 0).map(fewest)
  return fewest(last) < (usual.length > 0 ? Math.min(...usual) : last.shape.weakest) - 2
}

/** Reps in reserve of the last top sets where all say that they were easy. */
function spareOf({ last }: Track, rir: number): number | null {
  const reserves = last.shape.held.map((lift) => lift.rir)
  const fewest = Math.min(...reserves.map((reserve) => reserve ?? Number.NEGATIVE_INFINITY))
  return fewest >= rir + SPARE_REPS - 1 && fewest >= SPARE_REPS ? fewest : null
}

/** The top was reached for sure: reserve was logged, or two sessions say so, or he stepped up before. */
function isSure({ works, last, stepKg }: Track, high: number): boolean {
  if (stepKg !== null || last.shape.tops.some((lift) => lift.rir !== null)) return true
  const before = works.at(-2)?.shape
  return (
    before !== undefined && before.movedKg >= last.shape.movedKg * (1 - SAME_LOG) && before.weakest >= high
  )
}

/** The next load where its low end is so likely that one session at the top is enough; else null. */
function smallestIfSafe({ given, target, outlook }: Scene, track: Track): number | null {
  const load = nextHarder(given, track.last.shape.loadKg)
  const chance = load === null ? null : atLeast(outlook, movedMass(given, load), target.low)
  return chance !== null && chance >= SURE_CHANCE ? load : null
}

/**
 * The lifter's own next step and how likely his record makes it: moved mass [kg], reps, chance. Laplace's
 * rule
 * of succession over his last steps, only where no set says how near failure it was.
 */
export function recordOfSteps(given: Case, track: Track | null): Outlook['record'] {
  if (track?.stepKg == null || track.made + track.missed === 0) return null
  const { shape } = track.last
  if (shape.tops.some((lift) => lift.rir !== null)) return null
  const load = nextHarder(given, shape.loadKg, track.stepKg)
  if (load === null) return null
  const reps = Math.max(1, Math.min(track.reps, shape.weakest))
  return [movedMass(given, load), reps, (track.made + 1) / (track.made + track.missed + 2)]
}
