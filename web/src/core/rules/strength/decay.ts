/** Strength without training. The twin of `lost` in `iron.training.strength.state`. */

import { GAP_FREE_WEEKS, GAP_LOSS, GAP_SCALE } from '../../generated/tables'

/** Share of log strength lost after so many weeks without training; sources in `strength/state.py`. */
export function lost(weeks: number): number {
  return GAP_LOSS * Math.log1p(Math.max(0, weeks - GAP_FREE_WEEKS) / GAP_SCALE)
}
