/** The log of changed documents, written in the transaction that changes them: both or neither is kept. */

import type { Table } from './table'

/** Changed documents, the newest last; what is older than the number `since` is not known any more. */
export interface ChangeLog {
  since: number
  last: number
  entries: [number: number, kind: string, id: string][]
}

/** So many changes are remembered; more than an import or a sync of months makes everything new. */
const MOST = 200

export const NOTHING: ChangeLog = { since: 0, last: 0, entries: [] }

type Meta = Table<{ key: string; value: unknown }, string>

/**
 * Read the log from `meta` of a transaction; what this returns adds documents to it, by kind and id. Asked
 * for at the beginning, so that the transaction waits for no answer at its end.
 */
export function openChangeLog(meta: Meta): (changed: readonly (readonly string[])[]) => Promise<void> {
  const reading = meta.get('changes')
  reading.catch(() => undefined) // a transaction that fails says why
  return async (changed) => {
    if (changed.length === 0) return
    const stored = (await reading)?.value as ChangeLog | undefined // written here only
    void meta.put({ key: 'changes', value: grown(stored ?? NOTHING, changed) })
  }
}

/** The log with some changes; a document that changed again stands at its newest change. */
function grown(before: ChangeLog, changed: readonly (readonly string[])[]): ChangeLog {
  let { last, since } = before
  const entries = new Map(before.entries.map((entry) => [`${entry[1]}|${entry[2]}`, entry]))
  for (const [kind = '*', id = ''] of changed) {
    last += 1
    entries.delete(`${kind}|${id}`)
    entries.set(`${kind}|${id}`, [last, kind, id])
  }
  const rest = [...entries.values()]
  if (rest.length > MOST) since = rest[rest.length - MOST - 1]?.[0] ?? last
  return { since, last, entries: rest.slice(-MOST) }
}
