/**
 * Which documents changed, on the disk: so that what was derived from many of them can be used after the app
 * was closed, as long as none of them changed.
 */

import { NOTHING, type ChangeLog } from './change-log'
import { getMeta } from './meta'

/** What changed after a number; null where that is not known any more. */
export function changedAfter(
  { since, entries }: ChangeLog, number: number,
): { kind: string; id: string }[] | null {
  if (number < since) return null
  return entries.filter(([at]) => at > number).map(([, kind, id]) => ({ kind, id }))
}

/** The changes up to now; `last` is the number of the newest one. */
export async function changeLog(): Promise<ChangeLog> {
  return (await getMeta('changes')) ?? NOTHING
}
