/**
 * What a program asks of the sets of a workout. It brings the rules of programs: load it lazily, since only a
 * workout of a run needs it.
 */

import { slotWords } from '../../../core/logic/programs/target-words'
import { outlookOf } from '../../../core/logic/programs/outlook'
import type { Fold } from '../../../core/rules/programs/fold'
import type { Sentences } from '../../../core/rules/prescription/messages'
import { performedIn, placeOf, visitOf, type Surroundings } from '../../../core/rules/programs/run'
import { withAlternative } from '../../../core/logic/programs/alternative'
import { ownSets } from '../../../core/rules/programs/targets'
import { sourceMessage } from '../../../core/rules/programs/source-message'
import { pairOpen } from '../../../core/logic/sides'
import { inOrder, kindOf, type Entry, type Workout, type WorkoutSet } from '../../../core/values/documents'
import { foldBefore, surroundings } from '../../../data/journal/runs'
import { sentences } from '../../../data/reading/sentences'
import type { Programmed } from './program-targets'

export interface Targets {
  of: (workout: Workout, entry: Entry, before: readonly WorkoutSet[]) => Programmed | null
  /** What the slots of a workout ask for, by slot: `3 × 85 kg × 5`. */
  words: (workout: Workout) => ReadonlyMap<string, string>
}

/** The targets of a workout, from its run as it stood before; null where the run is not on this phone. */
export async function targetsBefore(workout: string, run: string): Promise<Targets | null> {
  const [fold, around, spoken] = await Promise.all([foldBefore(workout, run), surroundings(), sentences()])
  if (!fold) return null
  return {
    of: (running, entry, before) =>
      programmed(fold.copy(), around, withoutOpenSide(running, entry, before), entry, spoken),
    words: (running) => slotsInWords(fold.copy(), around, running),
  }
}

/** @param fold a copy, as in `programmed` */
function slotsInWords(fold: Fold, around: Surroundings, workout: Workout): ReadonlyMap<string, string> {
  const { unit } = fold.setting
  fold.arrive(visitOf(workout, unit, around))
  const chosen = new Map(workout.entries.map(({ slot, exercise }) => [slot, exercise]))
  return new Map(
    fold.targets(placeOf(workout), performedIn(workout, unit)).map((own) => [
      own.slot, slotWords(withAlternative(own, chosen.get(own.slot) ?? own.exercise), unit),
    ]),
  )
}

/** The workout without a set whose other side is next: both sides have the same target. */
function withoutOpenSide(workout: Workout, entry: Entry, before: readonly WorkoutSet[]): Workout {
  if (!pairOpen(entry.sets, before)) return workout
  const open = inOrder(entry.sets).findLast((set) => kindOf(set) === 'working')
  const entries = workout.entries.map((each) =>
    each.id === entry.id ? { ...each, sets: each.sets.filter((set) => set.id !== open?.id) } : each,
  )
  return { ...workout, entries }
}

/** @param fold a copy: it goes to the gym and the machines of the workout. */
function programmed(
  fold: Fold, around: Surroundings, workout: Workout, entry: Entry, spoken: Sentences,
): Programmed | null {
  if (entry.slot === undefined || workout.run === undefined) return null
  fold.arrive(visitOf(workout, fold.setting.unit, around))
  const place = placeOf(workout)
  const performed = performedIn(workout, fold.setting.unit)
  const own = fold.targets(place, performed).find((row) => row.slot === entry.slot)
  if (!own) return null
  const slot = withAlternative(own, entry.exercise)
  const at = ownSets(slot.sets, [], performed.get(entry.slot) ?? []).length
  const target = slot.sets[at]
  if (!target) return null
  return {
    target,
    slot,
    sets: slot.sets,
    at,
    count: slot.sets.length,
    unit: fold.setting.unit,
    source: spoken.render(sourceMessage(target, fold.setting.unit)),
    outlook: slot === own ? outlookOf(fold, place, slot, performed, at, spoken) : [],
  }
}
