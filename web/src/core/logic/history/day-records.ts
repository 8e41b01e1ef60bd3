/** The records of one line as lists show them. */

import { repRange } from '../../rules/history/bests'
import type { LineRecord } from '../../rules/history/set-records'

/**
 * Of the records of one day, kind and rep range only the best: a set that beats the one before it would show
 * the same mark twice.
 *
 * @param won in order of time, as `recording` gives them
 */
export function bestOfDays(won: readonly LineRecord[], loadMeaning: string): LineRecord[] {
  const sign = loadMeaning === 'assistance' ? -1 : 1
  const best = new Map<string, LineRecord>()
  for (const row of won) {
    const held = best.get(keyOf(row))
    // At the same load the later one did more, or it would be no record.
    if (!held || sign * row.load_kg >= sign * held.load_kg) best.set(keyOf(row), row)
  }
  return won.filter((row) => best.get(keyOf(row)) === row)
}

function keyOf({ kind, start, reps }: LineRecord): string {
  return `${start.slice(0, 10)} ${kind} ${reps === null ? '' : repRange(reps)[0]}`
}
