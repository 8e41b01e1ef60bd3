/**
 * Which documents changed, on the disk: so that what was derived from many of them can be used after the app
 * was closed, as long as none of them changed. It follows the documents from when this file is loaded:
 * `main.ts` loads it first.
 */

import { db } from './db'
import { onChange, type Changed } from './idb'
import type { ChangeLog } from './meta'

/** So many changes are remembered; more than an import or a sync of months makes everything new. */
const MOST = 200

const NOTHING: ChangeLog = { since: 0, last: 0, entries: [] }
let writing: Promise<void> = Promise.resolve()

onChange((changes) => {
  const documents = changes.filter(({ store }) => store === 'documents')
  if (documents.length > 0) writing = writing.then(() => append(documents)).catch(() => undefined)
})

async function append(changes: readonly Changed[]): Promise<void> {
  await db.transaction(['meta'], async ({ meta }) => {
    const stored = (await meta.get('changes'))?.value as ChangeLog | undefined // written here only
    await meta.put({ key: 'changes', value: grown(stored ?? NOTHING, changes) })
  })
}

/** The log with some changes; a document that changed again stands at its newest change. */
export function grown(before: ChangeLog, changes: readonly Changed[]): ChangeLog {
  let { last, since } = before
  const entries = new Map(before.entries.map((entry) => [`${entry[1]}|${entry[2]}`, entry]))
  for (const { key: [kind = '*', id = ''] } of changes) {
    last += 1
    entries.delete(`${kind}|${id}`)
    entries.set(`${kind}|${id}`, [last, kind, id])
  }
  const rest = [...entries.values()]
  if (rest.length > MOST) since = rest[rest.length - MOST - 1]?.[0] ?? last
  return { since, last, entries: rest.slice(-MOST) }
}

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

async function readLog(): Promise<ChangeLog> {
  await writing
  return ((await db.meta.get('changes'))?.value as ChangeLog | undefined) ?? NOTHING
}
