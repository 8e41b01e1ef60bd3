/**
 * The belief about one exercise, workout by workout: a bank of filters over the curve constant, each with the
 * level, its trend, the day's form, the bias of the reserve, set fatigue, and one offset for each line. The
 * twin of `iron.training.strength.belief` and `capacity.belief`; cases: `spec/strength.json`. Masses are
 * moved kilograms, days count from 1970.
 */

import {
  BANK_STEPS, BIAS_MEAN, BIAS_SD, CUT_MEAN, CUT_SD, DAY_SD, EFFORT_RIR, FATIGUE_MEAN, FATIGUE_SD,
  GAP_FREE_WEEKS, IMPLAUSIBLE, K_LOG_SD, LEVEL_SD, LEVEL_SD_MOST, LEVEL_WALK, MODEL_SD, MOST_SET_REPS,
  ONE_SIDE, TAU_MACHINE, TAU_SETUP, TREND_KEEP, TREND_MEAN, TREND_SD, TREND_WALK, TRUSTED_RIR,
  YOUNG,
} from '../../generated/tables'
import { parseKey } from '../history/lines'
import { lost } from './decay'
import type { LineBelief } from './belief'
import { WorkoutFilter } from './filter-step'
import {
  at, BIAS, boundNow, DAY, FATIGUE, LEVEL, OFFSETS, TREND, type Effort, type Strength,
} from './pooled-state'

/** Take in the sets of one workout, in the order in which they were done. */
export function absorb(
  before: Strength | null, day: number, efforts: readonly Effort[], k: number,
): Strength | null {
  const usable = efforts.filter(({ movedKg, reps }) => movedKg > 0 && reps >= 1 && reps <= MOST_SET_REPS)
  const full = usable.filter((effort) => !effort.cut)
  if (usable.length === 0 || (before === null && full.length === 0)) return before
  const isNew = before === null || (full.length > 0 && isImplausible(before, full))
  const start = isNew ? first(day, full, k) : before
  const work = through(start, day, usable)
  // One or two older workouts say less about today than sets that agree with each other.
  const isNewLevel = work.contradicts && start.workouts < YOUNG
  return (isNewLevel ? through(first(Math.max(day, start.day), full, k), day, usable) : work).belief()
}

/** A belief carried to a day, and the sets of the day taken in. */
function through(start: Strength, day: number, efforts: readonly Effort[]): WorkoutFilter {
  let state = toDay(start, day)
  for (const { line } of efforts) state = withLine(state, line)
  const work = new WorkoutFilter(state)
  for (const effort of efforts) work.take(effort)
  return work
}

/** The belief carried to a later day without new sets: the level drifts, the interval widens. */
export function toDay(state: Strength, day: number): Strength {
  const weeks = Math.max(0, day - state.day) / 7
  if (weeks === 0) return state
  const mean = state.mean.map((values) => values.slice())
  const cov = state.cov.map((values) => values.slice())
  const size = OFFSETS + state.lines.length
  const [run, keep, gone] = [Math.min(weeks, GAP_FREE_WEEKS), TREND_KEEP ** weeks, lost(weeks)]
  for (const [member, m] of mean.entries()) {
    const c = cov[member] as Float64Array
    m[LEVEL] = at(m, LEVEL) + run * at(m, TREND) - gone
    m[TREND] = at(m, TREND) * keep
    m[DAY] = 0
    for (let i = 0; i < size; i += 1) c[i] = at(c, i) + run * at(c, TREND * size + i)
    for (let i = 0; i < size; i += 1) c[i * size] = at(c, i * size) + run * at(c, i * size + TREND)
    for (let i = 0; i < size; i += 1) c[TREND * size + i] = at(c, TREND * size + i) * keep
    for (let i = 0; i < size; i += 1) c[i * size + TREND] = at(c, i * size + TREND) * keep
    c[0] = at(c, 0) + LEVEL_WALK ** 2 * weeks + gone ** 2
    c[TREND * size + TREND] = at(c, TREND * size + TREND) + TREND_WALK ** 2 * weeks
    for (let i = 0; i < size; i += 1) c[DAY * size + i] = c[i * size + DAY] = 0
    c[DAY * size + DAY] = DAY_SD ** 2
    const shrink = Math.min(1, Math.max(LEVEL_SD_MOST, gone) / Math.sqrt(at(c, 0)))
    for (let i = 0; i < size; i += 1) c[i] = at(c, i) * shrink
    for (let i = 0; i < size; i += 1) c[i * size] = at(c, i * size) * shrink
  }
  return { ...state, mean, cov, day }
}

/** The belief with a line added at its prior when it is new. */
export function withLine(state: Strength, line: string): Strength {
  if (state.lines.includes(line)) return state
  const [offset, tau] = linePrior(line, state.lines)
  const before = OFFSETS + state.lines.length
  const size = before + 1
  const mean = state.mean.map((values) => Float64Array.from([...values, offset]))
  const cov = state.cov.map((values) => {
    const wider = new Float64Array(size * size)
    for (let row = 0; row < before; row += 1)
      wider.set(values.subarray(row * before, (row + 1) * before), row * size)
    wider[size * size - 1] = tau ** 2
    return wider
  })
  return { ...state, mean, cov, lines: [...state.lines, line], bounds: [...state.bounds, null] }
}

/** What is believed about the 10RM of one line on the state's day. */
export function beliefOfLine(known: Strength, line: string): LineBelief {
  const state = withLine(known, line)
  const size = OFFSETS + state.lines.length
  const place = OFFSETS + state.lines.indexOf(line)
  const bound = state.bounds[place - OFFSETS] ?? null
  const raw = state.logWeight.map(Math.exp)
  const all = raw.reduce((sum, value) => sum + value, 0)
  const weighted = (of: (member: number) => number) =>
    raw.reduce((sum, weight, member) => sum + weight * of(member), 0)
  const sds = state.cov.map((c) =>
    Math.sqrt(
      Math.max(at(c, 0) + at(c, place * size + place) + 2 * at(c, place), 0) + MODEL_SD ** 2,
    ))
  return {
    k: state.k, weight: raw.map((value) => value / all),
    mean: state.mean.map((m) => at(m, LEVEL) + at(m, place)), sd: sds,
    low: bound && boundNow(bound, state.day), soft: bound === null ? 0 : DAY_SD,
    fatigue: weighted((member) => at(state.mean[member], FATIGUE)),
    bias: weighted((member) => at(state.mean[member], BIAS)),
    bias_sd: Math.sqrt(Math.max(0, weighted((member) => at(state.cov[member], BIAS * size + BIAS)))),
    cut: state.cut[0],
  }
}

function first(day: number, efforts: readonly Effort[], usualK: number): Strength {
  const k = BANK_STEPS.map((step) => usualK * Math.exp(K_LOG_SD * step))
  const logWeights = BANK_STEPS.map((step) => -0.5 * step ** 2)
  const all = Math.log(logWeights.reduce((sum, value) => sum + Math.exp(value), 0))
  const mean = k.map((curve) => {
    const levels = efforts
      .map(({ movedKg, reps, rir }) => {
        const left = rir === null ? EFFORT_RIR : Math.min(rir, TRUSTED_RIR)
        return Math.log(movedKg) + Math.log((curve + reps + left - 1) / (curve + 9))
      })
      .sort((a, b) => a - b)
    // The upper median, not the best: one mistyped load among several must not set the level.
    const level = levels[Math.floor(levels.length / 2)] ?? 0
    return Float64Array.from([level, TREND_MEAN, 0, BIAS_MEAN, FATIGUE_MEAN])
  })
  const cov = k.map(() => {
    const values = new Float64Array(OFFSETS * OFFSETS)
    for (const [place, sd] of [LEVEL_SD, TREND_SD, DAY_SD, BIAS_SD, FATIGUE_SD].entries())
      values[place * OFFSETS + place] = sd ** 2
    return values
  })
  return {
    k, logWeight: logWeights.map((value) => value - all), mean, cov, lines: [], bounds: [], day,
    cut: [CUT_MEAN, CUT_SD ** 2], waiting: null, measured: 0, workouts: 0,
  }
}

function linePrior(line: string, others: readonly string[]): [offset: number, tau: number] {
  const known = others.map(parseKey)
  const [main] = known
  if (!main) return [0, TAU_SETUP]
  const parts = parseKey(line)
  const tau = known.some(({ machine }) => machine === parts.machine) ? TAU_SETUP : TAU_MACHINE
  if (parts.side === main.side || ![parts.side, main.side].includes('both')) return [0, tau]
  const sign = main.side === 'both' ? 1 : -1
  return [sign * (ONE_SIDE[0] ?? 0), Math.hypot(ONE_SIDE[1] ?? 0, tau)]
}

/** Whether the only workout so far was a typo: all sets on its lines now lie below 40 % of it. */
function isImplausible(state: Strength, efforts: readonly Effort[]): boolean {
  if (state.measured > 0 || state.workouts > 1) return false
  const weights = state.logWeight.map(Math.exp)
  const weighted = (of: (member: number) => number) =>
    weights.reduce((sum, weight, member) => sum + weight * of(member), 0)
  const level = weighted((member) => at(state.mean[member], LEVEL))
  const known = efforts.filter((effort) => state.lines.includes(effort.line))
  const below = ({ movedKg, reps }: Effort) =>
    level - Math.log(movedKg) -
    weighted((member) => Math.log(((state.k[member] ?? 0) + reps - 1) / ((state.k[member] ?? 0) + 9)))
  return known.length > 0 && known.every((effort) => below(effort) > IMPLAUSIBLE)
}
