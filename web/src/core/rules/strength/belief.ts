/**
 * What is believed about one line: it answers chances and takes in today's sets. The twin of
 * `src/iron/training/strength/{curve,state,line_belief}.py`; cases: `spec/strength.json`. Masses are moved
 * kilograms.
 */

import {
  BOUND_GATE, BOUND_MARGIN, DAY_SD, DEFAULT_K, FAMILY_K, FATIGUE_KEEP, REST_REFERENCE_S, SET_GATE,
  TRUSTED_RIR,
} from '../../generated/tables'

/** The distribution of x = log 10RM of one line by curve constant, as the snapshot carries it. */
export interface LineBelief {
  readonly k: readonly number[]
  /** Weights of the curve constants, summing to 1. */
  readonly weight: readonly number[]
  readonly mean: readonly number[]
  readonly sd: readonly number[]
  /** Lower bound told by sets without RIR. */
  readonly low: readonly number[] | null
  /** Standard deviation of that bound. */
  readonly soft: number
  /** Log load lost by long repetition of sets. */
  readonly fatigue: number
  /** Reps by which the lifter under-predicts what is left, and its standard deviation. */
  readonly bias: number
  readonly bias_sd: number
  /** Log of the load that cutting depth adds. */
  readonly cut: number
}

const GRID = 161
const REACH_SD = 4.5

export function familyK(family: string, own: number | null): number {
  return own !== null && own > 0 ? own : (FAMILY_K[family] ?? DEFAULT_K)
}

/** Load at `reps` to failure over the 10RM. */
export function loadShare(reps: number, k: number): number {
  return (k + 9) / (k + reps - 1)
}

/** Reps that a load step costs at `reps`. */
export function repsLost(load: number, step: number, reps: number, k: number): number {
  return load > 0 ? ((k + reps - 1) * step) / load : Infinity
}

/** How much of the set fatigue a set carries, by the sets before it and the rest [s]. */
export function fatigueShare(position: number, restS: number | null): number {
  if (position <= 0) return 0
  const rest =
    restS === null || restS <= 0 ? 1 : Math.sqrt(REST_REFERENCE_S / Math.min(Math.max(restS, 45), 720))
  return (1 - FATIGUE_KEEP ** position) * rest
}

/** Standard deviation of the reps to failure that a measured set tells. */
export function noiseReps(reps: number, rir: number): number {
  if (rir <= 0) return 0.7 + 0.4 * Math.min(Math.max((reps - 4) / 8, 0), 1)
  return 0.8 + 0.25 * rir + 0.3 * Math.max(0, reps - 12)
}

/** How much of the reserve's bias a set carries: none at a failed rep, more the further from failure. */
export function biasShare(rir: number, failed: boolean): number {
  return failed ? 0 : 0.5 + 0.5 * Math.min(Math.max(rir, 0), 1) + 0.2 * Math.max(rir - 1, 0)
}

/** Points and probabilities of one curve constant; `above[i]` is the probability from point i on. */
interface Row {
  readonly k: number
  readonly start: number
  readonly step: number
  readonly mass: readonly number[]
  readonly above: readonly number[]
}

const known = new WeakMap<LineBelief, readonly Row[]>()

/** Normal densities times a soft step at the lower bound, all rows together summing to 1. */
function density(belief: LineBelief): readonly Row[] {
  const held = known.get(belief)
  if (held) return held
  const raw = belief.k.map((k, row) => {
    const [mean, sd, low] = [
      at(belief.mean, row), at(belief.sd, row), belief.low === null ? null : at(belief.low, row),
    ]
    const start = (low === null ? mean : Math.max(mean, low)) - sd * REACH_SD
    const step = (2 * REACH_SD * sd) / (GRID - 1)
    const mass = Array.from({ length: GRID }, (_, i) => {
      const x = start + i * step
      const bell = Math.exp(-0.5 * ((x - mean) / sd) ** 2)
      return low === null ? bell : bell * normalCdf((x - low) / Math.max(belief.soft, 1e-6))
    })
    const share = at(belief.weight, row) / Math.max(sum(mass), 1e-300)
    return { k, start, step, mass: mass.map((value) => value * share) }
  })
  const total = raw.reduce((all, row) => all + sum(row.mass), 0)
  const rows = raw.map((row) => {
    const mass = row.mass.map((value) => value / total)
    const above = new Array<number>(GRID + 1).fill(0)
    for (let i = GRID - 1; i >= 0; i -= 1) above[i] = at(above, i + 1) + at(mass, i)
    return { ...row, mass, above }
  })
  known.set(belief, rows)
  return rows
}

/** Probability of at least each number of reps to failure with a moved load. */
export function chances(belief: LineBelief, movedKg: number, reps: readonly number[], tired = 0): number[] {
  const rows = density(belief)
  return reps.map((number) => {
    if (number <= 0) return 1
    return rows.reduce((all, row) => {
      const needed = Math.log(movedKg) + Math.log((row.k + number - 1) / (row.k + 9)) + tired * belief.fatigue
      const first = Math.min(GRID, Math.max(0, Math.ceil((needed - row.start) / row.step - 1e-9)))
      return all + at(row.above, first)
    }, 0)
  })
}

/** Quantiles of the 10RM [moved kg]. */
export function quantile(belief: LineBelief, shares: readonly number[]): number[] {
  return quantiles(density(belief), belief.k.map(() => 0), shares)
}

/** The moved load that `reps` to failure can be done with, at a quantile of what is believed. */
export function loadFor(belief: LineBelief, reps: number, share: number, tired = 0): number {
  const shift = belief.k.map((k) => Math.log(loadShare(reps, k)) - tired * belief.fatigue)
  return quantiles(density(belief), shift, [share])[0] ?? 0
}

/** The belief with today's form still open. */
export function forToday(belief: LineBelief): LineBelief {
  return { ...belief, sd: belief.sd.map((sd) => Math.hypot(sd, DAY_SD)) }
}

export interface DoneSet {
  readonly movedKg: number
  readonly reps: number
  readonly rir: number | null
  readonly position: number
  readonly restS?: number | null
  readonly failed?: boolean
}

/** Today's belief after one more set: a measurement with RIR, a lower bound without. */
export function afterSet(belief: LineBelief, set: DoneSet): LineBelief {
  const { movedKg, reps, rir } = set
  const tired = fatigueShare(set.position, set.restS ?? null) * belief.fatigue
  if (rir === null || rir > TRUSTED_RIR)
    return raised(belief, movedKg, reps, rir === null ? 0 : TRUSTED_RIR, tired)
  const share = biasShare(rir, set.failed ?? false)
  const unsure = Math.hypot(noiseReps(reps, rir), share * belief.bias_sd)
  const rows = belief.k.map((k, row) => {
    const toFailure = k + reps + rir - 1 + share * Math.max(belief.bias, -rir)
    const innovation = Math.log(movedKg) + Math.log(toFailure / (k + 9)) + tired - at(belief.mean, row)
    const variance = at(belief.sd, row) ** 2
    const spread = variance + (unsure / toFailure) ** 2
    return {
      innovation, variance, spread, fit: innovation ** 2 / spread, weight: at(belief.weight, row),
      mean: at(belief.mean, row),
    }
  })
  if (rows.reduce((all, row) => all + row.weight * row.fit, 0) > SET_GATE ** 2) return belief
  const logWeights = rows.map(
    (row) => Math.log(Math.max(row.weight, 1e-12)) - 0.5 * (row.fit + Math.log(row.spread)),
  )
  const most = Math.max(...logWeights)
  const weight = logWeights.map((value) => Math.exp(value - most))
  const all = sum(weight)
  return {
    ...belief,
    weight: weight.map((value) => value / all),
    mean: rows.map((row) => row.mean + (row.variance / row.spread) * row.innovation),
    sd: rows.map((row) => Math.sqrt((1 - row.variance / row.spread) * row.variance)),
  }
}

/** A set that says only "at least" moves the mean up to what was done and never narrows anything. */
function raised(belief: LineBelief, movedKg: number, reps: number, left: number, tired: number): LineBelief {
  const beyond = belief.k.map((k, row) => {
    const toFailure = k + reps + left - 1
    const luck = BOUND_MARGIN * Math.hypot(DAY_SD, noiseReps(reps, left) / toFailure)
    return Math.log(movedKg) + Math.log(toFailure / (k + 9)) + 0.5 * tired - luck - at(belief.mean, row)
  })
  const far = beyond.reduce((all, value, row) => all + value * at(belief.weight, row), 0)
  if (far <= 0 || far > BOUND_GATE * Math.max(...belief.sd)) return belief
  return { ...belief, mean: belief.mean.map((mean, row) => mean + Math.max(at(beyond, row), 0)) }
}

/** Quantiles of a mixture of rows, linear between its points as numpy's `interp`. */
function quantiles(rows: readonly Row[], shift: readonly number[], shares: readonly number[]): number[] {
  const points = rows.flatMap((row, n) =>
    row.mass.map((mass, i) => ({ x: row.start + i * row.step + at(shift, n), mass })),
  )
  points.sort((a, b) => a.x - b.x)
  let running = 0
  const total = points.map((point) => (running += point.mass))
  return shares.map((share) => {
    const wanted = share * running
    const after = total.findIndex((sum) => sum >= wanted)
    const [here, before] = [points[after]?.x ?? 0, points[after - 1]?.x]
    if (before === undefined) return Math.exp(here)
    const [low, high] = [at(total, after - 1), at(total, after)]
    return Math.exp(high > low ? before + ((here - before) * (wanted - low)) / (high - low) : here)
  })
}

/** The standard normal distribution function, Abramowitz and Stegun 26.2.17, as in Python. */
export function normalCdf(x: number): number {
  const size = Math.min(Math.abs(x), 37)
  const t = 1 / (1 + 0.2316419 * size)
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = Math.exp(-0.5 * size * size) * 0.3989422804014327 * series
  return x >= 0 ? 1 - tail : tail
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

function at(values: readonly number[], place: number): number {
  return values[place] ?? 0
}
