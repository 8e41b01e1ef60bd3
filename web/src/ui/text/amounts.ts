/** Loads, reps and sets as people read them. Nothing here is ever written back. */

import type { MassUnit, WorkoutSet } from '../../core/values/documents'
import { loadShown } from '../../core/rules/history/performed'
import { massIn, shown } from '../../core/rules/loads/units'
import { written } from '../device/look'
import { setWords, type Said } from './words'

/** A number without needless zeros: 185, 187.5. */
export function plain(value: number): string {
  return written(shown(value))
}

/** Kilograms in the lifter's unit, rounded for a headline (whole) or as it is (`fine`). */
export function amount(kg: number, unit: MassUnit, how: 'whole' | 'fine' = 'fine'): string {
  const value = massIn(kg, unit)
  return how === 'whole'
    ? String(Math.round(value))
    : plain(Math.round(value * 4) / 4 === shown(value) ? value : Math.round(value * 10) / 10)
}

/**
 * The numbers of a set with its load in the lifter's unit, or in that which it was surely lifted in: "185 kg
 * × 12", "+10 kg × 6", "8 reps", "0:40".
 */
export function setText(set: WorkoutSet, unit: MassUnit, said?: Said): string {
  const load = loadShown(set, unit)
  const { load: _typed, as_lifted: _lifted, reps: count, ...rest } = set
  const loaded = load !== null && load.value !== 0
  return setWords(
    {
      ...rest, ...(loaded ? { load } : {}),
      ...(count === undefined || (count === 0 && !loaded) ? {} : { reps: count }),
    },
    undefined, said,
  )
}

export function reps(count: number): string {
  return `${plain(count)} ${count === 1 ? 'rep' : 'reps'}`
}

/** "2 left", "nothing left", "" when the effort was not recorded. */
export function effortText(set: WorkoutSet): string {
  if (set.rir === undefined) return ''
  return set.rir === 0 ? 'nothing left' : `${plain(set.rir)} left`
}

/** An id as words, where no name is known: `foot_height` → "foot height". */
export function idWords(id: string): string {
  return id.replaceAll(/[_-]+/g, ' ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
