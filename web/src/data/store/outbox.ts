/**
 * The outbox rules of docs/documents.md, Sync. All state is in the database: a kill at any line loses nothing.
 *
 * - One waiting edit per document (`queue` in store.ts coalesces) and at most one sent.
 * - A sent edit is frozen: after a lost answer or a kill the same operation goes out again under the same id.
 * - An entry leaves only when the server acknowledges its op_id.
 * - The phone never merges. An edit made while another was under way is re-based on the answer; when that answer was
 *   a merge, it names the operation it was made on (`base_op`), so that the server can merge it exactly.
 */

import type { Body } from '../../core/values/documents'
import { sameJson } from '../../core/values/json'
import { indexed, type IronDb, type Outgoing, type ServerDoc, type Stored, type Tables } from './db'
import { FIRST, LAST } from './idb'

export interface Op {
  op_id: string
  kind: string
  id: string
  base: number
  base_op?: string
  body?: Body
  delete?: true
}

export interface PushResult {
  op_id: string
  status: 'applied' | 'merged' | 'replayed' | 'refused'
  error?: string | { sentence: string }
  doc?: ServerDoc | null
}

const MOST_OPS = 200
/** Below the server's 4 MiB, with room for the envelope; JSON counts characters, of which few need two bytes. */
const MOST_CHARACTERS = 3_000_000

/** The next operations to push; they are marked as sent before this resolves. */
export async function takeBatch(db: IronDb, limit: number = MOST_OPS): Promise<Op[]> {
  return db.transaction(['documents', 'outbox'], async (on) => {
    const sent = await inState(on, 'sent')
    const busy = new Set(sent.map(documentKey))
    const fresh = (await inState(on, 'waiting')).filter((entry) => !busy.has(documentKey(entry)))
    const batch: Op[] = []
    let characters = 0
    for (const entry of [...sent, ...fresh]) {
      if (batch.length >= limit) break
      characters += JSON.stringify(entry.body).length
      if (batch.length > 0 && characters > MOST_CHARACTERS) break
      batch.push(await send(on, entry))
    }
    return batch
  })
}

async function send(on: Tables, entry: Outgoing): Promise<Op> {
  const base = entry.base ?? (await on.documents.get([entry.kind, entry.id]))?.rev ?? 0
  if (entry.state !== 'sent') await on.outbox.put({ ...entry, base, state: 'sent' })
  return {
    op_id: entry.op_id, kind: entry.kind, id: entry.id, base,
    ...(entry.base_op === undefined ? {} : { base_op: entry.base_op }),
    ...(entry.body === null ? { delete: true as const } : { body: entry.body }),
  }
}

/** Take the server's answer to one operation. An answer that is not ours (or came twice) changes nothing. */
export async function settle(db: IronDb, result: PushResult): Promise<void> {
  await db.transaction(['documents', 'outbox'], async (on) => {
    const entry = await on.outbox.get(result.op_id)
    if (!entry || entry.state !== 'sent') return
    const waiting = (await entriesOf(on, entry)).find((other) => other.state === 'waiting')
    if (result.status === 'refused' || !result.doc) {
      // A later edit holds this one's changes too, so it takes its place.
      if (waiting) await on.outbox.delete(entry.op_id)
      else await on.outbox.put({ ...entry, state: 'refused', error: sentenceOf(result.error) })
      return
    }
    await on.outbox.delete(entry.op_id)
    const row = await on.documents.get([entry.kind, entry.id])
    if (!waiting) {
      await store(on, row, result.doc)
      return
    }
    if (row) await on.documents.put({ ...row, rev: result.doc.rev, seq: result.doc.seq })
    if (!sameJson(result.doc.body, entry.body)) {
      await on.outbox.put({ ...waiting, base: entry.base ?? 0, base_op: entry.op_id })
    }
  })
}

/** Store a page of pulled changes and how far we are. A change waits while edits on its document are pending. */
export async function applyPulled(db: IronDb, docs: readonly ServerDoc[], seq: number): Promise<void> {
  await db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    for (const doc of docs) {
      const row = await on.documents.get([doc.kind, doc.id])
      const pending = await entriesOf(on, doc)
      if (pending.some((entry) => entry.state === 'refused')) {
        if (row) await on.documents.put({ ...row, held: doc })
      } else if (pending.length === 0) await store(on, row, doc)
      // Else our own edit's answer will bring the whole document.
    }
    await on.meta.put({ key: 'seq', value: seq })
  })
}

/** Give up a refused edit: the document becomes what the server has. Null = the server must be asked again from `seq`. */
export async function giveUp(db: IronDb, opId: string): Promise<void> {
  await db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    const entry = await on.outbox.get(opId)
    if (entry?.state !== 'refused') return
    await on.outbox.delete(opId)
    const row = await on.documents.get([entry.kind, entry.id])
    if (!row) return
    if (row.held) await store(on, row, row.held)
    else if (row.rev === 0) await on.documents.delete([entry.kind, entry.id])
    else {
      await on.documents.put({ ...row, rev: 0 })
      const seq = (await on.meta.get('seq'))?.value
      await on.meta.put({ key: 'seq', value: Math.min(typeof seq === 'number' ? seq : 0, row.seq - 1) })
    }
  })
}

/** How many documents hold edits that the server has not acknowledged. */
export async function unsynced(db: IronDb): Promise<number> {
  return new Set((await db.outbox.toArray()).map(documentKey)).size
}

export async function refusedEdits(db: IronDb): Promise<Outgoing[]> {
  return inState(db, 'refused')
}

async function store(on: Tables, row: Stored | undefined, doc: ServerDoc): Promise<void> {
  if (row && row.rev >= doc.rev && row.held === undefined && row.rev !== 0) {
    // Nothing newer; but the answer to our own edit is the truth even at an equal revision.
    if (row.rev > doc.rev || sameJson(row.body, doc.body)) return
  }
  await on.documents.put(
    indexed({ kind: doc.kind, id: doc.id, rev: doc.rev, seq: doc.seq, body: doc.deleted ? null : doc.body }),
  )
}

async function inState(on: Tables, state: Outgoing['state']): Promise<Outgoing[]> {
  return on.outbox.where('[state+at]').between([state, FIRST], [state, LAST]).toArray()
}

async function entriesOf(on: Tables, doc: { kind: string; id: string }): Promise<Outgoing[]> {
  return on.outbox.where('[kind+id]').equals([doc.kind, doc.id]).toArray()
}

function documentKey(entry: { kind: string; id: string }): string {
  return `${entry.kind}/${entry.id}`
}

function sentenceOf(error: PushResult['error']): string {
  const sentence = typeof error === 'string' ? error : error?.sentence
  return sentence ?? 'The server did not take this change and did not say why.'
}
