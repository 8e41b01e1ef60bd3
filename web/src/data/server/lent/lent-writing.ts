/**
 * What a reader writes into another lifter's journal: kept in the copy on this phone, sent with the next
 * exchange. What is refused stays here with the sentence that says why, until its writer deletes it.
 */

import * as messages from '../../../core/generated/messages-server'
import type { Bodies, Comment, Proposal } from '../../../core/values/documents'
import { db, indexed, lentName, openDb, type IronDb, type Outgoing } from '../../store/db'
import { newId } from '../../store/ids'
import type { Lent } from '../../store/meta'
import { api, ApiError } from '../api'

type Written = 'comment' | 'proposal'
/** Who writes, as the server will sign it. */
export interface Writer { account: string; name: string }

const PATHS: Readonly<Record<string, string>> = { comment: 'comments', proposal: 'proposals' }
/** Answers that sending again would not change. */
const FINAL = [400, 403, 404, 413]

/** Keep what a reader writes, or with null delete what he wrote; it is sent with the next exchange. */
export async function keepWritten<K extends Written>(
  share: string, kind: K, id: string, body: Bodies[K] | null,
): Promise<void> {
  const journal = openDb(lentName(share), 'never')
  try {
    await journal.transaction(['documents', 'outbox'], async (on) => {
      const unsent = await on.outbox.where('[kind+id]').equals([kind, id]).toArray()
      for (const edit of unsent) await on.outbox.delete(edit.op_id)
      const row = { kind, id, rev: 0, seq: 0, body }
      await (body === null ? on.documents.delete([kind, id]) : on.documents.put(indexed(row)))
      // What was never sent has not to be taken back.
      if (body !== null || unsent.length === 0)
        await on.outbox.put({ op_id: newId(), kind, id, body, at: Date.now(), state: 'waiting' })
    })
  } finally {
    journal.close()
  }
}

/** Send what waits. Returns the first answer that refuses something for good; throws every other failure. */
export async function sendWritten(journal: IronDb, { id: share }: Lent): Promise<ApiError | null> {
  let refusal: ApiError | null = null
  const waiting = (await journal.outbox.toArray()).filter(({ state }) => state !== 'refused')
  for (const edit of waiting.sort((a, b) => a.at - b.at)) {
    try {
      await send(share, edit)
      await journal.outbox.delete(edit.op_id)
    } catch (failure) {
      if (!(failure instanceof ApiError && isFinal(failure))) throw failure
      refusal ??= failure
      // A deletion that is refused leaves what the server has, and that is read again.
      if (edit.body === null) await journal.outbox.delete(edit.op_id)
      else await journal.outbox.put({ ...edit, state: 'refused', error: failure.sentence })
    }
  }
  return refusal
}

async function send(share: string, { op_id, kind, id, body }: Outgoing): Promise<void> {
  const path = `shares/${share}/${PATHS[kind] ?? kind}`
  if (body === null) return void (await api(`${path}/${id}`, { method: 'DELETE' }))
  // `keepWritten` alone fills this outbox; the server writes who signs.
  const { v: _v, by: _by, author: _author, ...said } = body as Comment | Proposal
  await api(path, { json: { op_id, id, ...said } })
}

function isFinal({ status, code }: ApiError): boolean {
  return FINAL.includes(status) || (status === 409 && code === 'conflict')
}

/** What of another lifter's journal was written here and is not sent, by id, with the reason. */
export async function unsentHere(): Promise<ReadonlyMap<string, string>> {
  if (!db.lent) return new Map()
  return new Map(
    (await db.outbox.toArray()).map(({ id, state, error = '' }) => [
      id, state === 'refused' ? messages.notSent({ reason: error }) : messages.notSentYet,
    ]),
  )
}
