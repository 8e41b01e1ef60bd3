/**
 * Units: the twin of `src/iron/values/units.py`, the same exact factors.
 *
 * A quantity that a person typed is never rewritten; it is converted on the way to a formula or a screen.
 * Factors: international yard and pound agreement 1959 (1 yd = 0.9144 m, 1 lb = 0.45359237 kg, both exact).
 * Cases: `spec/units.json`.
 */

import { KG_OF, METRES_OF, UNIT_GRID, UNIT_GRID_TOLERANCE } from '../../generated/tables'

export type MassUnit = 'kg' | 'lb'
export type LengthUnit = 'm' | 'km' | 'mi' | 'ft' | 'yd' | 'cm' | 'in'

/** A load as the lifter counts it, kept as typed. */
export interface Load {
  readonly value: number
  readonly unit: MassUnit
}


/** A mass in kilograms [kg]. */
export function massKg(value: number, unit: MassUnit): number {
  return value * KG_OF[unit]
}

/** Kilograms in another unit of mass. */
export function massIn(kilograms: number, unit: MassUnit): number {
  return kilograms / KG_OF[unit]
}

/**
 * Kilograms, rounded to 0.01, as the number that a person writes. A load near a multiple of a quarter is that
 * multiple: 430 lb are stored as 195.04 kg and must not come back as 429.99 lb.
 */
export function massAsWritten(kilograms: number, unit: MassUnit): number {
  const value = massIn(kilograms, unit)
  const nearest = Math.round(value / UNIT_GRID) * UNIT_GRID
  const isNear = Math.abs(value - nearest) <= UNIT_GRID_TOLERANCE / KG_OF[unit] / 2
  return unit !== 'kg' && isNear ? nearest : shown(value)
}

/** A length in metres [m]. */
export function lengthM(value: number, unit: LengthUnit): number {
  return value * METRES_OF[unit]
}

/** The load in `unit`; the very same number when it was typed in that unit, so that nothing drifts. */
export function loadIn(load: Load, unit: MassUnit): number {
  return load.unit === unit ? load.value : massIn(massKg(load.value, load.unit), unit)
}

/**
 * The round load in the other unit that was surely lifted, or null.
 *
 * Apps store one unit for an account; a lifter who trains in the other leaves numbers like 44.09245243697551
 * lb, which is 20 kg. The other unit is meant when the converted value lies within 0.01 of a multiple of 0.25
 * and the stored value does not.
 */
export function asLifted(value: number, unit: MassUnit): Load | null {
  if (value === 0 || onGrid(value)) return null
  const other: MassUnit = unit === 'lb' ? 'kg' : 'lb'
  const converted = massIn(massKg(value, unit), other)
  if (!onGrid(converted)) return null
  return { value: Math.round(converted / UNIT_GRID) * UNIT_GRID, unit: other }
}

/** Round a number for people and comparisons to 0.01: float dust such as 185.00000000000003 goes away. */
export function shown(value: number): number {
  // Python rounds an exact tie to the even hundredth, toFixed away from it; ties exist only on odd eighths.
  const eighths = value * 8
  if (Number.isInteger(eighths) && Math.abs(eighths % 2) === 1) {
    const below = Math.floor(value * 100)
    return (below % 2 === 0 ? below : below + 1) / 100 + 0
  }
  return Number(value.toFixed(2)) + 0
}

function onGrid(value: number): boolean {
  return Math.abs(value - Math.round(value / UNIT_GRID) * UNIT_GRID) <= UNIT_GRID_TOLERANCE
}

/** The unit of mass that most loads have; of equals the first seen, kg without any. */
export function usualUnit(units: readonly MassUnit[]): MassUnit {
  const pounds = units.filter((unit) => unit === 'lb').length
  if (pounds * 2 === units.length) return units[0] ?? 'kg'
  return pounds * 2 > units.length ? 'lb' : 'kg'
}
