/**
 * The phone's databases, on `idb` (IndexedDB as promises): opening, one transaction over several stores, and
 * who hears of a write. Tables and their rows are in `table.ts`.
 *
 * A write resolves when it is on the disk (strict durability unless said otherwise) and then tells every live
 * query, in this tab and in the others. Inside `transaction` await nothing but its own reads: the browser
 * ends a transaction that has nothing to do.
 */

import { deleteDB, openDB, unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { onLeave, pageIsBack, pageIsLeft } from './page'
import { limited, watchTransaction } from './patience'
import { yieldToEventLoop } from './pauses'
import { Table } from './table'

export type Durability = 'strict' | 'relaxed'
/** What was written: the store and the key's parts. Key `*`: anything in that store. */
export interface Changed { store: string; key: readonly string[] }
export interface StoreShape {
  key: string | string[]
  indexes?: Readonly<Record<string, { path: string | string[]; multi?: boolean }>>
}

type Transaction = IDBPTransaction<unknown, string[], 'readwrite'>
/** The first version that Iron's databases had; the number is what they carry on phones. */
const VERSION = 10

const listeners = new Set<(changes: readonly Changed[]) => void>()
const channel =
  typeof document !== 'undefined' && 'BroadcastChannel' in globalThis
    ? new BroadcastChannel('iron-writes')
    : null
channel?.addEventListener('message', (event: MessageEvent<readonly Changed[]>) => {
  for (const tell of listeners) tell(event.data)
})

/** Hear of every write after it is on the disk, of this tab and of others. */
export function onChange(tell: (changes: readonly Changed[]) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function announce(changes: readonly Changed[]): void {
  if (changes.length === 0) return
  for (const tell of listeners) tell(changes)
  channel?.postMessage(changes)
}

/** The database is not on this phone (any more), and this is not the moment to make it. */
export class GoneError extends Error {
  constructor(readonly database: string) {
    super(`There is no database ${database} on this device.`)
    this.name = 'GoneError'
  }
}

/**
 * Whether a database is made where there is none. `once`: by the first opening; what another tab deletes
 * afterwards stays deleted. Where it is not made, every call throws GoneError.
 */
export type Creation = 'always' | 'once' | 'never'

/** A database, opened when it is first needed, and again should the browser close it. */
export class Database<Shapes extends Record<string, StoreShape>> {
  private opened: Promise<IDBPDatabase> | null = null
  /** The same once it is open: a transaction then begins in the task that asks for it. */
  private connection: IDBPDatabase | null = null

  /** `prepare` runs before each opening. */
  constructor(
    readonly name: string, private readonly shapes: Shapes, private creation: Creation = 'always',
    private readonly prepare?: () => Promise<void>,
  ) {}

  /** A store whose calls are transactions of their own. */
  table<T, K extends IDBValidKey>(
    name: string & keyof Shapes, durability: Durability = 'strict',
  ): Table<T, K> {
    const changes: Changed[] = []
    return new Table<T, K>(
      async (mode, work) => {
        const answered = await this.within(
          [name], mode, durability, (transaction) => work(transaction.objectStore(name)), true,
        )
        if (mode === 'readwrite') announce(changes.splice(0))
        return answered
      },
      (key) => changes.push({ store: name, key }),
      yieldToEventLoop,
    )
  }

  /**
   * Run `work` in one read-write transaction over some stores. Resolves when it is on the disk; whatever goes
   * wrong, nothing of it is kept. `written` grows with what `work` writes.
   */
  async transaction<T>(
    names: readonly (string & keyof Shapes)[],
    work: (
      table: <R, K extends IDBValidKey>(name: string & keyof Shapes) => Table<R, K>,
      written: readonly Changed[],
    ) => Promise<T>,
  ): Promise<T> {
    const changes: Changed[] = []
    const result = await this.within(names, 'readwrite', 'strict', (transaction) => {
      changes.length = 0 // a second try after the page came back
      return work(
        (name) =>
          new Table(
            (_mode, step) => step(transaction.objectStore(name)), (key) => changes.push({ store: name, key }),
          ),
        changes,
      )
    })
    announce(changes)
    return result
  }

  close(): void {
    const opened = this.opened
    this.forget()
    opened?.then((database) => database.close(), () => undefined)
  }

  /**
   * One transaction. When the page is left before it is complete, it is undone, and done again should the
   * page come back. `atOnce`: all requests of `work` are made before it first waits, so that the commit need
   * not wait for them.
   */
  private async within<T>(
    names: readonly string[], mode: IDBTransactionMode, durability: Durability,
    work: (transaction: Transaction) => Promise<T>, atOnce = false,
  ): Promise<T> {
    for (;;) {
      if (pageIsLeft()) await pageIsBack()
      const begun = this.begin(names, mode, durability)
      const transaction = begun instanceof Promise ? await begun : begun
      transaction.done.catch(() => undefined) // awaited below where it matters
      const leave = undoWhenLeft(transaction)
      const watch = watchTransaction(unwrap(transaction))
      try {
        const working = work(transaction)
        if (atOnce && mode === 'readwrite') transaction.commit()
        const result = await Promise.race([working, watch.stuck])
        if (mode === 'readonly') return result
        // Nothing more comes: do not wait for the browser to notice.
        if (!atOnce) transaction.commit()
        await Promise.race([transaction.done, watch.stuck])
        return result
      } catch (problem) {
        if (leave.undone) continue
        if (mode !== 'readonly' && transaction.error === null) abort(transaction)
        throw transaction.error ?? problem
      } finally {
        leave.forget()
        watch.stop()
      }
    }
  }

  private begin(
    names: readonly string[], mode: IDBTransactionMode, durability: Durability,
  ): Transaction | Promise<Transaction> {
    // `readwrite` is the wider type; a reading transaction refuses writes by itself.
    const start = (database: IDBPDatabase) =>
      database.transaction([...names], mode, { durability }) as Transaction
    const again = (problem: unknown) => {
      if (!(problem instanceof DOMException) || problem.name !== 'InvalidStateError') throw problem
      // The browser closed the connection (a phone that slept): a new one.
      this.forget()
      return this.open().then(start)
    }
    if (!this.connection) return this.open().then(start).catch(again)
    try {
      return start(this.connection)
    } catch (problem) {
      return again(problem)
    }
  }

  private forget(): void {
    this.opened = null
    this.connection = null
  }

  private open(): Promise<IDBPDatabase> {
    const forget = () => this.forget()
    // Another tab deletes or upgrades it: let go, and open again when there is something to do.
    const letGo = () => {
      const opened = this.opened
      forget()
      void opened?.then((database) => database.close())
    }
    if (!this.opened) {
      const opened = (this.prepare?.() ?? Promise.resolve()).then(() =>
        opening(this.name, this.shapes, this.creation !== 'never', { terminated: forget, blocking: letGo }),
      )
      this.opened = opened
      opened.then((database) => {
        if (this.opened === opened) this.connection = database
        if (this.creation === 'once') this.creation = 'never'
      }, forget)
    }
    return this.opened
  }
}

/** Whether a database is on this phone; asking makes none. */
export async function databaseExists(name: string): Promise<boolean> {
  if (typeof indexedDB.databases === 'function')
    return (await indexedDB.databases()).some((database) => database.name === name)
  // Firefox before 126 has no list.
  return opening(name, {}, false, {}).then((database) => { database.close(); return true }, () => false)
}

/** Delete a database with all it holds. Other tabs let go of it first; one that does not is a StuckError. */
export function deleteDatabase(name: string): Promise<void> {
  return limited(deleteDB(name))
}

async function opening(
  name: string, shapes: Record<string, StoreShape>, create: boolean,
  ends: { terminated?: () => void; blocking?: () => void },
): Promise<IDBPDatabase> {
  let missing = false
  const upgrade = (
    database: IDBPDatabase, from: number, _to: number | null,
    transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
  ) => {
    if (from === 0 && !create) {
      missing = true
      transaction.done.catch(() => undefined)
      transaction.abort()
      return
    }
    for (const [store, shape] of Object.entries(shapes)) {
      if (database.objectStoreNames.contains(store)) continue
      const made = database.createObjectStore(store, { keyPath: shape.key })
      for (const [index, { path, multi = false }] of Object.entries(shape.indexes ?? {}))
        made.createIndex(index, path, { multiEntry: multi })
    }
  }
  try {
    return await limited(openDB(name, VERSION, { upgrade, ...ends }))
  } catch (problem) {
    if (missing) throw new GoneError(name)
    if (!(problem instanceof DOMException) || problem.name !== 'VersionError') throw problem
    // A newer Iron was here: its stores hold ours.
    return limited(openDB(name, undefined, { upgrade, ...ends }))
  }
}

/** True when it was undone; false when it had ended, or is on its way to the disk. */
function abort(transaction: Transaction): boolean {
  try {
    transaction.abort()
    return true
  } catch {
    return false
  }
}

const underWay = new Set<() => void>()
onLeave(() => { for (const undo of underWay) undo() })

/**
 * Undo a transaction that is open when the page is left. WebKit keeps a left page with its transactions, and
 * every later page would wait for them until the browser starts again. What was committed by then is stored.
 */
function undoWhenLeft(transaction: Transaction): { readonly undone: boolean; forget: () => void } {
  let undone = false
  const undo = () => { undone = abort(transaction) }
  underWay.add(undo)
  if (pageIsLeft()) undo()
  return { get undone() { return undone }, forget: () => { underWay.delete(undo) } }
}
