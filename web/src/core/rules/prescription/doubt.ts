/**
 * Doubtful sets: a typing error is kept apart and asked about until a second workout agrees with it. The twin
 * of `iron.training.prescription.doubt`.
 */

import {
  AGREES, ASK_SESSIONS, DIGIT_CLOSE, DOUBT_GATE, DOUBT_SD, LEVEL_WALK, LOOK_BACK, NEW_SD, YOUNG,
} from '../../generated/tables'
import type { Doubt, Lift, LineSession } from './model'
import { daysBetween, median } from '../../values/numbers'
import { atOnce, type Pieces } from '../../values/pieces'
import { implied } from './shape'
import { lost } from '../strength/decay'

interface Level { readonly day: string; readonly level: number }
interface Waiting { readonly number: number; readonly lift: Lift; readonly session: LineSession }

/**
 * Take doubtful sets out of the sessions of one line, oldest first; the second answer is the newest one
 * that is
 * still to be asked about.
 */
export function sortDoubts(
  sessions: readonly LineSession[], k: number,
): [believed: LineSession[], doubt: Doubt | null] {
  return atOnce(sortingDoubts(sessions, k))
}

/** The same with a stop after each session, for ten years of them. */
export function* sortingDoubts(
  sessions: readonly LineSession[], k: number,
): Pieces<[believed: LineSession[], doubt: Doubt | null]> {
  const believed: LineSession[] = []
  let levels: Level[] = []
  let waiting: Waiting[] = []
  for (const [number, session] of sessions.entries()) {
    let [good, bad] = split(session, levels, k)
    const confirmed = waiting.some((wait) => bad.some((lift) => agree(wait.lift, lift, k)))
    if (confirmed || (bad.length > 1 && good.length === 0 && levels.length < YOUNG)) {
      ;[good, bad] = [[...session.sets], []]
      levels = []
      waiting = []
    }
    if (good.length > 0) {
      const isWhole = good.length === session.sets.length
      believed.push(isWhole ? session : { ...session, sets: good, apart: bad.length })
      levels.push({ day: session.day, level: Math.max(...good.map((lift) => implied(lift, k))) })
    }
    const far = furthest(bad, k)
    if (far) waiting.push({ number, lift: far, session })
    yield
  }
  return [believed, asked(waiting, believed, sessions.length, k)]
}

/**
 * What to ask about a set of a day before it is believed; null for one that fits what is known. `sessions`:
 * of
 * the line before the day, without doubtful sets.
 */
export function doubtOf(
  sessions: readonly LineSession[], k: number, on: string, lift: Lift,
): Doubt | null {
  const levels = sessions
    .filter((session) => session.sets.length > 0)
    .map(({ day, sets }) => ({ day, level: Math.max(...sets.map((other) => implied(other, k))) }))
  const [most, least] = [reach(levels, on), leastLevel(levels, on)]
  if (most === null || least === null || lift.sure || lift.moved_kg <= 0) return null
  const [level, doubt] = [implied(lift, k), doubtAbout(lift, on, sessions, k)]
  const isShort = level < least && lacksDigit(lift, [doubt.low_kg, doubt.high_kg])
  return level > most || isShort ? doubt : null
}

/** The last sessions: how many, their middle level, the newest, the spread, and the weeks since. */
interface Recent {
  readonly count: number
  readonly middle: number
  readonly newest: number
  readonly spread: number
  readonly weeks: number
}

function recentOf(levels: readonly Level[], on: string): Recent | null {
  const recent = levels.slice(-LOOK_BACK)
  const newest = recent.at(-1)
  if (!newest) return null
  const middle = median(recent.map(({ level }) => level))
  return {
    count: recent.length, middle, newest: newest.level,
    spread: 1.4826 * median(recent.map(({ level }) => Math.abs(level - middle))),
    weeks: Math.max(0, daysBetween(newest.day, on)) / 7,
  }
}

/** The highest level that is no slip. */
function reach(levels: readonly Level[], on: string): number | null {
  const recent = recentOf(levels, on)
  if (!recent) return null
  const { count, middle, newest, spread, weeks } = recent
  const sd = Math.max(DOUBT_SD, spread, NEW_SD / count)
  return Math.max(middle, newest) + DOUBT_GATE * Math.hypot(sd, LEVEL_WALK * Math.sqrt(weeks))
}

/**
 * The lowest level of a whole session that is no slip: easy days vary more than strong ones, breaks cost
 * strength.
 */
function leastLevel(levels: readonly Level[], on: string): number | null {
  const recent = recentOf(levels, on)
  if (!recent) return null
  const { middle, newest, spread, weeks } = recent
  const sd = Math.hypot(Math.max(NEW_SD, spread), LEVEL_WALK * Math.sqrt(weeks))
  return Math.min(middle, newest) - DOUBT_GATE * sd - lost(weeks)
}

/** Whether ten times the load is what is usual: 10 for 100, 8 for 80. */
function lacksDigit(lift: Lift, usual: readonly number[]): boolean {
  const tenfold = 10 * lift.load_kg
  return (
    Math.min(...usual) * (1 - DIGIT_CLOSE) <= tenfold && tenfold <= Math.max(...usual) * (1 + DIGIT_CLOSE)
  )
}

function split(session: LineSession, levels: readonly Level[], k: number): [good: Lift[], bad: Lift[]] {
  const perSet = session.sets.map((lift) => implied(lift, k))
  let most = reach(levels, session.day)
  if (most === null && perSet.length >= 3) most = median(perSet) + DOUBT_GATE * NEW_SD
  const least = leastLevel(levels, session.day)
  const isLow = (at: number) => least !== null && (perSet[at] ?? 0) < least
  // Light sets beside heavy ones prepare or follow them; a session of nothing else is a slip, or a new level.
  const heavy = session.sets.filter((_, at) => !isLow(at)).map((lift) => lift.load_kg)
  const isSlip = (lift: Lift, at: number) => isLow(at) && (heavy.length === 0 || lacksDigit(lift, heavy))
  const isFar = (lift: Lift, at: number) =>
    !lift.sure && ((most !== null && (perSet[at] ?? 0) > most) || isSlip(lift, at))
  return [
    session.sets.filter((lift, at) => !isFar(lift, at)), session.sets.filter((lift, at) => isFar(lift, at)),
  ]
}

function furthest(bad: readonly Lift[], k: number): Lift | undefined {
  const [first] = bad
  return first && bad.reduce(
    (best, lift) => (Math.abs(implied(lift, k)) > Math.abs(implied(best, k)) ? lift : best), first,
  )
}

function agree(lift: Lift, other: Lift, k: number): boolean {
  return Math.abs(implied(lift, k) - implied(other, k)) <= AGREES
}

function asked(
  waiting: readonly Waiting[], believed: readonly LineSession[], count: number, k: number,
): Doubt | null {
  const newest = waiting.at(-1)
  if (!newest || newest.number < count - ASK_SESSIONS) return null
  return doubtAbout(newest.lift, newest.session.day, believed, k)
}

function doubtAbout(lift: Lift, day: string, believed: readonly LineSession[], k: number): Doubt {
  const usual = believed
    .filter((session) => session.day <= day)
    .flatMap((session) => session.sets)
    .slice(-40)
  // Ramps say little about what is usual.
  const best = usual.length > 0 ? Math.max(...usual.map((other) => implied(other, k))) : 0
  const near = usual.filter((other) => implied(other, k) > best - 0.3).map((other) => other.load_kg)
  const loads = near.length > 0 ? near : [lift.load_kg]
  return {
    day, load_kg: lift.load_kg, reps: lift.reps, low_kg: Math.min(...loads), high_kg: Math.max(...loads),
    count: usual.length,
  }
}
