/**
 * The outbox rules of docs/documents.md, Sync. All state is in the database: a kill at any line loses
 * nothing.
 *
 * - One waiting edit per document (`queue` in store.ts coalesces) and at most one sent.
 * - A sent edit is frozen: after a lost answer or a kill the same operation goes out again under the same id.
 * - An entry leaves only when the server acknowledges its op_id, in the epoch that this phone knows.
 * - The phone never merges. An edit made while another was under way is re-based on the answer; when that
 *   answer was
 *   a merge, it names the operation it was made on (`base_op`), so that the server can merge it exactly.
 */

import { changeRefused } from '../../core/generated/messages-server'
import type { ResultOut } from '../../core/generated/wire'
import type { Body } from '../../core/values/documents'
import { sameJson } from '../../core/values/json'
import { indexed, type IronDb, type Outgoing, type ServerDoc, type Stored, type Tables } from './db'
import { FIRST, LAST } from './table'
import { newId } from './ids'

export interface Op {
  op_id: string
  kind: string
  id: string
  base: number
  base_made_by?: string
  base_op?: string
  body?: Body
  delete?: true
}

/** What an edit was made on: a revision and its name, or the body of an operation that was under way. */
export type Based = Pick<Outgoing, 'base' | 'base_made_by' | 'base_op'>

/** What a pull asked for. */
export interface Asked { since: number; epoch?: string }

export type PushResult = Omit<ResultOut, 'error' | 'doc'> & {
  error?: string | { sentence: string }
  doc?: ServerDoc | null
}

const MOST_OPS = 200
/**
 * Below the server's 4 MiB, with room for the envelope; JSON counts characters, of which few need two bytes.
 */
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
  const based =
    entry.base === undefined ? revisionOf(await on.documents.get([entry.kind, entry.id])) : baseOf(entry)
  if (entry.state !== 'sent') await on.outbox.put({ ...entry, ...based, state: 'sent' })
  return operation({ ...entry, ...based })
}

/** An entry as it goes over the wire; it must be the same each time. */
export function operation(entry: Outgoing): Op {
  const { base = 0, ...named } = baseOf(entry)
  return {
    op_id: entry.op_id, kind: entry.kind, id: entry.id, base, ...named,
    ...(entry.body === null ? { delete: true as const } : { body: entry.body }),
  }
}

/** What an edit was made on; nothing for one that takes the revision of its document when it is sent. */
export function baseOf(entry: Based | undefined): Based {
  if (entry?.base === undefined) return {}
  const { base, base_made_by, base_op } = entry
  return {
    base, ...(base_made_by === undefined ? {} : { base_made_by }),
    ...(base_op === undefined ? {} : { base_op }),
  }
}

function revisionOf(row: { rev: number; made_by?: string } | undefined): Based {
  if (!row || row.rev === 0) return { base: 0 }
  return { base: row.rev, ...(row.made_by === undefined ? {} : { base_made_by: row.made_by }) }
}

/**
 * Take the server's answer to one operation. An answer that is not ours, came twice or is of another epoch
 * changes nothing: what was sent stays, and is sent again.
 */
export async function settle(db: IronDb, result: PushResult, epoch?: string): Promise<void> {
  await db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    if (epoch !== undefined && (await on.meta.get('epoch'))?.value !== epoch) return
    if (result.doc) await noteSeen(on, result.doc)
    const entry = await on.outbox.get(result.op_id)
    if (entry?.state !== 'sent') return
    if (entry.apart) {
      await settleApart(on, entry, result)
      return
    }
    const waiting = (await entriesOf(on, entry)).find((other) => other.state === 'waiting')
    if (result.status === 'refused' || !result.doc) {
      await refuse(on, entry, waiting, sentenceOf(result.error))
      return
    }
    await on.outbox.delete(entry.op_id)
    const row = await on.documents.get([entry.kind, entry.id])
    const { doc } = result
    if (!waiting) await store(on, row, newerOf(doc, row?.held), entry)
    else if (sameJson(doc.body, entry.body)) {
      // The waiting edit was made on exactly this revision.
      if (row) await on.documents.put({ ...row, rev: doc.rev, seq: doc.seq, ...named(doc) })
    } else {
      await on.outbox.put({
        ...waiting, ...baseOf({ ...entry, base: entry.base ?? 0 }), base_op: entry.op_id,
      })
      if (row) await on.documents.put({ ...row, held: newerOf(doc, row.held) })
    }
  })
}

/** The answer to a state of the server that went out again: edits of its document stay as they are. */
async function settleApart(on: Tables, entry: Outgoing, { status, doc, error }: PushResult): Promise<void> {
  if (status === 'refused' || !doc) {
    await on.outbox.put({ ...entry, state: 'refused', error: sentenceOf(error) })
    return
  }
  await on.outbox.delete(entry.op_id)
  const row = await on.documents.get([entry.kind, entry.id])
  if ((await entriesOf(on, entry)).length === 0) await store(on, row, newerOf(doc, row?.held))
  else if (row) await on.documents.put({ ...row, held: newerOf(doc, row.held) })
}

/**
 * Store a document that the server acknowledged for an operation of another journal (the guest's). False =
 * it is not stored here: the answer is of another epoch, or edits of the document are pending. Then whoever
 * sent it keeps it, because a server that is put back would have it from nobody.
 */
export async function storeAcknowledged(db: IronDb, doc: ServerDoc, epoch?: string): Promise<boolean> {
  return db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    if (epoch !== undefined && (await on.meta.get('epoch'))?.value !== epoch) return false
    await noteSeen(on, doc)
    if ((await entriesOf(on, doc)).length > 0) return false
    await store(on, await on.documents.get([doc.kind, doc.id]), doc)
    return true
  })
}

async function refuse(
  on: Tables, entry: Outgoing, waiting: Outgoing | undefined, error: string,
): Promise<void> {
  if (!waiting) {
    await on.outbox.put({ ...entry, state: 'refused', error })
    return
  }
  // The later edit holds this one's changes too, so it takes its place, on the base that this one had.
  await on.outbox.delete(entry.op_id)
  await on.outbox.put({ ...waiting, ...baseOf(entry) })
}

/**
 * Store a page of pulled changes and how far we are. A change waits, kept, while edits on its document are
 * pending. `asked` is what was asked for: a page that another tab's reset made old is dropped. True = it held
 * something that is not from here.
 */
export async function applyPulled(
  db: IronDb, docs: readonly ServerDoc[], seq: number, asked?: Asked, epoch?: string,
): Promise<boolean> {
  return db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    const known = (await on.meta.get('epoch'))?.value
    if (asked && asked.epoch !== known) return false
    let isNews = false
    for (const doc of docs) {
      const row = await on.documents.get([doc.kind, doc.id])
      if (doc.rev > (row?.rev ?? 0)) isNews = true
      const pending = await entriesOf(on, doc)
      if (pending.length === 0) await store(on, row, doc)
      else if (row) await on.documents.put({ ...row, held: newerOf(doc, row.held) })
      await noteSeen(on, doc)
    }
    const since = await numberOf(on, 'seq')
    const next = asked ? Math.max(since, seq) : seq
    // Somebody set it back meanwhile, to have a document again: it does not jump over that.
    if (next !== since && (!asked || since >= asked.since)) await on.meta.put({ key: 'seq', value: next })
    if (known === undefined && epoch !== undefined) await on.meta.put({ key: 'epoch', value: epoch })
    return isNews
  })
}

/** What a request says that this phone knows (docs/documents.md, Sync). */
export async function known(db: IronDb): Promise<{ since: number; epoch?: string; seen?: string }> {
  return db.transaction(['meta'], async (on) => {
    const epoch = (await on.meta.get('epoch'))?.value as string | undefined // written above only
    const seen = (await on.meta.get('seen'))?.value as { made_by: string } | undefined // written below only
    return {
      since: await numberOf(on, 'seq'), ...(epoch === undefined ? {} : { epoch }),
      ...(seen ? { seen: seen.made_by } : {}),
    }
  })
}

/**
 * The server's history is another one than this phone knew: everything here goes out again, each body and
 * each deletion on the base it had, and each state of the server that waits behind edits. A base that the
 * server does not have counts as none there, so what both have is joined.
 */
export async function beginAgain(db: IronDb): Promise<number> {
  return db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    const rows = (await on.documents.toArray()).filter((row) => row.demo !== 1)
    for (const { held, ...row } of rows) {
      await on.documents.put({ ...row, seq: 0, ...(row.made_by === undefined ? { rev: 0 } : {}) })
      const { kind, id } = row
      const fresh = { kind, id, at: Date.now() }
      const edits = (await entriesOf(on, row)).filter((entry) => !entry.apart)
      if (edits.length > 0) await renumber(on, edits, row)
      else
        await on.outbox.put({
          ...fresh, op_id: newId(), body: row.body, state: 'waiting', ...rebased(row),
        })
      if (held?.body)
        await on.outbox.put({
          ...fresh, op_id: newId(), body: held.body, state: 'sent', apart: true,
          ...revisionOf(held.made_by === undefined ? undefined : held),
        })
    }
    for (const key of ['seq', 'epoch', 'seen']) await on.meta.delete(key)
    await on.meta.put({ key: 'began_again', value: { at: Date.now(), documents: rows.length } })
    return rows.length
  })
}

function rebased(row: Stored): Based {
  if (row.body === null) return revisionOf(row.was?.made_by === undefined ? undefined : row.was)
  return revisionOf(row.made_by === undefined ? undefined : row)
}

/**
 * Numbers without names mean nothing in another history: edits made on them become new ones without a base.
 */
async function renumber(on: Tables, pending: readonly Outgoing[], row: Stored): Promise<void> {
  const sent = pending.find((entry) => entry.state === 'sent')
  const later = pending.find((entry) => entry.state !== 'sent')
  if (sent?.base && sent.base_made_by === undefined) {
    await on.outbox.delete(sent.op_id)
    const { base_op: _op, ...rest } = later ?? { ...sent, op_id: newId(), state: 'waiting' as const }
    await on.outbox.put({ ...rest, base: 0 })
  } else if (
    later &&
    !sent &&
    later.base_made_by === undefined &&
    (later.base ?? row.rev) > 0 &&
    row.made_by === undefined
  ) {
    await on.outbox.put({ ...later, base: 0 })
  }
}

/**
 * Give up a refused edit: the document becomes what the server has. Null = the server must be asked again
 * from `seq`.
 */
export async function giveUp(db: IronDb, opId: string): Promise<void> {
  await db.transaction(['documents', 'outbox', 'meta'], async (on) => {
    const entry = await on.outbox.get(opId)
    if (entry?.state !== 'refused') return
    await on.outbox.delete(opId)
    const row = await on.documents.get([entry.kind, entry.id])
    if (!row || entry.apart) return
    if (row.held) await store(on, { ...row, seq: 0 }, row.held)
    else if (row.rev === 0) await on.documents.delete([entry.kind, entry.id])
    else {
      await on.documents.put({ ...row, seq: 0 })
      await on.meta.put({ key: 'seq', value: Math.max(0, Math.min(await numberOf(on, 'seq'), row.seq - 1)) })
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

/**
 * Make a state of the server the document, unless a newer one is here. `mine` is the edit that it answers.
 */
async function store(on: Tables, row: Stored | undefined, doc: ServerDoc, mine?: Outgoing): Promise<void> {
  if (row && row.seq > doc.seq) return
  const same =
    row && row.held === undefined && row.seq === doc.seq && row.rev === doc.rev && row.made_by === doc.made_by
  if (same && sameJson(row.body, doc.body)) return
  const was = doc.deleted ? deletedRevision(row, mine) : undefined
  const { kind, id, rev, seq } = doc
  await on.documents.put(
    indexed({
      kind, id, rev, seq, ...named(doc), body: doc.deleted ? null : doc.body, ...(was ? { was } : {}),
    }),
  )
}

/** The last revision with a body that this phone knew of. */
function deletedRevision(row: Stored | undefined, mine: Outgoing | undefined): Stored['was'] {
  if (mine?.body === null && mine.base)
    return { rev: mine.base, ...(mine.base_made_by === undefined ? {} : { made_by: mine.base_made_by }) }
  if (row && row.body !== null && row.rev > 0) return { rev: row.rev, ...named(row) }
  return row?.was
}

function named(document: { made_by?: string }): { made_by?: string } {
  return document.made_by === undefined ? {} : { made_by: document.made_by }
}

function newerOf(doc: ServerDoc, held: ServerDoc | undefined): ServerDoc {
  return held && held.seq > doc.seq ? held : doc
}

async function noteSeen(on: Tables, doc: ServerDoc): Promise<void> {
  if (doc.made_by === undefined) return
  const before = (await on.meta.get('seen'))?.value as { seq: number } | undefined // written here only
  if (!before || doc.seq >= before.seq)
    await on.meta.put({ key: 'seen', value: { seq: doc.seq, made_by: doc.made_by } })
}

async function numberOf(on: Tables, key: string): Promise<number> {
  const value = (await on.meta.get(key))?.value
  return typeof value === 'number' ? value : 0
}

async function inState(on: Pick<Tables, 'outbox'>, state: Outgoing['state']): Promise<Outgoing[]> {
  return on.outbox.where('[state+at]').between([state, FIRST], [state, LAST]).toArray()
}

async function entriesOf(on: Tables, doc: { kind: string; id: string }): Promise<Outgoing[]> {
  return on.outbox.where('[kind+id]').equals([doc.kind, doc.id]).toArray()
}

function documentKey(entry: { kind: string; id: string }): string {
  return `${entry.kind}/${entry.id}`
}

/** Why the server refused an operation. */
export function sentenceOf(error: PushResult['error']): string {
  const sentence = typeof error === 'string' ? error : error?.sentence
  return sentence ?? changeRefused
}
