/** A machine document as the rack its plates make. */

import type { Machine } from '../../core/documents'
import type { RackInput } from '../../core/plates'
import type { ExerciseFacts } from '../../data/content'

/** The lifter's machine says first, then what is usual for the exercise. */
export function rackInput(machine: Machine | undefined, usual: ExerciseFacts['machine']): RackInput {
  const plates = machine?.plates ?? usual?.plates
  const sides = machine?.sides ?? usual?.sides
  return {
    ...(plates ? { plates } : {}),
    ...(sides === 1 || sides === 2 ? { sides } : {}),
    ...(machine?.unit ? { unit: machine.unit } : {}),
    ...(machine?.stack ? { stack: machine.stack } : {}),
  }
}
