/**
 * The next step of a line that no repetition counts: hold, time, distance, pace or carry. The twin of
 * `iron.training.measured.steps`, which says why: only the lifter's own steps are continued.
 */

import {
  AWAY_DAYS, MEASURED_LOOK_BACK, MEASURED_SAME, MEASURED_SETS, MEASURED_STEPS, USUAL_OVER,
} from '../../generated/tables'
import { whole } from '../../values/numbers'
import type { MeasuredKind } from '../history/measures'

/** Load as counted [kg], time [s], distance [m]; null was not recorded. */
export interface MeasuredSet {
  readonly load_kg: number
  readonly duration_s: number | null
  readonly distance_m: number | null
}

export interface MeasuredSession {
  readonly day: string
  readonly sets: readonly MeasuredSet[]
  /** An easy week by plan. */
  readonly deload: boolean
}

export interface MeasuredCase {
  readonly kind: MeasuredKind
  /** Whether the load helps. */
  readonly assists: boolean
  /** Sessions that count, oldest first. */
  readonly sessions: readonly MeasuredSession[]
  /** Days since the exercise was trained on any line. */
  readonly days_away: number | null
  /** Working sets that a plan asks for. */
  readonly sets: number | null
  readonly deload: boolean
}

type Ends = readonly [low: number, high: number]

/** What to do: load [kg], and the ends of a time [s] and a distance [m] where the line counts them. */
export interface Aim {
  readonly load_kg: number
  readonly duration_s: Ends | null
  readonly distance_m: Ends | null
}

export interface MeasuredStep {
  readonly rule: string
  readonly sets: number
  /** Null where nothing is known. */
  readonly aim: Aim | null
  readonly values: Readonly<Record<string, number | string | Aim>>
}

/** The hardest set of a session on two scales: `across` is raised more rarely than `along`. */
interface Top { readonly day: string; readonly across: number; readonly along: number }

/** What to do next on a line, from the lifter's own sessions. */
export function nextStep(given: MeasuredCase): MeasuredStep {
  const sessions = given.sessions.filter((session) => !session.deload && topsOf(given, session).length > 0)
  const newest = sessions.at(-1)
  const tops = sessions.map((session) => hardest(topsOf(given, session)))
  const last = tops.at(-1)
  if (!newest || !last) {
    const { sets, kind } = given
    return { rule: 'start-measured', sets: sets ?? MEASURED_SETS, aim: null, values: { kind } }
  }
  const sets = given.sets ?? medianLow(sessions.slice(-USUAL_OVER).map((session) => session.sets.length))
  const alike = topsOf(given, newest).filter((top) => isSame(given, top.across, last.across))
  const again = aimOf(given, last.across, Math.min(...alike.map((top) => top.along)), last.along)
  if (given.deload)
    return { rule: 'stay-measured-deload', sets: Math.max(1, Math.ceil(sets / 2)), aim: again, values: {} }
  if (given.days_away !== null && given.days_away > AWAY_DAYS)
    return { rule: 'stay-measured-away', sets, aim: again, values: { weeks: whole(given.days_away / 7) } }
  const recent = tops.slice(-MEASURED_LOOK_BACK)
  const best = hardest(recent)
  const here = recent
    .filter((top) => isSame(given, top.across, last.across))
    .reduce((most, top) => (top.along > most.along ? top : most))
  const isAcross = reaches(given, last.across, best.across)
  if (isAcross && reaches(given, last.along, here.along)) return onward(given, recent, sets, again)
  const behind = isAcross ? here : best
  const values = { best: aimOf(given, behind.across, behind.along, behind.along), date: behind.day }
  return { rule: 'stay-measured-again', sets, aim: again, values }
}

/** The lifter's own step from his best, or what is missing to know it. */
function onward(given: MeasuredCase, tops: readonly Top[], sets: number, again: Aim): MeasuredStep {
  const last = tops.at(-1) as Top // asked with sessions only
  const [across, raisedAt] = acrossSteps(given, tops)
  const along = alongSteps(given, tops)
  const isReady =
    along.length < MEASURED_STEPS || last.along >= medianLow(raisedAt.length > 0 ? raisedAt : [0])
  if (across.length >= MEASURED_STEPS && isReady) {
    const step = medianLow(across.slice(-USUAL_OVER))
    // With more across he began again where he did the last time.
    const low = Math.min(last.along, began(given, tops))
    const aim = aimOf(given, last.across + step, low, last.along)
    return { rule: 'up-measured-across', sets, aim, values: { step: acrossStep(given, step) } }
  }
  if (along.length >= MEASURED_STEPS) {
    const step = medianLow(along.slice(-USUAL_OVER))
    const aim = aimOf(given, last.across, last.along, last.along + step)
    return { rule: 'up-measured-along', sets, aim, values: { step: alongStep(given, last, step) } }
  }
  const missing = MEASURED_STEPS - Math.max(across.length, along.length)
  return { rule: 'stay-measured-unknown', sets, aim: again, values: { missing } }
}

/** Rises over the best load or distance so far, and how far he was along before each. */
function acrossSteps(given: MeasuredCase, tops: readonly Top[]): [steps: number[], before: number[]] {
  const [steps, before]: [number[], number[]] = [[], []]
  let [best] = tops
  for (const top of tops.slice(1)) {
    if (!best) break
    const isAlike = isSame(given, top.across, best.across)
    if (top.across > best.across && !isAlike) {
      steps.push(top.across - best.across)
      before.push(best.along)
    }
    if (top.across > best.across || (isAlike && top.along > best.along)) best = top
  }
  return [steps, before]
}

/** Rises over the best time, distance or pace so far at the same load or distance. */
function alongSteps(given: MeasuredCase, tops: readonly Top[]): number[] {
  return tops.flatMap((top, number) => {
    const earlier = tops
      .slice(0, number)
      .filter((other) => isSame(given, other.across, top.across))
      .map((other) => other.along)
    const most = Math.max(...earlier)
    return earlier.length > 0 && top.along > most && !isNear(given, top.along, most) ? [top.along - most] : []
  })
}

/** How far along the first session at the last load or distance was. */
function began(given: MeasuredCase, tops: readonly Top[]): number {
  const last = tops.at(-1) as Top // asked with sessions only
  return tops.find((top) => isSame(given, top.across, last.across))?.along ?? last.along
}

function topsOf(given: MeasuredCase, { day, sets }: MeasuredSession): Top[] {
  return sets.flatMap(({ load_kg, duration_s, distance_m }): Top[] => {
    const across = given.assists ? -load_kg : load_kg
    if (given.kind === 'pace')
      return distance_m && duration_s ? [{ day, across: distance_m, along: -duration_s / distance_m }] : []
    if (given.kind === 'duration') return duration_s ? [{ day, across, along: duration_s }] : []
    const isCarried = given.kind === 'distance' || load_kg > 0
    return distance_m && isCarried ? [{ day, across, along: distance_m }] : []
  })
}

function hardest(tops: readonly Top[]): Top {
  return tops.reduce((most, top) =>
    top.across > most.across || (top.across === most.across && top.along > most.along) ? top : most)
}

/** Whether two loads or two distances across are the same. */
function isSame({ kind }: MeasuredCase, left: number, right: number): boolean {
  const share = kind === 'pace' ? MEASURED_SAME : 0
  return Math.abs(left - right) <= Math.max(share * Math.abs(right), 0.01)
}

function isNear({ kind }: MeasuredCase, left: number, right: number): boolean {
  // A second in a minute is a pace of its own; what differs by less is the clock.
  const share = kind === 'duration' ? 0 : kind === 'pace' ? MEASURED_SAME / 4 : MEASURED_SAME
  return Math.abs(left - right) <= share * Math.abs(right)
}

function reaches(given: MeasuredCase, value: number, best: number): boolean {
  return value >= best || isNear(given, value, best)
}

function aimOf(given: MeasuredCase, across: number, low: number, high: number): Aim {
  if (given.kind === 'pace')
    return { load_kg: 0, duration_s: [across * -high, across * -low], distance_m: [across, across] }
  const load_kg = given.assists ? Math.max(0, -across) : across
  return given.kind === 'duration'
    ? { load_kg, duration_s: [low, high], distance_m: null }
    : { load_kg, duration_s: null, distance_m: [low, high] }
}

function acrossStep(given: MeasuredCase, step: number): Aim {
  return given.kind === 'pace'
    ? { load_kg: 0, duration_s: null, distance_m: [step, step] }
    : { load_kg: Math.abs(step), duration_s: null, distance_m: null }
}

function alongStep(given: MeasuredCase, last: Top, step: number): Aim {
  if (given.kind === 'duration' || given.kind === 'pace') {
    const seconds = given.kind === 'pace' ? last.across * step : step
    return { load_kg: 0, duration_s: [seconds, seconds], distance_m: null }
  }
  return { load_kg: 0, duration_s: null, distance_m: [step, step] }
}

/** The middle value, the lower of two: a value that there is. */
function medianLow(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
