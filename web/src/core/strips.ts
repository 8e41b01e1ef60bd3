/** The values a lifter picks from: loads a machine can make, repetitions, reps in reserve, seconds, metres. */

import type { MassUnit } from './documents'
import { loadable, rack, USUAL_PLATES, type Rack, type RackInput } from './plates'

/** Steps where no plates decide: the usual marks of stacks and dumbbells. A guess until the machine says more. */
export const STEP: Readonly<Record<MassUnit, number>> = { kg: 2.5, lb: 5 }
/** A bar that is counted with the load, where the machine does not say [the unit]. */
const BAR: Readonly<Record<MassUnit, number>> = { kg: 20, lb: 45 }
/** Steps shown below and above the current value. */
const REACH = 40

/** The rack for an exercise's way of counting, or null where there are no plates to put on. */
export function rackFor(meaning: string, machine: RackInput | undefined, unit: MassUnit): Rack | null {
  if (machine?.stack?.length) return rack(machine)
  if (meaning === 'barbell') return rack({ plates: USUAL_PLATES[unit], unit, base: BAR[unit], ...machine })
  if (meaning === 'plates') return rack({ unit, ...machine })
  return null
}

/** Loads around the current one, ascending; before the first one is known, round loads over the whole range. */
export function loadStrip(on: Rack | null, current: number | undefined, unit: MassUnit): number[] {
  if (current === undefined) return on && on.stack.length === 0 ? firstLoads(on) : (on?.stack.slice() ?? evenly(STEP[unit], 0))
  const values = on ? loadable(on, 0, reachOf(on, current)) : evenly(STEP[unit], current)
  const all = values.includes(current) ? values : [...values, current].sort((a, b) => a - b)
  const at = all.indexOf(current)
  return all.slice(Math.max(0, at - REACH), at + REACH + 1)
}

export function repsStrip(current: number): number[] {
  return Array.from({ length: Math.max(30, current + 10) }, (_, i) => i + 1)
}

/** Reps in reserve; above five nobody can tell. */
export const RIR_STRIP: readonly number[] = [0, 0.5, 1, 1.5, 2, 3, 4, 5]

export function secondsStrip(current: number): number[] {
  return evenly(5, current).filter((value) => value > 0)
}

export function distanceStrip(current: number): number[] {
  return evenly(current >= 1000 ? 100 : 10, current).filter((value) => value > 0)
}

/** Tens, as long as the plates can make them. */
function firstLoads(on: Rack): number[] {
  return loadable(on, 0, on.base + REACH * 10).filter((value) => value === on.base || value % 10 === 0)
}

function reachOf(on: Rack, current: number): number {
  const smallest = on.sizes.at(-1)?.[0] ?? 1.25
  return Math.max(current, on.base) + REACH * smallest * on.sides
}

function evenly(step: number, current: number): number[] {
  const from = Math.max(0, Math.floor(current / step) - REACH)
  const values = Array.from({ length: 2 * REACH + 1 }, (_, i) => (from + i) * step)
  return values.includes(current) ? values : [...values, current].sort((a, b) => a - b)
}
