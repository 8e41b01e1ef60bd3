/**
 * Which documents changed, on the disk: so that what was derived from many of them can be used after the app
 * was closed, as long as none of them changed.
 */

import { NOTHING } from './change-log'
import { getMeta } from './meta'

/** The number of the newest change. */
export async function lastChange(): Promise<number> {
  return (await readLog()).last
}

/** What changed after a number; null where that is not known any more. */
export async function changesSince(number: number): Promise<{ kind: string; id: string }[] | null> {
  const { since, entries } = await readLog()
  if (number < since) return null
  return entries.filter(([at]) => at > number).map(([, kind, id]) => ({ kind, id }))
}

async function readLog() {
  return (await getMeta('changes')) ?? NOTHING
}
