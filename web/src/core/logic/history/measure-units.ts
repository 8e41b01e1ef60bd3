/** In which units a measure of the body can be typed. */
import type { MassUnit } from '../../rules/loads/units'
import type { Measure } from '../../rules/records/body'

/** The units of a measure, the lifter's own first. */
export function unitsOf(measure: Measure, own: MassUnit): readonly string[] {
  if (measure.kind === 'share') return ['%']
  if (measure.kind === 'mass') return own === 'lb' ? ['lb', 'kg'] : ['kg', 'lb']
  return own === 'lb' ? ['in', 'cm'] : ['cm', 'in']
}
