/** In which units a measure of the body can be typed. */
import type { MassUnit } from '../../rules/loads/units'
import type { Measure } from '../../rules/records/body'

/** The units of a measure, the lifter's own first. */
export function unitsOf(measure: Measure, own: MassUnit): readonly string[] {
  if (measure.kind === 'share') return ['%']
  if (measure.kind === 'mass') return own === 'lb' ? ['lb', 'kg'] : ['kg', 'lb']
  return own === 'lb' ? ['in', 'cm'] : ['cm', 'in']
}

/** One step of a measure in a unit: what scales and tapes show. */
export function stepOf(measure: Measure, unit: string): number {
  if (measure.kind === 'girth') return unit === 'in' ? 0.25 : 0.5
  return unit === 'lb' ? 0.2 : 0.1
}
