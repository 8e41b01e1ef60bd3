/** An exercise into the workout, and into hand. */

import { addExercise, startWorkout } from '../../../data/journal/log-edits'
import { askToPersist } from '../../../data/phone/persistence'
import { keep } from '../../../data/phone/keep'
import { knownExercise } from '../../../data/reading/exercise'
import { read } from '../../../data/store/store'
import { go } from '../../../router.svelte'
import type { Log } from './log.svelte'

/**
 * Start or continue a workout with an exercise. `isWanted`: whether it comes into hand once it stands in the
 * workout. True where it did.
 */
export async function take(
  log: Log, workout: string | undefined, exercise: string, isWanted = () => true,
): Promise<boolean> {
  let isInHand = false
  await keep(async () => {
    const id = workout ?? (await startWorkout())
    void askToPersist()
    // The screen may not have read the running workout yet: then the disk says what is in it.
    const known = log.id === id ? log.entries : ((await read('workout', id))?.body.entries ?? [])
    const there = known.find((entry) => entry.exercise === exercise)
    const entry = there?.id ?? (await addExercise(id, exercise))
    if (!isWanted()) return
    log.select(entry)
    isInHand = true
  })
  return isInHand
}

/**
 * Take an exercise of an address; one that nobody knows starts nothing: the library says so. It may come
 * late: what the lifter took in hand meanwhile stays there. Null where the library was opened.
 */
export async function takeOfAddress(
  log: Log, workout: string | undefined, exercise: string,
): Promise<boolean | null> {
  const before = log.taps
  const isUnknown = await knownExercise(exercise).then((known) => known.isUnknown, () => false)
  if (!isUnknown) return take(log, workout, exercise, () => log.taps === before)
  go(`library/${encodeURIComponent(exercise)}`, { replace: true })
  return null
}
