/** The load of a set as its lifter reads it. */
import { UNIT_GRID, UNIT_GRID_TOLERANCE } from '../../generated/tables'
import type { WorkoutSet } from '../../values/documents'
import { massAsWritten, massKg, shown, type Load, type MassUnit } from '../../rules/loads/units'

/** The number a lifter reads for a set, in his unit; as lifted and as typed never change. */
export function loadShown(set: WorkoutSet, unit: MassUnit): Load | null {
  // What was surely lifted in the other unit reads as it was on the bar: 20 kg, not 44.09 lb.
  if (set.as_lifted !== undefined) return { value: shown(set.as_lifted.value), unit: set.as_lifted.unit }
  if (set.load === undefined) return null
  const { value, unit: typed } = set.load
  return { value: typed === unit ? withoutDust(value) : massAsWritten(massKg(value, typed), unit), unit }
}

/** Pounds that an app stored as kilograms and wrote as pounds again: 242.508 is 242.5 on the bar. */
function withoutDust(value: number): number {
  const quarter = Math.round(value / UNIT_GRID) * UNIT_GRID
  return shown(Math.abs(value - quarter) <= UNIT_GRID_TOLERANCE ? quarter : value)
}
