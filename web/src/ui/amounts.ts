/** Loads, reps and sets as people read them. Nothing here is ever written back. */

import type { MassUnit, WorkoutSet } from '../core/documents'
import { loadShown } from '../core/performed'
import { massIn, shown } from '../core/units'
import { minutes } from './dates'
import { written } from './look'

/** A number without needless zeros: 185, 187.5. */
export function plain(value: number): string {
  return written(shown(value))
}

/** Kilograms in the lifter's unit, rounded for a headline (whole) or as it is (`fine`). */
export function amount(kg: number, unit: MassUnit, how: 'whole' | 'fine' = 'fine'): string {
  const value = massIn(kg, unit)
  return how === 'whole' ? String(Math.round(value)) : plain(Math.round(value * 4) / 4 === shown(value) ? value : Math.round(value * 10) / 10)
}

/** "185 kg", "20 kg" where lifted in kg, or "" without a load. */
export function loadText(set: WorkoutSet, unit: MassUnit): string {
  const load = loadShown(set, unit)
  return load === null || load.value === 0 ? '' : `${plain(load.value)} ${load.unit}`
}

/** "185 kg × 12", "12 reps", "0:40", "400 m". */
export function setText(set: WorkoutSet, unit: MassUnit): string {
  const load = loadText(set, unit)
  const parts: string[] = []
  if (set.reps !== undefined && (set.reps > 0 || load !== '')) parts.push(load === '' ? reps(set.reps) : plain(set.reps))
  if (set.distance !== undefined) parts.push(`${plain(set.distance.value)} ${set.distance.unit}`)
  if (set.duration_s !== undefined && set.duration_s > 0) parts.push(minutes(set.duration_s))
  return [load, ...parts].filter((part) => part !== '').join(' × ') || 'nothing recorded'
}

export function reps(count: number): string {
  return `${plain(count)} ${count === 1 ? 'rep' : 'reps'}`
}

/** "2 left", "nothing left", "" when the effort was not recorded. */
export function effortText(set: WorkoutSet): string {
  if (set.rir === undefined) return ''
  return set.rir === 0 ? 'nothing left' : `${plain(set.rir)} left`
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** An id as words, where no name is known: `foot_height` → "foot height". */
export function idWords(id: string): string {
  return id.replaceAll(/[_-]+/g, ' ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
