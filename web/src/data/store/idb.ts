/**
 * The phone's stores, on `idb` (IndexedDB as promises): tables, rows of an index, one transaction over
 * several stores, and who hears of a write.
 *
 * A write resolves when it is on the disk (strict durability unless said otherwise) and then tells every live
 * query, in this tab and in the others. Inside `transaction` await nothing but its own reads: the browser
 * ends a transaction that has nothing to do.
 */

import type { Pieces } from '../../core/values/pieces'
import { deleteDB, openDB, unwrap, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb'
import { onLeave, pageIsBack, pageIsLeft } from '../phone/page'
import { limited, watchTransaction } from './patience'

/** Sorts before and after every other key (IndexedDB: numbers first, arrays last). */
export const FIRST = -Infinity
export const LAST: IDBValidKey = [[]]

export type Durability = 'strict' | 'relaxed'
/** What was written: the store and the key's parts. Key `*`: anything in that store. */
export interface Changed { store: string; key: readonly string[] }
export interface StoreShape {
  key: string | string[]
  indexes?: Readonly<Record<string, { path: string | string[]; multi?: boolean }>>
}

/** `last`: what stands after the mark in the group's last key. */
export interface Group { name: string; count: number; last: string }

interface Asked { index?: string; range?: IDBKeyRange; backwards?: boolean; offset?: number; limit?: number }
type Store = IDBPObjectStore<unknown, string[], string, 'readwrite'>
type Transaction = IDBPTransaction<unknown, string[], 'readwrite'>
/**
 * Newer than idb's types: `getAll` of a browser with `getAllRecords` (Chromium 141) counts from the end too.
 */
interface Paged<T> { getAll(...page: unknown[]): Promise<T[]>; getAllKeys(...page: unknown[]): Promise<T[]> }
type Run = <T>(mode: IDBTransactionMode, work: (store: Store) => Promise<T>) => Promise<T>

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

/**
 * Rows read in one go: below 50 ms on a phone four times slower than this computer (benchmarks/ten_years.py).
 */
const AT_A_TIME = 24
const PAGES = typeof IDBObjectStore !== 'undefined' && 'getAllRecords' in IDBObjectStore.prototype

function page(range: IDBKeyRange | undefined, count: number | undefined, backwards: boolean): unknown[] {
  return PAGES
    ? [
        {
          query: range ?? null, ...(count === undefined ? {} : { count }),
          direction: backwards ? 'prev' : 'next',
        },
      ]
    : [range, count]
}

/** Let a tap that waits be answered first. */
export function breath(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve) })
}

/**
 * Work without a stop takes no longer than this [ms]: four times slower it is half of what a tap may take.
 */
const A_WHILE_MS = 6

/** Do work in pieces and let taps through between them. */
export async function inPieces<T>(work: Pieces<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as T // what it yields is nothing
    if (performance.now() - since < A_WHILE_MS) continue
    await breath()
    since = performance.now()
  }
}

/** Rows of a store or of one of its indexes, in order. */
export class Rows<T, K> {
  constructor(
    private readonly run: Run, private readonly breath: () => Promise<void>,
    private readonly asked: Asked = {},
  ) {}

  reverse(): Rows<T, K> {
    return new Rows(this.run, this.breath, { ...this.asked, backwards: !this.asked.backwards })
  }
  offset(offset: number): Rows<T, K> { return new Rows(this.run, this.breath, { ...this.asked, offset }) }
  limit(limit: number): Rows<T, K> { return new Rows(this.run, this.breath, { ...this.asked, limit }) }

  /** All rows, a few at a time: no tap waits until ten years are read. */
  async toArray(): Promise<T[]> {
    const { range, backwards = false, offset = 0, limit } = this.asked
    if (offset === 0 && limit !== undefined && limit <= 2 * AT_A_TIME && (!backwards || PAGES)) {
      const rows = await this.run('readonly', (store) =>
        (this.source(store) as unknown as Paged<T>).getAll(...page(range, limit, backwards)),
      )
      return rows
    }
    const keys = await this.primaryKeys()
    const rows: T[] = []
    for (let from = 0; from < keys.length; from += AT_A_TIME) {
      if (from > 0) await this.breath()
      const some = keys.slice(from, from + AT_A_TIME) as unknown as IDBValidKey[] // primary keys are
      const found = await this.run('readonly', (store) => Promise.all(some.map((key) => store.get(key))))
      // as the store's type says; undefined was deleted meanwhile
      for (const row of found) if (row !== undefined) rows.push(row as T)
    }
    return rows
  }

  /**
   * Groups of text keys that share what stands before `mark`: a message or three for each, no row is read.
   */
  groups(mark: string): Promise<Group[]> {
    return this.run('readonly', async (store) => {
      const source = this.source(store)
      const names: string[] = []
      for (
        let cursor = await source.openKeyCursor(this.asked.range);
        cursor;
        cursor = await cursor.continue(`${names.at(-1)}${mark}\uffff`)
      ) {
        names.push(String(cursor.key).split(mark, 1)[0] ?? '')
      }
      return Promise.all(names.map(async (name) => {
        const range = IDBKeyRange.bound(`${name}${mark}`, `${name}${mark}\uffff`)
        const [count, end] = await Promise.all([source.count(range), source.openKeyCursor(range, 'prev')])
        return { name, count, last: String(end?.key ?? '').slice(name.length + mark.length) }
      }))
    })
  }

  /** Primary keys in the order of the index. */
  async primaryKeys(): Promise<K[]> {
    const { range, backwards = false, offset = 0, limit } = this.asked
    const most = limit === undefined ? undefined : offset + limit
    // Where the browser cannot count from the end, all keys are read and turned round.
    const turned = backwards && !PAGES
    const keys = await this.run('readonly', (store) =>
      (this.source(store) as unknown as Paged<K>).getAllKeys(
        ...page(range, turned ? undefined : most, backwards && PAGES),
      ),
    )
    return (turned ? keys.reverse() : keys).slice(offset, most)
  }

  count(): Promise<number> {
    return this.run('readonly', (store) => this.source(store).count(this.asked.range))
  }

  private source(store: Store) {
    return this.asked.index === undefined || !store.indexNames.contains(this.asked.index)
      ? store
      : store.index(this.asked.index)
  }

}

/** One store. Outside a transaction each call is a transaction of its own. */
export class Table<T, K extends IDBValidKey> {
  /** `breath` comes between pages of rows: inside a transaction there is none, it would end. */
  constructor(
    private readonly run: Run, private readonly note: (key: readonly string[]) => void,
    private readonly breath: () => Promise<void> = () => Promise.resolve(),
  ) {}

  get(key: K): Promise<T | undefined> {
    return this.run('readonly', (store) => store.get(key)) as Promise<T | undefined>
  }
  bulkGet(keys: readonly K[]): Promise<(T | undefined)[]> {
    return this.run('readonly', (store) => Promise.all(keys.map((key) => store.get(key)))) as Promise<
      (T | undefined)[]
    >
  }
  put(row: T): Promise<void> { return this.bulkPut([row]) }
  bulkPut(rows: readonly T[]): Promise<void> {
    return this.run('readwrite', (store) => all(rows.map((row) => {
      this.note(partsOf(store, row))
      return told(store.put(row))
    })))
  }
  delete(key: K): Promise<void> { return this.bulkDelete([key]) }
  bulkDelete(keys: readonly K[]): Promise<void> {
    return this.run('readwrite', (store) => all(keys.map((key) => {
      this.note([key].flat().map(String))
      return told(store.delete(key))
    })))
  }
  clear(): Promise<void> {
    return this.run('readwrite', (store) => {
      this.note(['*'])
      return all([store.clear()])
    })
  }

  toArray(): Promise<T[]> { return this.rows().toArray() }
  count(): Promise<number> { return this.rows().count() }
  primaryKeys(): Promise<K[]> { return this.rows().primaryKeys() }
  /** All rows in the order of an index. */
  orderBy(index: string): Rows<T, K> { return this.rows({ index }) }
  where(index: string): {
    equals: (key: IDBValidKey) => Rows<T, K>
    between: (from: IDBValidKey, to: IDBValidKey, withFrom?: boolean, withTo?: boolean) => Rows<T, K>
    startsWith: (text: string) => Rows<T, K>
  } {
    return {
      equals: (key) => this.rows({ index, range: IDBKeyRange.only(key) }),
      between: (from, to, withFrom = true, withTo = false) =>
        this.rows({ index, range: IDBKeyRange.bound(from, to, !withFrom, !withTo) }),
      startsWith: (text) =>
        this.rows({ index, range: IDBKeyRange.bound(text, `${text}\uffff`, false, true) }),
    }
  }

  private rows(asked: Asked = {}): Rows<T, K> { return new Rows(this.run, this.breath, asked) }
}

/** The database is not on this phone (any more), and this is not the moment to make it. */
export class GoneError extends Error {
  constructor(readonly database: string) {
    super(`There is no database ${database} on this phone.`)
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
      breath,
    )
  }

  /**
   * Run `work` in one read-write transaction over some stores. Resolves when it is on the disk; whatever goes
   * wrong, nothing of it is kept.
   */
  async transaction<T>(
    names: readonly (string & keyof Shapes)[],
    work: (table: <R, K extends IDBValidKey>(name: string & keyof Shapes) => Table<R, K>) => Promise<T>,
  ): Promise<T> {
    const changes: Changed[] = []
    const result = await this.within(names, 'readwrite', 'strict', (transaction) => {
      changes.length = 0 // a second try after the page came back
      return work(
        (name) =>
          new Table(
            (_mode, step) => step(transaction.objectStore(name)), (key) => changes.push({ store: name, key }),
          ),
      )
    })
    announce(changes)
    return result
  }

  close(): void {
    const [opened, forget] = [this.opened, () => undefined]
    this.opened = null
    opened?.then((database) => database.close(), forget)
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
      await pageIsBack()
      const transaction = await this.begin(names, mode, durability)
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

  private async begin(
    names: readonly string[], mode: IDBTransactionMode, durability: Durability,
  ): Promise<Transaction> {
    // `readwrite` is the wider type; a reading transaction refuses writes by itself.
    const start = (database: IDBPDatabase) =>
      database.transaction([...names], mode, { durability }) as Transaction
    try {
      return start(await this.open())
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== 'InvalidStateError') throw problem
      // The browser closed the connection (a phone that slept): a new one.
      this.opened = null
      return start(await this.open())
    }
  }

  private open(): Promise<IDBPDatabase> {
    const forget = () => { this.opened = null }
    // Another tab deletes or upgrades it: let go, and open again when there is something to do.
    const letGo = () => {
      const opened = this.opened
      forget()
      void opened?.then((database) => database.close())
    }
    if (!this.opened) {
      this.opened = (this.prepare?.() ?? Promise.resolve()).then(() =>
        opening(this.name, this.shapes, this.creation !== 'never', { terminated: forget, blocking: letGo }),
      )
      this.opened.then(() => { if (this.creation === 'once') this.creation = 'never' }, forget)
    }
    return this.opened
  }
}

/** Whether a database is on this phone; asking makes none. */
export async function databaseExists(name: string): Promise<boolean> {
  if (typeof indexedDB.databases === 'function')
    return (await indexedDB.databases()).some((one) => one.name === name)
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

/**
 * A write inside a transaction, which nobody need wait for: should it fail, the transaction's end says why.
 */
function told<T>(write: Promise<T>): Promise<T> {
  write.catch(() => undefined)
  return write
}

function all(writes: readonly Promise<unknown>[]): Promise<void> {
  return told(Promise.all(writes).then(() => undefined))
}

function partsOf(store: Store, row: unknown): readonly string[] {
  return [store.keyPath ?? []].flat().map((part) => String((row as Record<string, unknown>)[part]))
}
