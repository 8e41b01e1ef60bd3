/** Loads, reps and sets as people read them. Nothing here is ever written back. */

import type { MassUnit, WorkoutSet } from '../../core/values/documents'
import { loadShown } from '../../core/logic/history/load-shown'
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
    : plain(readable(value, unit))
}

/**
 * A load on the scale that one reads: half pounds, tenths of a kilogram; quarter steps stay, but not those of
 * pounds that were lifted in kilograms (160 kg are 352.75 lb by accident).
 */
function readable(value: number, unit: MassUnit, wasOther = false): number {
  const isQuarter = Math.round(value * 4) / 4 === shown(value)
  if (isQuarter && !(wasOther && unit === 'lb')) return value
  return unit === 'lb' ? Math.round(value * 2) / 2 : Math.round(value * 10) / 10
}

/**
 * The numbers of a set with its load in the lifter's unit, or in that which it was surely lifted in: "185 kg
 * × 12", "+10 kg × 6", "8 reps", "0:40".
 */
export function setText(set: WorkoutSet, unit: MassUnit, options?: Said): string {
  const { reps: count, load, ...rest } = inUnit(set, unit)
  const loaded = load !== undefined && load.value !== 0
  return setWords(
    {
      ...rest, ...(loaded ? { load } : {}),
      ...(count === undefined || (count === 0 && !loaded) ? {} : { reps: count }),
    },
    undefined, options,
  )
}

/** A set for reading: its load in the lifter's unit, or in that which it was surely lifted in. */
export function inUnit(set: WorkoutSet, unit: MassUnit): WorkoutSet {
  const asCounted = loadShown(set, unit)
  const isConverted = asCounted !== null && (set.as_lifted ?? set.load)?.unit !== asCounted.unit
  const load = isConverted ? { ...asCounted, value: readable(asCounted.value, unit, true) } : asCounted
  const { load: _typed, as_lifted: _lifted, ...rest } = set
  return load === null ? rest : { ...rest, load }
}

export function reps(count: number): string {
  return `${plain(count)} ${count === 1 ? 'rep' : 'reps'}`
}

/** An id as words, where no name is known: `foot_height` → "foot height". */
export function idWords(id: string): string {
  return id.replaceAll(/[_-]+/g, ' ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
