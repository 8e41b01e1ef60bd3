/**
 * Holding a choice to the laws: the chance of the low end, loads there are, words that agree with the load.
 * The
 * twin of `iron.training.prescription.settle`.
 */

import { FAR_STEP, FEWEST, LEAST_CHANCE, SAME_LOG } from '../../generated/tables'
import { atLeast, mostReps, shownChance, type Outlook } from './chance'
import {
  isOtherUnit, movedMass, onBody, stepsOf, type Case, type Prescription, type RawValues,
} from './model'
import { least, sixDigits, whole } from '../../values/numbers'
import type { Track } from './patterns'
import { shapeOf } from './shape'
import type { Target } from './target'

/** A case with what was read out of it. */
export interface Scene {
  readonly given: Case
  readonly track: Track | null
  readonly target: Target
  readonly outlook: Outlook
  /** Load of the set before it, within a workout [kg]. */
  readonly beforeKg: number | null
}

/** What a rule says: a reason and a load, and reps or sets where they differ from the target. */
export interface Choice {
  readonly reason: string
  readonly loadKg: number | null
  readonly low?: number
  readonly high?: number
  readonly sets?: number
  /** Of the strength that reps are reckoned with, for body weight that cannot be made lighter. */
  readonly share?: number
  readonly values?: RawValues
}

/** Load to compare with, as counted [kg]: of the set before it, else the newest session's top load. */
export function lastLoad(scene: Scene): number | null {
  if (scene.beforeKg !== null) return scene.beforeKg
  for (const session of [...scene.given.sessions].reverse()) {
    const shape = shapeOf(session, scene.given.k)
    if (shape) return shape.loadKg
  }
  return null
}

/** Reason of the load nearest to one that was lifted in the other unit. */
const OTHER_UNIT = 'other-unit'

/** Reason of a load that the lifter's own program sets. */
export const BY_PROGRAM = 'program'

interface Held { readonly choice: Choice; readonly low: number; readonly high: number }

/** The prescription of a choice, held to the laws of advice. */
export function settle(scene: Scene, wished: Choice): Prescription {
  const { given, target } = scene
  const chosen = loadable(given, wished)
  let held: Held = { choice: chosen, low: chosen.low ?? target.low, high: chosen.high ?? target.high }
  if ((chosen.share ?? 1) < 1 && chosen.loadKg !== null) held = fewer(scene, held)
  let chance = chanceOf(scene, held.choice.loadKg, held.low)
  // A load that the lifter's own program sets stands: a small chance is told, not refused.
  const isHeld = held.choice.reason !== BY_PROGRAM
  if (isHeld && held.choice.loadKg !== null && chance !== null && chance < LEAST_CHANCE) {
    held = safer(scene, held)
    chance = chanceOf(scene, held.choice.loadKg, held.low)
    if (chance !== null && chance < LEAST_CHANCE) {
      // Nothing that is known of is light enough.
      const reason = onBody(given) && !held.choice.loadKg ? 'body-help' : 'lighter'
      held = { choice: { ...held.choice, reason, loadKg: null }, low: 5, high: 8 }
      chance = null
    }
  }
  const { low, high } = held
  // Fewer reps are asked for than were missed.
  const isMade = held.choice.reason === 'missed' && (scene.track?.last.shape.weakest ?? 0) >= low
  const choice = isMade ? { ...held.choice, reason: 'more-reps' } : held.choice
  const last = lastLoad(scene)
  return {
    rule: `${directionOf(scene, choice.loadKg, last)}-${choice.reason}`, load_kg: choice.loadKg,
    sets: choice.sets ?? target.sets, reps_low: low, reps_high: high, rir: target.rir,
    chance: shownChance(chance),
    chanceOf: (reps) => shownChance(chanceOf(scene, choice.loadKg, reps)),
    values: {
      ...trackValues(scene.track), ...choice.values, load: choice.loadKg, last, low, high,
      chance: shownChance(chance),
    },
    question: askedAbout(given), rest: [],
  }
}

/** The choice at a load there is, where it names one that was lifted in the other unit. */
function loadable(given: Case, choice: Choice): Choice {
  const { loadKg, reason } = choice
  if (loadKg === null || reason === BY_PROGRAM || isThere(given, loadKg)) return choice
  const near = nearestLoad(given, movedMass(given, loadKg))
  return { ...choice, reason: OTHER_UNIT, loadKg: near, values: { ...choice.values, from: loadKg } }
}

function isThere(given: Case, load: number): boolean {
  // The number of a band is no load that another unit could bring nearer.
  const isMass = given.implements > 0 && stepsOf(given).length > 0
  return !isOtherUnit(given, load) || given.grid.includes(load) || !isMass
}

function trackValues(track: Track | null): RawValues {
  if (track === null) return {}
  const { last } = track
  return {
    date: last.session.day, from: last.shape.loadKg, weakest: last.shape.weakest, step: track.stepKg,
    streak: track.streak, period: track.period,
  }
}

function directionOf(scene: Scene, load: number | null, last: number | null): string {
  if (load === null || last === null) return 'start'
  const [now, before] = [movedMass(scene.given, load), movedMass(scene.given, last)]
  if (Math.abs(now - before) <= Math.max((SAME_LOG / 4) * before, 1e-6)) return 'stay'
  return now > before ? 'up' : 'less'
}

/** Code and values of the question that goes with a case's answer; null for none. */
export function askedAbout({ doubt, mass_known }: Case): Prescription['question'] {
  if (doubt !== null)
    return ['check-load', {
      load: doubt.load_kg, reps: doubt.reps, date: doubt.day, usual_low: doubt.low_kg,
      usual_high: doubt.high_kg, count: doubt.count,
    }]
  return mass_known ? null : ['body-mass', {}]
}

function chanceOf(scene: Scene, load: number | null, low: number): number | null {
  return load === null ? null : atLeast(scene.outlook, movedMass(scene.given, load), low)
}

/** Reps at a share of the strength, where the load cannot come down. */
function fewer(scene: Scene, { choice, low, high }: Held): Held {
  const { k } = scene.given
  const reps = scene.track?.reps ?? low
  const now = Math.max(1, Math.floor((k + reps - 1) * (choice.share ?? 1) - k + 1))
  return { choice, low: Math.max(1, Math.min(low, now - 1)), high: Math.max(1, Math.min(high, now)) }
}

/**
 * A load or reps whose low end is likely enough: no step up, then a rep or two fewer, then less load.
 */
function safer(scene: Scene, { choice: chosen, low, high }: Held): Held {
  const { given, track, outlook } = scene
  const mass = (load: number) => movedMass(given, load)
  const before = track && track.period > 1 ? track.last.shape.loadKg : lastLoad(scene)
  const last = before === null || isThere(given, before) ? before : heaviestWithin(given, mass(before))
  let choice = chosen
  let load = choice.loadKg ?? 0
  if (last !== null && track !== null && mass(load) > mass(last) * (1 + SAME_LOG / 4)) {
    const reason = choice.reason === 'rotation' ? choice.reason : 'unsure'
    choice = { ...choice, reason, loadKg: last, values: { ...choice.values, next: load } }
    const chance = chanceOf(scene, last, low)
    if (chance === null || chance >= LEAST_CHANCE) return { choice, low, high: Math.max(low, high) }
    load = last
  }
  let most = mostReps(outlook, mass(load), LEAST_CHANCE)
  const lighter = stepsOf(given).filter((step) => mass(step) < mass(load) * (1 - SAME_LOG / 4))
  // Where the next lighter load is far away, fewer reps are the smaller change.
  const nearest = lighter.at(-1)
  const far = nearest === undefined || mass(nearest) < (1 - FAR_STEP) * mass(load)
  if (most >= Math.max(1, far ? whole(FEWEST * low) : low - 2))
    return { choice, low: Math.min(low, most), high }
  for (const step of [...lighter].reverse()) {
    if ((chanceOf(scene, step, low) ?? 0) >= LEAST_CHANCE)
      return { choice: { ...choice, reason: 'too-heavy', loadKg: step }, low, high }
  }
  const [lightest] = lighter
  if (lightest !== undefined) {
    choice = { ...choice, reason: 'too-heavy', loadKg: lightest }
    most = mostReps(outlook, mass(lightest), LEAST_CHANCE)
  }
  return { choice, low: Math.max(1, Math.min(low, most)), high: Math.max(1, Math.min(high, most + 2)) }
}

/** The hardest load of the grid that moves no more than this; the easiest there is when all move more. */
export function heaviestWithin(given: Case, movedKg: number): number {
  const steps = stepsOf(given)
  return steps.findLast((load) => movedMass(given, load) <= movedKg * (1 + 1e-9)) ?? steps[0] ?? 0
}

/** Loads that move less than a mass, at most a share of `mostDrop` less, the lightest first. */
export function lighterWithin(given: Case, nowKg: number, mostDrop: number): number[] {
  const least = (1 - mostDrop) * nowKg - 1e-9
  return stepsOf(given).filter((load) => {
    const moved = movedMass(given, load)
    return moved >= least && moved < nowKg * (1 - 1e-6)
  })
}

/** The load of the grid nearest to a moved mass, the easier of two equally near. */
export function nearestLoad(given: Case, movedKg: number): number {
  const apart = (load: number) => sixDigits(Math.abs(movedMass(given, load) - movedKg))
  return least(stepsOf(given), (load) => [apart(load), movedMass(given, load)]) ?? 0
}

/**
 * The next load of the grid above one, by a step of the lifter's own where he has one; null at the end.
 */
export function nextHarder(given: Case, load: number, stepKg: number | null = null): number | null {
  const from = movedMass(given, load)
  const harder = stepsOf(given).filter((step) => movedMass(given, step) > from * (1 + SAME_LOG / 4))
  if (stepKg === null) return harder[0] ?? null
  const wanted = from + Math.abs(stepKg) * given.implements
  const apart = (step: number) => sixDigits(Math.abs(movedMass(given, step) - wanted))
  return least(harder, (step) => [apart(step), movedMass(given, step)]) ?? null
}
