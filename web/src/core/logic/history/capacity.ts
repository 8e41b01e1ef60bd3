/** Today's estimate of a line, as the snapshot has it. */

import type { CapacityOut } from '../../generated/wire'

/** An estimate with its interval [kg]. */
export interface Capacity { readonly kg: number; readonly low: number; readonly high: number }

/** The server's estimate; null where it says that none can be told, such as without a body mass. */
export function knownCapacity(answer: CapacityOut | undefined): Capacity | null {
  const { kg = null, low = null, high = null } = answer ?? {}
  return kg === null || low === null || high === null ? null : { kg, low, high }
}
