/**
 * What choosing and comparing need: small files that are on the phone from the second visit, and the lifter's
 * own strength.
 */

import type { CarryOver, Known } from '../../core/rules/exercises/carryover'
import type { Rules } from '../../core/rules/exercises/choosing'
import type { Facts, Names } from '../../core/rules/exercises/comparing'
import { contentIndex, fetched, type IndexRow } from './content'
import { keptCapacities, refreshSnapshot } from './snapshot'

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
  const [known] = await keptCapacities(exercise)
  if (known) return known
  try {
    await refreshSnapshot(exercise)
  } catch {
    return undefined // Without signal, or refused: there is nothing to start from, and the screen says so.
  }
  return (await keptCapacities(exercise))[0]
}
