/**
 * The phone's database: one for the guest, one per account. It is the truth on this phone; the server is told
 * later.
 *
 * `db` is a live binding: it changes when somebody signs in or out. Read it when you need it, never keep a
 * copy.
 */

import type { DocumentOut } from '../../core/generated/wire'
import { completed } from '../../core/logic/documents/completed'
import type { Body, Kind, Workout } from '../../core/values/documents'
import { openChangeLog } from './change-log'
import { Database, type Creation } from './idb'
import type { Table } from './table'

/**
 * A document as stored here. `body` is null for one that was deleted (a tombstone, so that an import cannot
 * bring it back).
 */
export interface Stored<B extends Body = Body> {
  kind: Kind
  id: string
  /** The revision that `body` is based on; 0 for none. It does not move while edits are pending. */
  rev: number
  /** The name of `rev` (docs/documents.md, Sync). */
  made_by?: string
  /** The change counter of the newest state known; 0 when it counts in another epoch. */
  seq: number
  body: B | null
  /** Invented training of the demo lifter: never synced. */
  demo?: 1
  /** Deleted ones only: the revision that was deleted, so that the deletion can be sent again. */
  was?: { rev: number; made_by?: string }
  /** The newest state of the server, which waits while edits are pending here. */
  held?: ServerDoc
  /** Set by `indexed()`: the body needs no `completed()`. */
  whole?: 1
  /** Workouts only, kept by `indexed()`: what the indexes below are made of. */
  start?: string
  open?: 1
  lifted?: string[]
}

/** A document as the server tells it (docs/documents.md, Sync). */
export type ServerDoc = Omit<DocumentOut, 'kind' | 'body' | 'made_by'> & {
  kind: Kind
  body: Body | null
  /** Older servers do not name it. */
  made_by?: string
}

/** One edit on its way to the server. */
export interface Outgoing {
  op_id: string
  kind: Kind
  id: string
  /** Null is a deletion. */
  body: Body | null
  /** Position in the order of writing. */
  at: number
  /**
   * waiting: may still change. sent: frozen until its answer comes, even over a kill. refused: waits for the
   * lifter.
   */
  state: 'waiting' | 'sent' | 'refused'
  /** Set when it is sent, and then never changed: a replay must be the same operation. */
  base?: number
  /** The name of `base`. */
  base_made_by?: string
  /** Set when the answer to the edit before this one was a merge: this edit was made on that edit's body. */
  base_op?: string
  /**
   * A state of the server that waited beside edits of its document when the server went back in time: it goes
   * out as another device's would, and no edit is made on it.
   */
  apart?: true
  error?: string
}

export interface Meta { key: string; value: unknown }
export interface SnapshotRow { key: string; value: unknown; at: string }

export interface Tables {
  documents: Table<Stored, [Kind, string]>
  outbox: Table<Outgoing, string>
  meta: Table<Meta, string>
  snapshot: Table<SnapshotRow, string>
}

type Writes = 'put' | 'bulkPut' | 'delete' | 'bulkDelete' | 'clear'

export interface IronDb extends Omit<Tables, 'documents'> {
  readonly name: string
  /** Another lifter's journal, kept here to be read: nothing of it is edited, synced or exported. */
  readonly lent: boolean
  /** Documents are written in a transaction, which also logs that they changed. */
  readonly documents: Omit<Tables['documents'], Writes>
  /** `meta` without waiting for the disk: for wishes that may be lost with the power, never with the tab. */
  wishes: Table<Meta, string>
  /**
   * One strict transaction over some stores: all of it or nothing. Use the tables it gives, and await only
   * them.
   */
  transaction<T>(stores: readonly (keyof Tables)[], work: (on: Tables) => Promise<T>): Promise<T>
  close(): void
}

const SHAPES = {
  documents: {
    key: ['kind', 'id'],
    indexes: {
      '[kind+start]': { path: ['kind', 'start'] }, open: { path: 'open' },
      lifted: { path: 'lifted', multi: true },
    },
  },
  outbox: {
    key: 'op_id', indexes: { '[kind+id]': { path: ['kind', 'id'] }, '[state+at]': { path: ['state', 'at'] } },
  },
  meta: { key: 'key' },
  snapshot: { key: 'key' },
}

export const GUEST = 'iron-guest'

/** Where another lifter's journal is kept, by the share that lets this phone read it. */
export function lentName(share: string): string {
  return `iron-lent-${share}`
}

/**
 * A database; it opens at its first use. Strict durability: a set is on the disk before the screen says so.
 */
export function openDb(name: string, creation: Creation = 'always', prepare?: () => Promise<void>): IronDb {
  const database = new Database(name, SHAPES, creation, prepare)
  return {
    name,
    lent: name.startsWith(lentName('')),
    documents: database.table('documents'),
    outbox: database.table('outbox'),
    meta: database.table('meta'),
    snapshot: database.table('snapshot'),
    wishes: database.table('meta', 'relaxed'),
    transaction: (stores, work) => {
      const names = stores.includes('documents') ? [...new Set([...stores, 'meta' as const])] : stores
      return database.transaction(names, async (table, written) => {
        const on: Tables = {
          documents: table('documents'), outbox: table('outbox'), meta: table('meta'),
          snapshot: table('snapshot'),
        }
        const logChanges = stores.includes('documents') ? openChangeLog(on.meta) : null
        const result = await work(on)
        await logChanges?.(written.filter(({ store }) => store === 'documents').map(({ key }) => key))
        return result
      })
    },
    close: () => database.close(),
  }
}

export let db: IronDb = openDb(GUEST)
/** The journal of who is here, also while another lifter's is shown. */
export let ownDb: IronDb = db

/** How often another journal came on screen: what was read across a change belongs to neither. */
export let switches = 0

const listeners = new Set<() => void>()

/** Make another database the current one; every live query starts again on it. */
export function useDb(name: string, creation: Creation = 'always', prepare?: () => Promise<void>): void {
  if (ownDb.name === name) return
  ownDb.close()
  ownDb = openDb(name, creation, prepare)
  if (!db.lent) show(ownDb)
}

/** Show the journal that a share lends, or with null one's own again. */
export function lookAt(share: string | null): void {
  const name = share === null ? ownDb.name : lentName(share)
  if (db.name !== name) show(share === null ? ownDb : openDb(name, 'never'))
}

function show(next: IronDb): void {
  if (db.lent) db.close()
  db = next
  switches += 1
  for (const tell of listeners) tell()
}

export function onDbChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** The body of a row as the app reads it; null for a deleted one. */
export function bodyOf(row: Stored): Body | null {
  return row.body === null || row.whole === 1 ? row.body : completed(row.kind, row.body)
}

/** The columns that the indexes need, from the body. */
export function indexed(row: Stored): Stored {
  const { start: _start, open: _open, lifted: _lifted, whole: _whole, ...bare } = row
  const body = bodyOf(bare)
  const whole = body === row.body ? { whole: 1 as const } : {}
  if (row.kind !== 'workout' || body === null) return { ...bare, ...whole }
  const workout = body as Workout // the kind says so
  return {
    ...bare,
    ...whole,
    start: workout.start,
    ...(workout.end === undefined ? { open: 1 as const } : {}),
    // An exercise counts as trained from its first set on.
    lifted: [...new Set(workout.entries.filter((entry) => entry.sets.length > 0)
      .map((entry) => liftedKey(entry.exercise, workout.start)))],
  }
}

/** Key of the `lifted` index: the workouts of an exercise in the order of time. */
function liftedKey(exercise: string, start: string): string {
  return `${exercise}|${start}`
}
