/**
 * How a question is asked from the phone's own history. The twin of `ask` in
 * `src/iron/training/advice/question.py`.
 */

import { eligible } from '../history/bests'
import { classifyDepth } from '../history/depth'
import { afterSet, forToday, type LineBelief } from './engine-belief'
import type { Did, Question } from './engine-question'
import { keyOf } from '../history/lines'
import { counts, type Facts, type Performed } from '../history/performed'

const DAY_MS = 86_400_000
/** Loads around the last one that advice may need. */
const BELOW = 0.6
const ABOVE = 1.4

/** What a slot of the block asks for. */
export interface Wanted {
  readonly sets: number
  readonly reps_low: number
  readonly reps_high: number
  readonly rir: number
  readonly deload: boolean
}

export interface Asked {
  readonly facts: Facts
  readonly family: string
  readonly line: string
  /** The day of the session, YYYY-MM-DD; only earlier sets count. */
  readonly on: string
  /** Sets of the exercise, oldest first. */
  readonly sets: readonly Performed[]
  readonly wanted: Wanted
  readonly baseKg: number
  readonly bodyMassKg: number | null
  /** All loads of the machine from one load to another [kg]. */
  readonly grid: (low: number, high: number) => number[]
  /** The belief of the snapshot and the day it was told for; sets since are added here. */
  readonly belief: LineBelief | null
  readonly beliefOn: string
  readonly reference: number | null
}

export function ask(asked: Asked): Question {
  const { facts, line, on, wanted } = asked
  const here = classifyDepth(
    asked.sets.filter((set) => set.start.slice(0, 10) < on && keyOf(set, facts.splitting) === line),
    asked.reference,
  )
  const counted = here.filter((set) => counts(set) && set.kind === 'working')
  const sessions = sessionsOf(counted)
  // A heavy, a volume and a finisher day share the belief, each goes on from its own last session.
  const hard = counted.filter((set) => !set.deload)
  const own = sessionsOf(hard.filter((set) => meantFor(set, wanted)))
  const track = own.length > 0 ? own : hard.length > 0 ? sessionsOf(hard) : sessions
  const [last, before] = nearRange(track.map((one) => one.done), wanted)
  const helps = facts.loadMeaning === 'assistance'
  const hangs = helps || facts.loadMeaning === 'added'
  const bests = eligible(here).map((set) => set.loadKg)
  const newest = sessions.at(-1)
  return {
    line, on, family: asked.family, curve_k: facts.curveK, implements: facts.implements,
    base_kg: asked.baseKg + (facts.bodyShare || (hangs ? 1 : 0)) * (asked.bodyMassKg ?? 0),
    assists: helps, sets: wanted.sets, reps_low: wanted.reps_low, reps_high: wanted.reps_high,
    rir: wanted.rir,
    grid: gridOf(asked, last),
    belief:
      asked.belief &&
      sinceThen(
        asked.belief, counted.filter((set) => set.start.slice(0, 10) >= asked.beliefOn),
      ),
    known: sessions.length > 0, last, before,
    days_since: newest ? days(newest.day, on) : null,
    raised_days: raisedDays(track, on, helps),
    best_kg: bests.length === 0 ? null : helps ? Math.min(...bests) : Math.max(...bests),
    deload: wanted.deload,
    elsewhere: own.length === 0 && hard.length > 0,
  }
}

/**
 * Whether a set was meant for about these reps: the middle of one range lies in the other. Unplanned sets may
 * be.
 */
function meantFor({ aim }: Performed, { reps_low, reps_high }: Wanted): boolean {
  if (!aim) return true
  const [low, high] = aim
  const [middle, theirs] = [(reps_low + reps_high) / 2, (low + high) / 2]
  return (low <= middle && middle <= high) || (reps_low <= theirs && theirs <= reps_high)
}

/** Without a plan: the exercise's rep range nearest to the last reps, as many sets as last time. */
export function usualWanted(
  ranges: readonly { low: number; high: number; rir_high?: number }[],
  last: readonly { reps?: number | undefined }[],
): Wanted {
  const reps = last[0]?.reps
  const off = (range: { low: number; high: number }) =>
    reps === undefined ? 0 : Math.max(range.low - reps, reps - range.high, 0)
  const [first] = ranges
  // Where the content names no range: the usual one of double progression, a guess.
  const range = first
    ? ranges.reduce((best, one) => (off(one) < off(best) ? one : best), first)
    : { low: 8, high: 12, rir_high: 2 }
  return {
    sets: last.length || 3, reps_low: range.low, reps_high: range.high, rir: range.rir_high ?? 2,
    deload: false,
  }
}

export function didOf(set: Performed): Did {
  return { load_kg: set.loadKg, reps: set.reps ?? 0, rir: set.rir ?? null, cut: set.depthClass === 'cut' }
}

interface Session { readonly day: string; readonly done: Did[] }

function sessionsOf(sets: readonly Performed[]): Session[] {
  const found = new Map<string, Session>()
  for (const set of sets) {
    const session = found.get(set.workout) ?? { day: set.start.slice(0, 10), done: [] }
    session.done.push(didOf(set))
    found.set(set.workout, session)
  }
  return [...found.values()]
}

function nearRange(sessions: readonly Did[][], { reps_low: low, reps_high: high }: Wanted): [Did[], Did[]] {
  const near = sessions.filter((one) => one.some((did) => low - 3 <= did.reps && did.reps <= high + 3))
  const chosen = near.length > 0 ? near : sessions
  return [chosen.at(-1) ?? [], chosen.at(-2) ?? []]
}

/** Loads near the last one; on a line never done, near what is believed. */
function gridOf(asked: Asked, last: readonly Did[]): number[] {
  const loads = last.map((did) => did.load_kg)
  if (loads.length > 0) return asked.grid(BELOW * Math.min(...loads), ABOVE * Math.max(...loads) + 20)
  if (asked.belief === null) return asked.grid(0, 200)
  const ten = Math.exp(Math.max(...asked.belief.mean))
  const middle = Math.max(0, (ten - asked.baseKg) / asked.facts.implements)
  return asked.grid(0.4 * middle, 1.2 * middle + 20)
}

/** The snapshot's belief with the workouts that came after it. */
function sinceThen(belief: LineBelief, later: readonly Performed[]): LineBelief {
  const places = new Map<string, number>()
  return later.reduce((now, set) => {
    const position = places.get(set.workout) ?? 0
    places.set(set.workout, position + 1)
    if (set.movedKg === null || !set.reps || set.reps < 1 || set.depthClass === 'cut') return now
    const open = position === 0 ? forToday(now) : now
    return afterSet(open, {
      movedKg: set.movedKg, reps: set.reps, rir: set.rir ?? null, position,
      failed: set.failure && set.rir === 0,
    })
  }, belief)
}

function raisedDays(sessions: readonly Session[], on: string, helps: boolean): number | null {
  const hardest = sessions.map((one) =>
    Math.max(...one.done.map((did) => (helps ? -did.load_kg : did.load_kg))),
  )
  for (let place = sessions.length - 1; place > 0; place -= 1) {
    if ((hardest[place] ?? 0) > (hardest[place - 1] ?? 0) + 1e-9) return days(sessions[place]?.day ?? on, on)
  }
  return null
}

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
