/** Copies of other lifters' journals on this phone: the list of them, and how each is deleted. */

import type { Comment, Proposal } from '../../core/values/documents'
import { lentName, openDb } from '../store/db'
import { forgetDrafts } from '../store/drafts'
import { databaseExists, deleteDatabase } from '../store/idb'
import { getMeta, setMeta, type Lent, type Unsent } from '../store/meta'

/** What may be read here, as it was last known. */
export async function knownLent(): Promise<readonly Lent[]> {
  return (await getMeta('lent')) ?? []
}

/** Delete every copy: the account signs out. */
export async function dropLent(): Promise<void> {
  if ((await knownLent()).length > 0) await noteLent([])
}

/** How much that was written for others waits to be sent. */
export async function unsentCount(): Promise<number> {
  const unsent = await Promise.all((await knownLent()).map(unsentIn))
  return unsent.flat().length
}

/** Keep the list of what may be read; a copy of what has ended is deleted. */
export async function noteLent(all: readonly Lent[]): Promise<void> {
  const now = Date.now()
  const still = all.filter(({ ends_at }) => ends_at === null || Date.parse(ends_at) > now)
  for (const lent of await knownLent())
    if (!still.some(({ id }) => id === lent.id)) await drop(lent)
  await setMeta('lent', still)
}

/** Take a journal off the list, and delete its copy. */
export async function forget(lent: Lent): Promise<void> {
  await drop(lent)
  await noteLent((await knownLent()).filter(({ id }) => id !== lent.id))
}

/** Delete a copy; what was written for its owner and never sent stays, for its writer. */
async function drop(lent: Lent): Promise<void> {
  const unsent = await unsentIn(lent)
  if (unsent.length > 0) await setMeta('lent_unsent', [...((await getMeta('lent_unsent')) ?? []), ...unsent])
  await deleteDatabase(lentName(lent.id))
  forgetDrafts(lentName(lent.id))
}

/** What a reader wrote that the lifter never got. */
export async function unsentIn({ id, owner }: Lent): Promise<Unsent[]> {
  if (!(await databaseExists(lentName(id)))) return []
  const journal = openDb(lentName(id), 'never')
  try {
    return (await journal.outbox.toArray()).flatMap(({ op_id, kind, body }) => {
      if (body === null) return []
      if (kind === 'comment') return [{ id: op_id, owner, words: (body as Comment).text }]
      const { name, note = '', text } = body as Proposal // no other kind is written here
      return [{ id: op_id, owner, words: [name, note].filter(Boolean).join(': '), ...(text ? { text } : {}) }]
    })
  } finally {
    journal.close()
  }
}
