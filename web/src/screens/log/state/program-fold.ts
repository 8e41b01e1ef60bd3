/**
 * What a program asks of the sets of a workout. It brings the rules of programs: load it lazily, since only a
 * workout of a run needs it.
 */

import { outlookOf } from '../../../core/logic/programs/outlook'
import type { Fold } from '../../../core/rules/programs/fold'
import { performedIn, placeOf } from '../../../core/rules/programs/run'
import { kindOf, type Entry, type Workout } from '../../../core/values/documents'
import { foldBefore } from '../../../data/journal/runs'
import type { Programmed } from './program-targets'

export type Targets = (workout: Workout, entry: Entry) => Programmed | null

/** The targets of a workout, from its run as it stood before; null where the run is not on this phone. */
export async function targetsBefore(workout: string, run: string): Promise<Targets | null> {
  const fold = await foldBefore(workout, run)
  return fold && ((running, entry) => programmed(fold, running, entry))
}

function programmed(fold: Fold, workout: Workout, entry: Entry): Programmed | null {
  if (entry.slot === undefined || workout.run === undefined) return null
  const place = placeOf(workout)
  const performed = performedIn(workout, fold.setting.unit)
  const slot = fold.targets(place, performed).find((row) => row.slot === entry.slot)
  const at = entry.sets.filter((set) => kindOf(set) !== 'warm-up').length
  const target = slot?.sets[at]
  if (!slot || !target) return null
  return {
    target,
    sets: slot.sets,
    count: slot.sets.length,
    unit: fold.setting.unit,
    outlook: outlookOf(fold, place, slot, performed, at),
  }
}
