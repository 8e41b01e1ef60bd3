/** How long ago an exercise that trains the same was done: strength is not lost while its relatives work. */

import { daysBetween } from '../../core/values/numbers'
import { contentIndex } from './content'
import { all, merges, workouts } from '../store/store'

interface Kin { readonly family: string; readonly primes: readonly string[] }

/** Families that say nothing about what is trained. */
const NO_FAMILY: ReadonlySet<string> = new Set(['other', 'core', ''])
const PAGE = 20

/**
 * Days until `start` since the exercise or a relative was done, looked for back to the day it was last done
 * itself.
 */
export async function relativeDays(exercise: string, lastDone: string, start: string): Promise<number> {
  const [kinOf, merged] = await Promise.all([kinship(), merges()])
  const mine = kinOf(exercise)
  for (let before = start; ;) {
    const page = await workouts({ before, limit: PAGE })
    for (const doc of page) {
      const day = doc.body.start.slice(0, 10)
      if (day <= lastDone) return daysBetween(lastDone, start)
      const names = merged.workout(doc.body).entries.filter((entry) => entry.sets.length > 0)
      if (names.some((entry) => entry.exercise === exercise || areRelated(mine, kinOf(entry.exercise))))
        return daysBetween(day, start)
    }
    const oldest = page.at(-1)?.body.start
    if (page.length < PAGE || oldest === undefined) return daysBetween(lastDone, start)
    before = oldest
  }
}

function areRelated(first: Kin, other: Kin): boolean {
  if (first.family === other.family && !NO_FAMILY.has(first.family)) return true
  return first.primes.some((muscle) => other.primes.includes(muscle))
}

async function kinship(): Promise<(exercise: string) => Kin> {
  const [index, own] = await Promise.all([contentIndex(), all('exercise')])
  const primes = (credits: Readonly<Record<string, number>> | undefined) =>
    Object.entries(credits ?? {}).flatMap(([muscle, credit]) => (credit >= 1 ? [muscle] : []))
  const known = new Map<string, Kin>()
  // The index tells the family too, beyond the contract's row.
  for (const row of index.exercises)
    known.set(row.id, { family: (row as { family?: string }).family ?? '', primes: primes(row.credits) })
  for (const { id, body } of own) known.set(id, { family: '', primes: primes(body.muscles) })
  return (exercise) => known.get(exercise) ?? { family: '', primes: [] }
}
