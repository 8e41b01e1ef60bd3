/** Lists of weights as the forms of machines and gyms hold them: plates with their pairs, bars, marks. */

import { USUAL_PLATES } from '../../core/generated/tables'
import type { MassUnit } from '../../core/values/documents'

/** Sizes with how many pairs there are (single plates on a machine with one pin); null: enough of each. */
export interface PlateChoice { sizes: number[]; pairs: Readonly<Record<string, number>> | null }

type Written = readonly number[] | Readonly<Record<string, number>>

/** More than a gym has of one size (a guess). */
export const MOST_PAIRS = 20
/** More than a gym has of bars or dumbbells (a guess). */
const MOST_WEIGHTS = 100

export function usualPlates(unit: MassUnit): PlateChoice {
  return { sizes: [...USUAL_PLATES[unit]], pairs: null }
}

/** Plates of a document; null where it says nothing of them. */
export function platesOf(written: Written | undefined): PlateChoice | null {
  if (written === undefined) return null
  if (Array.isArray(written)) return written.length ? { sizes: [...written], pairs: null } : null
  const sizes = Object.keys(written).map(Number)
  return sizes.length ? { sizes, pairs: { ...(written as Readonly<Record<string, number>>) } } : null
}

/** As the document says it: sizes, or each size with its pairs; a size that nobody counted has one. */
export function platesBody({ sizes, pairs }: PlateChoice): number[] | Record<string, number> {
  const sorted = [...sizes].sort((a, b) => b - a)
  return pairs ? Object.fromEntries(sorted.map((size) => [String(size), pairs[String(size)] ?? 1])) : sorted
}

/** Sizes to choose from, those of the lifter among them, heaviest first. */
export function sizesOffered(unit: MassUnit, own: readonly number[]): number[] {
  const rare = unit === 'kg' ? [50, 1, 0.5] : [100, 1.25]
  return [...new Set([...USUAL_PLATES[unit], ...rare, ...own])].sort((a, b) => b - a)
}

/**
 * A list with one weight more, or with all from one to another in steps; null where that is none. Empty `to`:
 * one weight.
 */
export function withWeights(
  list: readonly number[], from: string, to: string, step: string,
): number[] | null {
  const low = numberOf(from)
  const high = to.trim() === '' ? low : numberOf(to)
  const by = to.trim() === '' ? 1 : numberOf(step)
  if (!(low > 0 && high >= low && by > 0) || (high - low) / by > MOST_WEIGHTS) return null
  const count = Math.floor((high - low) / by + 1e-9) + 1
  const added = Array.from({ length: count }, (_, at) => Number((low + at * by).toFixed(3)))
  const all = [...new Set([...list, ...added])]
  return all.length > MOST_WEIGHTS ? null : all
}

function numberOf(text: string): number {
  return text.trim() === '' ? NaN : Number(text.trim().replace(',', '.'))
}
