/**
 * A planned day cut to the minutes one has: what matters most stays, and what is left out is named.
 *
 * Its time is reckoned as that of every day (`rules/plan/day-minutes.ts`). What a set is worth: the credits
 * of its muscles, each divided by the sets that the muscle already has in this session plus one, because more
 * sets add less and less (docs/evidence.md#volume).
 */

import { READY_S } from '../../generated/tables'
import type { Facts } from '../../rules/history/performed'
import { creditOf } from '../../rules/history/volume'
import type { BlockSlot } from '../../rules/plan/block'
import { dayMinutes, setSeconds, type TimedSet } from '../../rules/plan/day-minutes'

/** What has to be known of a planned exercise. */
export type Timed = Pick<BlockSlot, 'exercise' | 'sets' | 'reps_high' | 'setup'>

export interface LeftOut { exercise: string; sets: number; all: boolean }
export interface Fitted<S> {
  slots: S[]
  left: LeftOut[]
  /** Estimated time of what stays [min]. */
  minutes: number
}

/** Estimated time of a day [min]. `restOf`: rest after a set of an exercise [s]. */
export function minutesOf(slots: readonly Timed[], restOf: (exercise: string) => number): number {
  return Math.round(dayMinutes(slots.map((slot) =>
    Array.from({ length: slot.sets }, () => timed(slot, restOf)))))
}

/**
 * The sets that fit into some minutes, at least one set. Chosen one at a time: the most worth for its time,
 * among equals the exercise that comes first in the day.
 */
export function fitDay<S extends Timed>(
  slots: readonly S[], minutes: number, factsOf: (exercise: string) => Facts,
  restOf: (exercise: string) => number,
): Fitted<S> {
  const taken = slots.map(() => 0)
  const trained = new Map<string, number>()
  let left = minutes * 60
  for (;;) {
    let best = -1
    let bestWorth = 0
    for (const [at, slot] of slots.entries()) {
      const count = taken[at] ?? 0
      const cost = setSeconds(timed(slot, restOf)) + (count === 0 ? READY_S : 0)
      const isFirst = taken.every((sets) => sets === 0)
      if (count >= slot.sets || (cost > left && !isFirst)) continue
      const worth = worthOf(slot, factsOf, trained) / cost
      if (worth > bestWorth) [best, bestWorth] = [at, worth]
    }
    const slot = slots[best]
    if (!slot) break
    left -= setSeconds(timed(slot, restOf)) + ((taken[best] ?? 0) === 0 ? READY_S : 0)
    taken[best] = (taken[best] ?? 0) + 1
    for (const credit of factsOf(slot.exercise).muscles)
      trained.set(credit.id, (trained.get(credit.id) ?? 0) + creditFor(slot, credit))
  }
  const shortened = slots.flatMap((slot, at) =>
    ((taken[at] ?? 0) > 0 ? [{ ...slot, sets: taken[at] ?? 0 }] : []))
  const out = slots.flatMap((slot, at) => {
    const sets = slot.sets - (taken[at] ?? 0)
    return sets > 0 ? [{ exercise: slot.exercise, sets, all: sets === slot.sets }] : []
  })
  return { slots: shortened, left: out, minutes: minutesOf(shortened, restOf) }
}

function timed(slot: Timed, restOf: (exercise: string) => number): TimedSet {
  return { reps: slot.reps_high, isTimed: false, rest: restOf(slot.exercise), every: null }
}

type Muscle = Facts['muscles'][number]

function creditFor(slot: Timed, credit: Muscle): number {
  return creditOf({ exercise: slot.exercise, setup: slot.setup ?? {} }, credit)
}

/** Exercises of which nothing is known count like one muscle of their own. */
function worthOf(slot: Timed, factsOf: (exercise: string) => Facts, trained: ReadonlyMap<string, number>):
number {
  const { muscles } = factsOf(slot.exercise)
  if (muscles.length === 0) return 0.5
  return muscles.reduce((sum, muscle) =>
    sum + creditFor(slot, muscle) / (1 + (trained.get(muscle.id) ?? 0)), 0)
}
