/** Loads that can be made, and rounding to them. The same as `src/iron/training/programs/rounding.py`. */
import { USUAL_BAR } from '../../generated/tables'
import { loadable, rack } from '../loads/plates'
import type { MassUnit } from '../loads/units'

export type Grid = readonly number[]
/** The loads that a place can make, by exercise. */
export type Rack = (exercise: string) => Grid

const SAME = 1e-6
/** Heaviest load of a grid. */
export const MOST: Readonly<Record<MassUnit, number>> = { kg: 500, lb: 1100 }
/** Dumbbells and stacks that nobody entered: steps that are usual in gyms, a guess. */
const STEPS: Readonly<Record<MassUnit, number>> = { kg: 2.5, lb: 5 }
const usual = new Map<string, Grid>()

/** A number without the dust of binary fractions: four decimals, halves up. */
export function tidy(value: number): number {
  return Math.floor(value * 10_000 + 0.5) / 10_000
}

/**
 * The load of the grid for an exact one: `nearest` takes the upper of two equally near, `down` never goes up.
 */
export function roundTo(grid: Grid, value: number, rounding: string): number {
  if (grid.length === 0) return tidy(value)
  let [low, high] = [0, grid.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grid[middle] ?? 0) < value - SAME) low = middle + 1
    else high = middle
  }
  const above = grid[low]
  if (above === undefined) return grid[grid.length - 1] ?? value
  const below = grid[low - 1]
  if (below === undefined || above - value <= SAME) return above
  if (rounding === 'down') return below
  return above - value <= value - below + SAME ? above : below
}

/** The loads of a usual gym for what an exercise's load means, in its unit. */
export function usualGrid(meaning: string, unit: MassUnit): Grid {
  const key = `${meaning}|${unit}`
  const known = usual.get(key)
  if (known) return known
  const made =
    meaning === 'barbell'
      ? loadable(rack({ unit, base: USUAL_BAR[unit] }), 0, MOST[unit])
      : meaning === 'plates'
        ? loadable(rack({ unit }), 0, MOST[unit])
        : Array.from({ length: Math.floor(MOST[unit] / STEPS[unit]) + 1 }, (_, count) => STEPS[unit] * count)
  usual.set(key, made)
  return made
}
