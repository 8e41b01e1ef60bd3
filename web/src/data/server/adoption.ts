/**
 * What the guest logged goes to the account that signs in. The guest's database is sent as another device's
 * would be: operations without a base, which the server merges with what the account has; a workout that was
 * deleted there stays deleted. A guest's row is deleted when its operation was acknowledged and the account's
 * journal holds the answer, and only if it is still what was sent: at each moment this phone has it, for a
 * server that is put back.
 */

import { SETTINGS_ID } from '../../core/values/documents'
import { sameJson } from '../../core/values/json'
import { GUEST, indexed, openDb, type IronDb, type Outgoing, type Stored, type Tables } from '../store/db'
import { newId } from '../store/ids'
import { operation, sentenceOf, storeAcknowledged, type Op, type PushResult } from '../store/outbox'

type Push = (ops: readonly Op[]) => Promise<{ results: PushResult[]; epoch?: string }>

/** Operations in one push: below the server's limits for long workouts too. */
const AT_ONCE = 50

/**
 * Send the guest's documents into the account's journal, if they go there; call it after a pull. True = some
 * were sent, so pull again. What cannot be sent now stays with the guest and is sent by the next call.
 */
export async function adoptGuest(account: IronDb, push: Push): Promise<boolean> {
  if ((await account.meta.get('adopting'))?.value !== true) return false
  const guest = openDb(GUEST)
  try {
    // Where they cannot move (no room) they stay with the guest: nothing is lost.
    await (await import('../store/photos')).movePhotos(GUEST, account.name).catch(() => undefined)
    const hasSettings = (await account.documents.get(['settings', SETTINGS_ID]))?.body != null
    if (hasSettings)
      await guest.transaction(['documents'], (on) => on.documents.delete(['settings', SETTINGS_ID]))
    const sent = new Set<string>()
    for (;;) {
      const entries = (await freeze(guest)).filter((entry) => !sent.has(entry.op_id))
      if (entries.length === 0) break
      for (let from = 0; from < entries.length; from += AT_ONCE) {
        const { results, epoch } = await push(entries.slice(from, from + AT_ONCE).map(operation))
        for (const result of results) await settleGuest(guest, account, result, epoch)
      }
      for (const entry of entries) sent.add(entry.op_id)
    }
    // What could not be settled goes out again with the next exchange.
    if ((await guest.outbox.count()) === 0) await account.meta.delete('adopting')
    return sent.size > 0
  } finally {
    guest.close()
  }
}

/** How many of the guest's documents wait to be sent to this account. */
export async function waitingGuest(account: IronDb): Promise<number> {
  if ((await account.meta.get('adopting'))?.value !== true) return 0
  const guest = openDb(GUEST)
  try {
    return (await guest.documents.toArray()).filter(isOwn).length
  } finally {
    guest.close()
  }
}

function isOwn(row: Stored): boolean {
  return row.demo !== 1 && row.body !== null
}

/**
 * An operation for each of the guest's documents, kept before it is sent: after a kill it goes out under the
 * same id.
 */
function freeze(guest: IronDb): Promise<Outgoing[]> {
  return guest.transaction(['documents', 'outbox'], async (on) => {
    const entries = await on.outbox.toArray()
    const known = new Set(entries.map((entry) => `${entry.kind}/${entry.id}`))
    for (const row of await on.documents.toArray()) {
      if (!isOwn(row) || known.has(`${row.kind}/${row.id}`)) continue
      const entry: Outgoing = {
        op_id: newId(), kind: row.kind, id: row.id, body: row.body, at: Date.now(), state: 'sent', base: 0,
      }
      void on.outbox.put(entry)
      entries.push(entry)
    }
    return entries
  })
}

async function settleGuest(
  guest: IronDb, account: IronDb, result: PushResult, epoch?: string,
): Promise<void> {
  const entry = await guest.outbox.get(result.op_id)
  if (!entry) return
  const isRefused = result.status === 'refused' || !result.doc
  if (isRefused && (await sendNewer(guest, entry))) return
  const isHere = result.doc && !isRefused
    ? await storeAcknowledged(account, result.doc, epoch)
    : await keepRefused(account, entry, result.error)
  if (!isHere) return
  await guest.transaction(['documents', 'outbox'], async (on) => {
    const row = await on.documents.get([entry.kind, entry.id])
    await on.outbox.delete(entry.op_id)
    if (!row) return
    if (sameJson(row.body, entry.body)) await on.documents.delete([entry.kind, entry.id])
    // Another tab went on as guest meanwhile: what it wrote was made on what was sent.
    else
      await on.outbox.put({
        ...entry, op_id: newId(), body: row.body, ...(isRefused ? {} : { base_op: entry.op_id }),
      })
  })
}

/**
 * A refused operation that the guest has gone beyond is given up for what is there now: two refused copies of
 * one document would have to be corrected one after the other. True = the newer one goes out next.
 */
function sendNewer(guest: IronDb, entry: Outgoing): Promise<boolean> {
  return guest.transaction(['documents', 'outbox'], async (on) => {
    const row = await on.documents.get([entry.kind, entry.id])
    if (!row || sameJson(row.body, entry.body)) return false
    await on.outbox.delete(entry.op_id)
    await on.outbox.put({ ...entry, op_id: newId(), body: row.body })
    return true
  })
}

/**
 * What the server does not take is in the account's journal as a refused edit: the lifter sees the sentence
 * and corrects it. False = the account has edits of this document on their way, which go first.
 */
function keepRefused(account: IronDb, entry: Outgoing, error: PushResult['error']): Promise<boolean> {
  return account.transaction(['documents', 'outbox'], async (on: Tables) => {
    const { kind, id, body } = entry
    if ((await on.outbox.where('[kind+id]').equals([kind, id]).count()) > 0) return false
    const row = await on.documents.get([kind, id])
    const held =
      row && row.rev > 0
        ? {
            kind, id, seq: row.seq, rev: row.rev, deleted: row.body === null, body: row.body,
            ...(row.made_by === undefined ? {} : { made_by: row.made_by }),
          }
        : undefined
    await on.documents.put(indexed({ kind, id, rev: 0, seq: 0, ...row, body, ...(held ? { held } : {}) }))
    await on.outbox.put({ ...entry, state: 'refused', error: sentenceOf(error) })
    return true
  })
}
