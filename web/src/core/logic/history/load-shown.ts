/** The load of a set as its lifter reads it. */
import type { WorkoutSet } from '../../values/documents'
import { massAsWritten, massKg, shown, type Load, type MassUnit } from '../../rules/loads/units'

/** The number a lifter reads for a set, in his unit; as lifted and as typed never change. */
export function loadShown(set: WorkoutSet, unit: MassUnit): Load | null {
  // What was surely lifted in the other unit reads as it was on the bar: 20 kg, not 44.09 lb.
  if (set.as_lifted !== undefined) return { value: shown(set.as_lifted.value), unit: set.as_lifted.unit }
  if (set.load === undefined) return null
  const { value, unit: typed } = set.load
  return { value: typed === unit ? shown(value) : massAsWritten(massKg(value, typed), unit), unit }
}
