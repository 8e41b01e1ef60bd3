/**
 * One workout going through the filters of an exercise, set by set. The twin of
 * `iron.training.strength.filter_step`, where each step says why.
 */

import {
  BOUND_GATE, BOUND_MARGIN, DAY_SD, FAILED_EVIDENCE, LEVEL_SD, MOST_SET_REPS, SAID_EVIDENCE, SET_GATE,
  SLOW_SHARE, TRUSTED_RIR,
} from '../../generated/tables'
import { biasShare, fatigueShare, noiseReps } from './belief'
import {
  at, BIAS, boundNow, DAY, FATIGUE, LEVEL, OFFSETS, TREND, type Bound, type Effort, type Strength,
} from './pooled-state'

/** Scratch for a single workout; invariant: a set without trusted reserve never narrows anything. */
export class WorkoutFilter {
  private readonly size: number
  private readonly mean: Float64Array[]
  private readonly cov: Float64Array[]
  private logWeight: readonly number[]
  private weights: number[]
  private readonly bounds: (Bound | null)[]
  private waiting: Strength['waiting']
  private cut: Strength['cut']
  private measured = 0
  private fitting = 0
  private readonly surprises: number[] = []
  private readonly usualK: number

  constructor(private readonly start: Strength) {
    this.size = OFFSETS + start.lines.length
    this.mean = start.mean.map((values) => values.slice())
    this.cov = start.cov.map((values) => values.slice())
    this.logWeight = start.logWeight
    this.weights = start.logWeight.map(Math.exp)
    this.bounds = [...start.bounds]
    this.waiting = start.waiting
    this.cut = start.cut
    this.usualK = this.weighted(start.k)
  }

  /** Take in one set; its line must be known to the belief. */
  take(effort: Effort): void {
    const place = OFFSETS + this.start.lines.indexOf(effort.line)
    const tired = fatigueShare(effort.position, effort.restS)
    const expected = this.mean.map(
      (m) => at(m, LEVEL) + at(m, DAY) + at(m, place) - tired * at(m, FATIGUE),
    )
    const trusted = effort.rir !== null && effort.rir <= TRUSTED_RIR
    if (effort.cut) {
      if (trusted) this.cutSet(effort, expected, place, tired)
    } else if (trusted) this.measure(effort, expected, place, tired)
    else {
      if (effort.rir !== null) this.muchLeft(effort, expected, place, tired)
      this.bound(effort, place, tired)
    }
  }

  /** Whether two full sets or more lie beyond all that was believed, on the same side, and none fits it. */
  get contradicts(): boolean {
    const several = this.surprises.length > 1 && this.fitting === 0
    return several && Math.min(...this.surprises) * Math.max(...this.surprises) > 0
  }

  /** The belief after the workout. */
  belief(): Strength {
    const { start } = this
    return {
      ...start, mean: this.mean, cov: this.cov, logWeight: this.logWeight, bounds: this.bounds, cut: this.cut,
      waiting: this.waiting, measured: start.measured + this.measured, workouts: start.workouts + 1,
    }
  }

  private weighted(values: readonly number[]): number {
    return values.reduce((sum, value, member) => sum + value * (this.weights[member] ?? 0), 0)
  }

  /** Covariance of the state with what a set shows, for one curve constant. */
  private gain(member: number, place: number, tired: number, bias: number): Float64Array {
    const [c, { size }] = [this.cov[member] as Float64Array, this]
    const gain = new Float64Array(size)
    for (let row = 0; row < size; row += 1) {
      const from = row * size
      const fresh = (c[from + LEVEL] as number) + (c[from + DAY] as number) + (c[from + place] as number)
      gain[row] = fresh - tired * (c[from + FATIGUE] as number) - bias * (c[from + BIAS] as number)
    }
    return gain
  }

  private spread(gain: Float64Array, place: number, tired: number, bias: number): number {
    const level = at(gain, LEVEL) + at(gain, DAY) + at(gain, place)
    return level - tired * at(gain, FATIGUE) - bias * at(gain, BIAS)
  }

  private measure(effort: Effort, expected: readonly number[], place: number, tired: number): void {
    const rir = effort.rir ?? 0
    const share = biasShare(rir, effort.failed)
    const logMoved = Math.log(effort.movedKg)
    const reached = this.weighted(expected.map((value, member) => Math.exp(this.logK9(member) + value)))
    const likely = reached / effort.movedKg - this.usualK + 1 - rir
    const noise = noiseReps(Math.min(Math.max(likely, 1), MOST_SET_REPS), rir)
    const rows = expected.map((value, member) => {
      let toFailure = (this.start.k[member] ?? 0) + effort.reps + rir - 1
      if (share > 0) toFailure += share * Math.max(at(this.mean[member], BIAS), -rir)
      const slope = 1 / toFailure
      const bias = share > 0 ? share * slope : 0
      const innovation = logMoved + Math.log(toFailure) - this.logK9(member) - value
      const gain = this.gain(member, place, tired, bias)
      const spread = this.spread(gain, place, tired, bias) + (noise * slope) ** 2
      return { innovation, gain, spread, fit: innovation ** 2 / spread }
    })
    if (this.weighted(rows.map(({ fit }) => fit)) > SET_GATE ** 2) {
      this.surprise(this.weighted(rows.map(({ innovation }) => innovation)), false)
      return
    }
    const slow = effort.failed ? SLOW_SHARE : 0
    for (const [member, row] of rows.entries()) this.update(member, row, slow)
    const evidence = effort.failed ? FAILED_EVIDENCE : SAID_EVIDENCE
    const logWeight = rows.map(
      ({ fit, spread }, member) => at(this.logWeight, member) - 0.5 * evidence * (fit + Math.log(spread)),
    )
    const most = Math.max(...logWeight)
    const raw = logWeight.map((value) => Math.exp(value - most))
    const all = raw.reduce((sum, value) => sum + value, 0)
    this.weights = raw.map((value) => value / all)
    this.logWeight = this.weights.map((value) => Math.log(Math.max(value, 1e-12)))
    this.measured += 1
    this.fitting += 1
    if (this.waiting && this.waiting[0] !== this.start.day) this.waiting = null
  }

  /** Bias and fatigue take a part of the gain, or none; the covariance follows Joseph's form. */
  private update(
    member: number, { innovation, gain, spread }: { innovation: number; gain: Float64Array; spread: number },
    slow: number,
  ): void {
    const [m, c, { size }] = [this.mean[member] as Float64Array, this.cov[member] as Float64Array, this]
    const scaled = gain.map((value) => value / spread)
    scaled[BIAS] = at(scaled, BIAS) * slow
    scaled[FATIGUE] = at(scaled, FATIGUE) * slow
    // The inner loop of the phone: places are inside, and only two rows take less than the whole gain.
    for (let row = 0; row < size; row += 1) {
      const share = scaled[row] as number
      m[row] = (m[row] as number) + share * innovation
      const from = row * size
      for (let column = 0; column < size; column += 1)
        c[from + column] = (c[from + column] as number) - share * (gain[column] as number)
      if (row !== BIAS && row !== FATIGUE) continue
      const rest = (gain[row] as number) - share * spread
      for (let column = 0; column < size; column += 1)
        c[from + column] = (c[from + column] as number) - rest * (scaled[column] as number)
    }
  }

  /** An answer above the trusted ones may raise the level, and nothing else. */
  private muchLeft(effort: Effort, expected: readonly number[], place: number, tired: number): void {
    const rir = effort.rir ?? 0
    const share = biasShare(TRUSTED_RIR, false)
    const rows = expected.map((value, member) => {
      const k = this.start.k[member] ?? 0
      const toFailure = k + effort.reps + rir - 1 + share * Math.max(at(this.mean[member], BIAS), -rir)
      const innovation = Math.log(effort.movedKg) + Math.log(toFailure) - this.logK9(member) - value
      const gain = this.gain(member, place, tired, share / toFailure)
      const noise = noiseReps(effort.reps, rir) / toFailure
      const spread = this.spread(gain, place, tired, share / toFailure) + noise ** 2
      return { innovation, gain, spread }
    })
    if (this.weighted(rows.map(({ innovation }) => innovation)) <= 0) return
    if (this.weighted(rows.map(({ innovation, spread }) => innovation ** 2 / spread)) > SET_GATE ** 2) return
    for (const [member, { innovation, gain, spread }] of rows.entries()) {
      const m = this.mean[member] as Float64Array
      for (let row = 0; row < this.size; row += 1) {
        if (row === TREND || row === BIAS || row === FATIGUE) continue
        m[row] = at(m, row) + (at(gain, row) / spread) * Math.max(innovation, 0)
      }
    }
  }

  /** A set that says only "at least": raise the bound and, where the level lies below it, the level. */
  private bound(effort: Effort, place: number, tired: number): void {
    const left = effort.rir !== null && effort.rir > TRUSTED_RIR ? TRUSTED_RIR : 0
    const fresh = this.mean.map((m, member) => {
      const toFailure = (this.start.k[member] ?? 0) + effort.reps + left - 1
      let bound = Math.log(effort.movedKg) + Math.log(toFailure) - this.logK9(member)
      bound -= BOUND_MARGIN * Math.hypot(DAY_SD, noiseReps(effort.reps, left) / toFailure)
      if (tired > 0) {
        const sure = at(m, FATIGUE) - Math.sqrt(at(this.cov[member], FATIGUE * this.size + FATIGUE))
        bound += tired * Math.max(sure, 0)
      }
      return bound - at(m, DAY)
    })
    const beyond = fresh.map((value, member) =>
      value - at(this.mean[member], LEVEL) - at(this.mean[member], place))
    const meanBeyond = this.weighted(beyond)
    if (meanBeyond > 0) {
      const spread = this.weighted(fresh.map((_, member) =>
        this.spread(this.gain(member, place, tired, 0), place, tired, 0)))
      if (meanBeyond > BOUND_GATE * Math.sqrt(spread)) {
        this.surprise(meanBeyond, true)
        return
      }
    }
    this.fitting += 1
    const [index, { day }] = [place - OFFSETS, this.start]
    const held = this.bounds[index] ?? null
    const now = held && boundNow(held, day)
    if (now === null) this.bounds[index] = { logKg: fresh, day }
    else if (this.weighted(fresh) >= this.weighted(now))
      this.bounds[index] = { logKg: fresh.map((value, member) => Math.max(value, now[member] ?? value)), day }
    if (meanBeyond > 0)
      for (const [member, m] of this.mean.entries()) m[LEVEL] = at(m, LEVEL) + Math.max(at(beyond, member), 0)
  }

  /** Keep a set that does not fit waiting; let the level go when a second workout says the same. */
  private surprise(beyond: number, raises: boolean): void {
    this.surprises.push(beyond)
    const [held, { day }] = [this.waiting, this.start]
    if (held !== null && held[0] === day) return
    if (held === null || held[1] * beyond < 0) {
      this.waiting = [day, beyond]
      return
    }
    const jump = Math.sign(beyond) * Math.min(Math.abs(held[1]), Math.abs(beyond))
    for (const [member, m] of this.mean.entries()) {
      m[LEVEL] = at(m, LEVEL) + (raises ? jump : jump / 2)
      const c = this.cov[member] as Float64Array
      c[0] = at(c, 0) + Math.max(jump ** 2 / 4, LEVEL_SD ** 2 / 4)
    }
    this.waiting = null
  }

  /** Learn from a cut set only how much more this lifter loads when he cuts. */
  private cutSet(effort: Effort, expected: readonly number[], place: number, tired: number): void {
    const rir = effort.rir ?? 0
    const toFailure = this.mean.map((m, member) =>
      (this.start.k[member] ?? 0) + effort.reps + rir - 1 + (rir > 0 ? at(m, BIAS) : 0))
    const shown = toFailure.map((value, member) =>
      Math.log(effort.movedKg) + Math.log(value) - this.logK9(member) - at(expected, member))
    const seen = this.weighted(shown)
    const noise = noiseReps(effort.reps, rir) / this.weighted(toFailure)
    const spread =
      this.weighted(expected.map((_, member) =>
        this.spread(this.gain(member, place, tired, 0), place, tired, 0))) + noise ** 2
    const [mean, variance] = this.cut
    if (Math.abs(seen - mean) > SET_GATE * Math.sqrt(spread + variance)) return
    const gain = variance / (variance + spread)
    this.cut = [mean + gain * (seen - mean), (1 - gain) * variance]
  }

  private logK9(member: number): number {
    return Math.log((this.start.k[member] ?? 0) + 9)
  }
}
