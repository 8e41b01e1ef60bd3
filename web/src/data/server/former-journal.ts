/**
 * An earlier Iron named an account's database after the user name. Its rows are moved to a database with the
 * account's own name before that is first opened. Nothing is taken out of the old database before it is on
 * the disk in the new one, so a phone that dies in between does it again.
 */

import { moveCopies } from '../store/copy-shelf'
import { dropPhotos, movePhotos } from '../store/photos'
import { openDb, type IronDb, type Outgoing, type Stored, type Tables } from '../store/db'
import { databaseExists, deleteDatabase, GoneError } from '../store/idb'
import { newId } from '../store/ids'

const STORES: readonly (keyof Tables)[] = ['documents', 'outbox', 'meta', 'snapshot']

/** Move the journal `from` to `to`, with its copies and photos. Nothing happens where there is no `from`. */
export async function moveFormerJournal(from: string, to: string): Promise<void> {
  if (from === to || !(await databaseExists(from))) return
  const [former, next] = [openDb(from, 'never'), openDb(to)]
  try {
    // A tab that still runs the earlier Iron may write in between: then once more.
    while (!(await emptied(former, await copied(former, next))));
    await next.meta.put({ key: 'moved', value: 'whole' })
  } catch (problem) {
    if (!(problem instanceof GoneError)) throw problem // another tab was faster
    return
  } finally {
    former.close()
    next.close()
  }
  // What does not move now (no room) stays where it is, and the next start tries again.
  void moveRest(from, to).catch((problem: unknown) =>
    console.warn('Copies and photos stay under their old name.', problem),
  )
}

async function moveRest(from: string, to: string): Promise<void> {
  await movePhotos(from, to)
  await moveCopies(from, to)
  await dropPhotos(from)
  await deleteDatabase(from)
}

/** Copy all rows in one transaction. The answer is the outbox that was copied. */
async function copied(former: IronDb, next: IronDb): Promise<Outgoing[]> {
  const outbox = await former.outbox.toArray()
  const [documents, meta, snapshot] = await Promise.all([
    former.documents.toArray(), former.meta.toArray(), former.snapshot.toArray(),
  ])
  await next.transaction(STORES, async (on) => {
    const state = (await on.meta.get('moved'))?.value
    if (state === 'whole' || (state === undefined && (await on.documents.count()) > 0)) {
      await bringLater(on, documents, outbox)
      return
    }
    void on.documents.bulkPut(documents)
    void on.outbox.clear()
    void on.outbox.bulkPut(outbox)
    void on.meta.bulkPut([...meta, { key: 'moved', value: 'begun' }])
    void on.snapshot.bulkPut(snapshot)
  })
  return outbox
}

/**
 * Edits from a tab that wrote on under the old name. They are new operations on their old base, so the server
 * merges them.
 */
async function bringLater(
  on: Tables, documents: readonly Stored[], outbox: readonly Outgoing[],
): Promise<void> {
  for (const entry of outbox) {
    const row = documents.find((document) => document.kind === entry.kind && document.id === entry.id)
    if (row && !(await on.documents.get([row.kind, row.id]))) void on.documents.put(row)
    void on.outbox.put({ ...entry, op_id: newId(), base: entry.base ?? row?.rev ?? 0, state: 'sent' })
  }
}

/** Empty the old database if its outbox is still what was copied; else leave it as it is. */
async function emptied(former: IronDb, outbox: readonly Outgoing[]): Promise<boolean> {
  return former.transaction(STORES, async (on) => {
    const now = await on.outbox.toArray()
    if (JSON.stringify(now) !== JSON.stringify(outbox)) return false
    void on.documents.clear()
    void on.outbox.clear()
    void on.meta.clear()
    void on.snapshot.clear()
    return true
  })
}
