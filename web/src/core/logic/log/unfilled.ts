/** Taking off a set again what a merge of exercises had added for the screen. */
import type { WorkoutSet } from '../../values/documents'
import { sameJson } from '../../values/json'

/** A set that was changed on a screen, without what a merge had added for the screen. */
export function unfilled(stored: WorkoutSet, before: WorkoutSet, after: WorkoutSet): WorkoutSet {
  const { side, setup, ...rest } = after
  const [own, worn] = [
    sameJson(side, before.side) ? stored.side : side, sameJson(setup, before.setup) ? stored.setup : setup,
  ]
  return { ...rest, ...(own ? { side: own } : {}), ...(worn ? { setup: worn } : {}) }
}
