/**
 * A case from performed sets: sessions, loads, belief and what the exercise's other lines know. The twin of
 * `iron.training.prescription.build`.
 */

import {
  BIAS_MEAN, CAP_DAYS, CONFIRMED, KEPT_SESSIONS, NOMINAL_BODY_KG, UNKNOWN_RIR,
} from '../../generated/tables'
import { classifyDepth } from '../history/depth'
import { keyOf } from '../history/lines'
import { counts, type Facts, type Performed } from '../history/performed'
import type { MassUnit } from '../loads/units'
import { familyK, quantile, type LineBelief } from '../strength/belief'
import { sortDoubts } from './doubt'
import { historyGrid, type Used } from '../loads/grid'
import {
  assists, isOtherUnit, type Case, type Doubt, type Lift, type LineSession, type RepRange, type Wanted,
} from './model'
import { daysBetween } from '../../values/numbers'
import { implied } from './shape'

/** One exercise as prescriptions read it, before the day that is asked for. */
export interface Trained {
  readonly facts: Facts
  readonly family: string
  /** Its own curve constant where the content gives one. */
  readonly curveK: number | null
  /** Its sets, oldest first. */
  readonly sets: readonly Performed[]
  readonly ranges: readonly RepRange[]
  /** The lifter's own reference depth of the line. */
  readonly reference: number | null
  /** Body mass today [kg]. */
  readonly bodyMassKg: number | null
  /** Why a date counts for nothing. */
  readonly cause: (day: string) => string | null
}

export interface AskedFor {
  readonly line: string
  /** The day, YYYY-MM-DD. */
  readonly on: string
  /** The unit of the loads there are. */
  readonly unit: MassUnit
  readonly wanted: Wanted | null
  /** What is believed about the line on the day. */
  readonly belief: LineBelief | null
  /** The loads that the machine or the gym has near a load [kg], which is there or not; null: nobody said. */
  readonly grid: (aroundKg: number, isThere: boolean) => readonly number[] | null
  /** Days since the exercise or a relative was trained; null takes the exercise alone. */
  readonly daysAway: number | null
}

const WEIGHTLESS: ReadonlySet<string> = new Set(['none', 'band'])

/** Whether the body is part of the moved mass. */
function movesBody(facts: Facts): boolean {
  return facts.bodyShare > 0 || facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
}

/** Put the case of one line together. */
export function caseOf(trained: Trained, asked: AskedFor): Case {
  const { facts } = trained
  const { line, on, unit, belief } = asked
  const sets = trained.sets.map((set) => moving(set, facts))
  const k = familyK(trained.family, trained.curveK)
  const here = classifyDepth(sets.filter((set) => keyOf(set, facts.splitting) === line), trained.reference)
  const [believed, doubt] = sortDoubts(sessionsOf(here, trained.cause), k)
  const sessions = believed.slice(-KEPT_SESSIONS)
  const newest = sets.filter(counts).map((set) => set.start.slice(0, 10)).sort().at(-1)
  const since = newest === undefined ? null : daysBetween(newest, on)
  const bare: Case = {
    line, on, family: trained.family, k, meaning: facts.loadMeaning,
    implements: WEIGHTLESS.has(facts.loadMeaning) ? 0 : facts.implements,
    base_kg: baseOf(trained, here), unit,
    grid: [], belief, sessions,
    wanted: asked.wanted && makesSense(asked.wanted) ? asked.wanted : null, ranges: trained.ranges,
    days_away: asked.daysAway === null || since === null ? since : Math.min(since, asked.daysAway),
    exercise_days: since, cap_kg: capOf(sets, facts, line, on, k), doubt,
    mass_known: !movesBody(facts) || trained.bodyMassKg !== null,
    other_unit: inOtherUnit(here, sessions, doubt, unit),
  }
  const last = sessions.at(-1)
  const around = last ? Math.max(...last.sets.map((lift) => lift.load_kg)) : believedLoad(bare)
  const topIsThere = last !== undefined && !isOtherUnit(bare, around)
  const offered = asked.grid(around, topIsThere)
  const grid = offered?.length ? offered : ownGrid(sets, facts, here, bare, { top: around, topIsThere })
  return { ...bare, grid }
}

/** Loads of the sessions and of the set asked about that nobody lifted in the unit, ascending. */
function inOtherUnit(
  here: readonly Performed[], sessions: readonly LineSession[], doubt: Doubt | null, unit: MassUnit,
): number[] {
  const same = new Set(here.filter((set) => unitOf(set) === unit).map((set) => set.loadKg))
  const loads = sessions.flatMap((session) => session.sets.map((lift) => lift.load_kg))
  const asked = doubt ? [doubt.load_kg, doubt.low_kg, doubt.high_kg] : []
  const others = [...new Set([...loads, ...asked])].filter((load) => load > 0 && !same.has(load))
  return others.sort((a, b) => a - b)
}

/** The unit of a load as it was lifted. */
function unitOf({ raw }: Performed): MassUnit {
  return (raw.as_lifted ?? raw.load)?.unit ?? 'kg'
}

/** Whether somebody could do it; a slot that was written wrongly steers nothing. */
function makesSense({ sets, reps_low, reps_high, rir }: Wanted): boolean {
  return reps_low >= 1 && reps_low <= reps_high && reps_high <= 100 && sets >= 1 && rir >= 0 && rir <= 10
}

/** A set with a moved mass to compare with: weightless exercises move the same every time. */
export function moving(set: Performed, facts: Facts): Performed {
  return WEIGHTLESS.has(facts.loadMeaning) ? { ...set, movedKg: NOMINAL_BODY_KG } : set
}

/** A counted load near what is believed of a line without history [kg]. */
function believedLoad(given: Case): number {
  if (given.belief === null || given.implements === 0) return 0
  const moved = quantile(given.belief, [0.5])[0] ?? 0
  return Math.max(0, ((moved - given.base_kg) / given.implements) * (assists(given) ? -1 : 1))
}

function ownGrid(
  sets: readonly Performed[], facts: Facts, here: readonly Performed[], given: Case,
  around: Pick<Used, 'top' | 'topIsThere'>,
): number[] {
  const usual = here.filter((set) => set.kind !== 'drop' && unitOf(set) === given.unit).slice(-200)
  // A typing error is no load that there is.
  const loads = given.sessions.flatMap((session) => session.sets.map((lift) => lift.load_kg))
  const most = loads.length > 0 ? Math.max(...loads) : Infinity
  return historyGrid({
    ...around,
    used: usual.map((set) => set.loadKg).filter((load) => given.doubt === null || load <= most),
    meaning: facts.loadMeaning, unit: given.unit,
    others: sets
      .slice(-300)
      .filter((set) => unitOf(set) === given.unit && keyOf(set, facts.splitting) !== given.line)
      .map((set) => set.loadKg),
    tops: given.sessions
      .slice(-8)
      .map((session) => Math.max(...session.sets.map((lift) => lift.load_kg)))
      .filter((load) => !isOtherUnit(given, load)),
  })
}

/** The working sets of a line by workout. `cause`: why a day counts for nothing. */
export function sessionsOf(here: readonly Performed[], cause: (day: string) => string | null): LineSession[] {
  const groups = new Map<string, Performed[]>()
  for (const set of here) {
    if (!counts(set) || set.kind !== 'working' || set.movedKg === null || set.movedKg <= 0) continue
    const group = groups.get(set.workout)
    if (group) group.push(set)
    else groups.set(set.workout, [set])
  }
  return [...groups.values()].flatMap((group): LineSession[] => {
    const [first] = group
    if (!first) return []
    const day = first.start.slice(0, 10)
    return [{
      day, sets: group.map(liftOf), planned: first.planned ?? null, aim: first.aim ?? null,
      deload: first.deload ?? false, cause: cause(day), apart: 0,
    }]
  })
}

/** A performed set as the rules read it. */
export function liftOf(set: Performed): Lift {
  const rir = set.rir !== undefined && set.rir >= 0 && set.rir <= 10 ? set.rir : null
  return {
    load_kg: set.loadKg, moved_kg: set.movedKg ?? 0, reps: set.reps ?? 0, rir,
    cut: set.depthClass === 'cut', failed: set.failure && rir === 0, sure: set.flags.includes(CONFIRMED),
  }
}

function baseOf({ facts, bodyMassKg }: Trained, here: readonly Performed[]): number {
  if (WEIGHTLESS.has(facts.loadMeaning)) return NOMINAL_BODY_KG
  const hangs = facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  const base = here.at(-1)?.baseKg ?? facts.baseKg
  return base + (facts.bodyShare || (hangs ? 1 : 0)) * (bodyMassKg || NOMINAL_BODY_KG)
}

/** The moved 10RM that the last weeks of the exercise's other lines speak for [kg], null without any. */
function capOf(
  sets: readonly Performed[], facts: Facts, line: string, on: string, k: number,
): number | null {
  const levels = sets
    .filter(
      (set) =>
        counts(set) && set.kind === 'working' && set.movedKg !== null && set.movedKg > 0 &&
        set.depthClass !== 'cut' && daysBetween(set.start, on) <= CAP_DAYS &&
        keyOf(set, facts.splitting) !== line,
    )
    .map((set) => implied(liftOf(set), k, UNKNOWN_RIR) + Math.log(1 + BIAS_MEAN / (k + (set.reps || 1))))
  return levels.length > 0 ? Math.exp(Math.max(...levels)) : null
}
