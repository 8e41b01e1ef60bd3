/**
 * What choosing and comparing need: small files that are on the phone from the second visit, and the lifter's
 * own strength.
 */

import type { CarryOver, Known } from '../../core/rules/exercises/carryover'
import type { Rules } from '../../core/rules/exercises/choosing'
import type { Facts, Names } from '../../core/rules/exercises/comparing'
import { contentIndex, fetched, type IndexRow } from './content'
import { keptLines, refreshSnapshot, type SnapshotLine } from './snapshot'

interface Beside { exercises: Record<string, Omit<Facts, keyof IndexRow>> }

export function choosingRules(): Promise<Rules | undefined> {
  return fetched<Rules>('choose')
}

export function carryOver(): Promise<CarryOver | undefined> {
  return fetched<CarryOver>('carryover')
}

/** The facts of every library exercise by id, and the names of muscles and equipment. */
export async function comparable(): Promise<{
  facts: ReadonlyMap<string, Facts>
  names: Names
  rows: readonly IndexRow[]
}> {
  const [index, beside] = await Promise.all([contentIndex(), fetched<Beside>('compare')])
  const facts = new Map(
    index.exercises.map((row): [string, Facts] => [
      row.id, { muscles: [], ...row, ...beside?.exercises[row.id] },
    ]),
  )
  const muscles = Object.fromEntries(Object.entries(index.muscles).map(([id, { name }]) => [id, name]))
  return { facts, names: { muscles, equipment: index.equipment ?? {} }, rows: index.exercises }
}

/**
 * The lifter's 10RM-equivalent of an exercise: its line with most sets, as last computed; asks anew when
 * nothing is kept.
 */
export async function strengthOf(exercise: string): Promise<Known | undefined> {
  const found = best(await keptLines(), exercise)
  if (found) return found
  try {
    await refreshSnapshot(exercise)
  } catch {
    return undefined // Without signal, or refused: there is nothing to start from, and the screen says so.
  }
  return best(await keptLines(), exercise)
}

function best(lines: Readonly<Record<string, SnapshotLine>>, exercise: string): Known | undefined {
  const own = Object.values(lines).filter((line) => line.exercise === exercise && line.capacity?.kg)
  const most = own.sort((a, b) => b.sets - a.sets)[0]?.capacity
  // Lower bounds have no upper end; the number itself stands in for it, and the low end is what one begins
  // with.
  return most && { kg: most.kg, low: most.low ?? most.kg, high: most.high ?? most.kg }
}
