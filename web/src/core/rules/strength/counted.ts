/** Moved mass back to the load that the lifter counts. The twin of `counted_kg` in `training.strength`. */

import type { Facts } from '../history/performed'

/** The counted load [kg] of a moved mass [kg]; assistance may turn negative (add load). */
export function countedKg(
  moved: number, facts: Pick<Facts, 'loadMeaning' | 'bodyShare' | 'implements'>, baseKg: number,
  bodyMassKg: number | null,
): number {
  const isHanging = facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  const share = facts.bodyShare || (isHanging ? 1 : 0)
  const outside = moved - baseKg - share * (bodyMassKg ?? 0)
  return (facts.loadMeaning === 'assistance' ? -outside : outside) / facts.implements
}
