/** The target that a program gives the next set: the run's fold before this workout, and today's sets. */

import type { Entry, Workout, WorkoutSet } from '../../../core/values/documents'
import { besides, live } from '../../../data/store/live.svelte'
import type { Targets } from './program-fold'
import type { Programmed } from './program-targets'

const NO_WORDS: ReadonlyMap<string, string> = new Map()

/** Call while the screen is set up. */
export function createProgrammed(
  of: () => {
    id: string | undefined
    workout: Workout | undefined
    entry: Entry | undefined
    /** Sets of the exercise's newest earlier entry. */
    before: readonly WorkoutSet[]
  },
): {
  readonly value: Programmed | null
  readonly words: ReadonlyMap<string, string>
  readonly isPending: boolean
} {
  const at = $derived(of())
  const id = $derived(at.id)
  const run = $derived(at.workout?.run?.id)
  const targets = live<Targets | null>(
    () => {
      const [workout, ran] = [id, run]
      return async () => {
        if (workout === undefined || ran === undefined) return null
        return (await import('./program-fold')).targetsBefore(workout, ran)
      }
    },
    besides(() => id),
  )
  const value = $derived.by(() => {
    const { workout, entry, before } = at
    return workout && entry ? (targets.value?.of(workout, entry, before) ?? null) : null
  })
  const words = $derived((at.workout && targets.value?.words(at.workout)) ?? NO_WORDS)
  return {
    get value() { return value },
    /** What each slot of the workout asks for. */
    get words() { return words },
    /** The program has not been read yet. */
    get isPending() { return run !== undefined && !targets.ready },
  }
}
