/** Everything on this phone as one JSON file, also what the server has not seen yet. */

import { db } from './db'
import { wallTime } from './ids'

/** Documents, unsent edits and what a screen still holds because the disk refused it. */
export async function everything(): Promise<Record<string, unknown>> {
  const rows = await db.documents.toArray()
  const outbox = await db.outbox.toArray()
  return {
    v: 1,
    app: 'iron',
    at: wallTime(),
    documents: rows.filter((row) => row.demo !== 1).map(({ kind, id, rev, body }) => ({ kind, id, rev, body })),
    unsent: outbox.map(({ op_id, kind, id, body, error }) => ({ op_id, kind, id, body, error })),
    on_screen: [...onScreen.values()],
  }
}

/** Bodies that could not be written (a full disk): the export is then their only copy. */
const onScreen = new Map<string, unknown>()

export function rememberUnwritten(id: string, body: unknown): void {
  onScreen.set(id, body)
}

export function forgetUnwritten(id: string): void {
  onScreen.delete(id)
}

export async function exportEverything(): Promise<void> {
  const blob = new Blob([JSON.stringify(await everything(), null, 1)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `iron-${wallTime().slice(0, 10)}.json`
  link.click()
  // The browser has taken the address by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
