/**
 * A warm-up ramp from the first working load and the loads the machine really makes.
 *
 * Shares and repetitions are a coach's rule of thumb, not a finding: half, then seven tenths, then most of
 * the load with few repetitions, so that nothing is tired before the first hard set. Light work needs fewer
 * steps.
 */

import { nearest, type Rack } from '../rules/loads/plates'

export interface RampStep { load: number; reps: number }

const SHARES: readonly (readonly [share: number, reps: number])[] = [[0.5, 8], [0.7, 5], [0.85, 3]]
/** Steps nearer to each other or to the working load than this share of it say nothing new. */
const LEAST_STEP = 0.08

/**
 * The warm-up sets before a working load, lightest first; empty where the load is too light for one.
 *
 * @param working the first working load, in the rack's unit
 * @param on what the machine makes; null where no plates decide, then loads go in steps of `step`
 * @param step the step without a rack, in the same unit
 */
export function ramp(working: number, on: Rack | null, step: number): RampStep[] {
  if (!(working > 0)) return []
  const lowest = on ? (on.stack[0] ?? on.base) : step
  const steps: RampStep[] = []
  // An empty bar that is much lighter than the first step comes before it.
  if (on && on.stack.length === 0 && on.base > 0 && on.base <= working * (SHARES[0]?.[0] ?? 0.5) * 0.8)
    steps.push({ load: on.base, reps: 10 })
  for (const [share, reps] of SHARES) {
    const load = near(working * share, on, step)
    const before = steps.at(-1)?.load ?? 0
    if (
      load < lowest ||
      load <= 0 ||
      load - before < working * LEAST_STEP ||
      working - load < working * LEAST_STEP
    )
      continue
    steps.push({ load, reps })
  }
  return steps
}

/**
 * A lighter load for a drop set: about a fifth less (a common choice, not a finding), that the machine makes.
 */
export function dropped(load: number, on: Rack | null, step: number): number {
  const next = near(load * 0.8, on, step)
  return next < load ? next : Math.max(0, load - step)
}

/** The load nearest to the wish that can be made; the lower of two as near. */
function near(wish: number, on: Rack | null, step: number): number {
  if (!on) return Math.round(wish / step) * step
  const [below, above] = nearest(on, wish)
  if (below === null) return above ?? 0
  return above !== null && above - wish < wish - below ? above : below
}
