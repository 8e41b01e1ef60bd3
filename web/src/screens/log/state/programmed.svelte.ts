/** The target that a program gives the next set: the run's fold before this workout, and today's sets. */

import { outlookOf } from '../../../core/rules/programs/outlook'
import { performedIn, placeOf } from '../../../core/rules/programs/run'
import type { Fold } from '../../../core/rules/programs/fold'
import type { Target } from '../../../core/rules/programs/targets'
import type { MassUnit } from '../../../core/rules/loads/units'
import { kindOf, type Entry, type Workout } from '../../../core/values/documents'
import { foldBefore } from '../../../data/journal/runs'
import { besides, live } from '../../../data/store/live.svelte'

export interface Programmed {
  target: Target
  /** Sets of the slot. */
  count: number
  unit: MassUnit
  /** What results of this set would change, in words. */
  outlook: string[]
}

/** Call while the screen is set up. */
export function createProgrammed(
  of: () => { id: string | undefined; workout: Workout | undefined; entry: Entry | undefined },
): { readonly value: Programmed | null } {
  const at = $derived(of())
  const id = $derived(at.id)
  const run = $derived(at.workout?.run?.id)
  const fold = live<Fold | null>(
    () => {
      const [workout, ran] = [id, run]
      return async () => (workout === undefined || ran === undefined ? null : foldBefore(workout, ran))
    },
    besides(() => id),
  )
  const value = $derived(
    fold.value && at.workout && at.entry ? programmed(fold.value, at.workout, at.entry) : null,
  )
  return {
    get value() {
      return value
    },
  }
}

function programmed(fold: Fold, workout: Workout, entry: Entry): Programmed | null {
  if (entry.slot === undefined || workout.run === undefined) return null
  const place = placeOf(workout)
  const done = performedIn(workout, fold.setting.unit)
  const slot = fold.targets(place, done).find((row) => row.slot === entry.slot)
  const at = entry.sets.filter((set) => kindOf(set) !== 'warm-up').length
  const target = slot?.sets[at]
  if (!slot || !target) return null
  return {
    target,
    count: slot.sets.length,
    unit: fold.setting.unit,
    outlook: outlookOf(fold, place, slot, done, at),
  }
}
