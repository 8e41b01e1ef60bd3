/**
 * The values a lifter picks from: loads a machine can make, repetitions, reps in reserve, seconds, metres.
 */

import type { DistanceUnit, MassUnit } from '../values/documents'
import { loadable, rack, type Rack } from '../rules/loads/plates'
import { barOf, type Equipment } from '../rules/loads/rack'

/**
 * Steps where no plates decide: the usual marks of stacks and dumbbells. A guess until the machine says more.
 */
export const STEP: Readonly<Record<MassUnit, number>> = { kg: 2.5, lb: 5 }
/** Steps shown below and above the current value. */
const REACH = 40

/** The plates that are usual where nobody said which there are; null where none go on. */
export function usualRack(equipment: Equipment, unit: MassUnit, plates?: readonly number[]): Rack | null {
  if (equipment.meaning !== 'barbell' && equipment.meaning !== 'plates') return null
  const sides = (equipment.machine.sides ?? equipment.usualSides) === 1 ? 1 : 2
  const base = equipment.meaning === 'barbell' ? barOf(equipment, unit) : 0
  return rack({ plates, unit, sides, base })
}

/**
 * Loads around the current one, ascending; before the first one is known, round loads over the whole range.
 */
export function loadStrip(on: Rack | null, current: number | undefined, unit: MassUnit): number[] {
  if (current === undefined)
    return on && on.stack.length === 0 ? firstLoads(on) : (on?.stack.slice() ?? evenly(STEP[unit], 0))
  const values = on ? loadable(on, 0, reachOf(on, current)) : evenly(STEP[unit], current)
  const all = values.includes(current) ? values : [...values, current].sort((a, b) => a - b)
  const at = all.indexOf(current)
  return all.slice(Math.max(0, at - REACH), at + REACH + 1)
}

export function repsStrip(current: number): number[] {
  return Array.from({ length: Math.max(30, current + 10) }, (_, i) => i + 1)
}

/** Reps in reserve, the usual ones first; above five nobody can tell. */
export const RIR_STRIP: readonly number[] = [0, 1, 2, 3, 4, 5, 0.5, 1.5, 2.5]

/** The longest time that is taken for a hold [s], a guess: a plank of ten minutes is rare. */
export const LONGEST_HOLD_S = 600

/** Five seconds apart for holds, which end after ten minutes; a minute apart for hours on the bike [s]. */
export function secondsStrip(current: number, isHold: boolean): number[] {
  const holds = [...span(5, 180, 5), ...span(195, LONGEST_HOLD_S, 15)]
  return withCurrent(isHold ? holds : [...holds, ...span(LONGEST_HOLD_S + 60, 3 * 3600, 60)], current)
}

/** Steps that fit the unit: tens of metres on the floor, halves of kilometres and miles on the road. */
export function distanceStrip(current: number, unit: DistanceUnit = 'm'): number[] {
  if (unit === 'km' || unit === 'mi')
    return withCurrent(
      [
        ...span(1, 20, 1).map((tenth) => tenth / 10), ...span(5, 40, 1).map((half) => half / 2),
        ...span(21, 100, 1),
      ],
      current,
    )
  return withCurrent([...span(5, 50, 5), ...span(60, 500, 10), ...span(600, 10_000, 100)], current)
}

function span(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}

function withCurrent(values: readonly number[], current: number): number[] {
  return values.includes(current) || !(current > 0) ? [...values] : [...values, current].sort((a, b) => a - b)
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
