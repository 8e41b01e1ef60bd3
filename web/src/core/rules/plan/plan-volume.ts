/**
 * What a week of a block plans, and how long training has been hard. Twins of `blocks.planned_sets` and
 * `volume.hard_weeks`.
 */

import type { Message } from '../../values/message'
import { BAND_LOW } from '../../generated/tables'
import { addDays } from '../../values/numbers'
import type { BlockWeek } from './block'
import type { Facts, Performed } from '../history/performed'
import { shown } from '../loads/units'
import { creditOf, muscleWeeks, weekOf } from '../history/volume'

export interface Planned { readonly sets: number; readonly low: number; readonly high: number }

/** Fractional sets that a week plans for each muscle, with the band of the credits. */
export function plannedSets(week: BlockWeek, factsOf: (exercise: string) => Facts): Record<string, Planned> {
  const sums: Record<string, Planned> = {}
  for (const slot of week.days.flatMap((day) => day.slots)) {
    for (const credit of factsOf(slot.exercise).muscles) {
      const sum = sums[credit.id] ?? { sets: 0, low: 0, high: 0 }
      const share = creditOf({ exercise: slot.exercise, setup: slot.setup ?? {} }, credit)
      sums[credit.id] = {
        sets: sum.sets + slot.sets * share, low: sum.low + slot.sets * credit.low,
        high: sum.high + slot.sets * credit.high,
      }
    }
  }
  return Object.fromEntries(
    Object.entries(sums).map(([id, sum]) => [
      id, { sets: shown(sum.sets), low: shown(sum.low), high: shown(sum.high) },
    ]),
  )
}

/**
 * Code and values of the sentence that offers a deload, or null; the twin of `stalls.deload_offer`. `down`:
 * lifts of one muscle that are down.
 */
export function deloadOffer(weeks: number, down: number, weeklySets: number): Message | null {
  if (weeklySets < BAND_LOW) return null
  if (down >= 2) return { code: 'deload-down', values: { lifts: down } }
  return weeks >= 5 ? { code: 'deload-weeks', values: { weeks } } : null
}

/** Fractional sets of the busiest muscle in the seven days before a day. */
export function busiest(
  sets: readonly Performed[], factsOf: (exercise: string) => Facts, on: string,
): number {
  const week = sets.filter((set) => set.start.slice(0, 10) >= addDays(on, -7) && set.start.slice(0, 10) < on)
  const sums = new Map<string, number>()
  for (const { muscle, sets } of muscleWeeks(week, factsOf)) sums.set(muscle, (sums.get(muscle) ?? 0) + sets)
  return Math.max(0, ...sums.values())
}

/**
 * Weeks of hard training running, up to the last whole week before a day; a deload or an easy week ends the
 * count.
 */
export function hardWeeks(
  sets: readonly Performed[], factsOf: (exercise: string) => Facts, on: string,
): number {
  const easy = new Set(sets.filter((set) => set.deload).map((set) => weekOf(set.start.slice(0, 10))))
  const hard = new Set(
    muscleWeeks(sets, factsOf)
      .filter((week) => week.sets >= BAND_LOW && !easy.has(week.week))
      .map((week) => week.week),
  )
  let count = 0
  for (let week = addDays(weekOf(on), -7); hard.has(week); week = addDays(week, -7)) count += 1
  return count
}
