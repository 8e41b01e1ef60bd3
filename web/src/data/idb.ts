/**
 * The phone's stores, on `idb` (IndexedDB as promises): tables, rows of an index, one transaction over several stores, and who
 * hears of a write.
 *
 * A write resolves when it is on the disk (strict durability unless said otherwise) and then tells every live query, in
 * this tab and in the others. Inside `transaction` await nothing but its own reads: the browser ends a transaction that
 * has nothing to do.
 */

import { deleteDB, openDB, type IDBPCursorWithValue, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb'

/** Sorts before and after every other key (IndexedDB: numbers first, arrays last). */
export const FIRST = -Infinity
export const LAST: IDBValidKey = [[]]

export type Durability = 'strict' | 'relaxed'
/** What was written: the store and the key's parts. Key `*`: anything in that store. */
export interface Changed { store: string; key: readonly string[] }
export interface StoreShape { key: string | string[]; indexes?: Readonly<Record<string, { path: string | string[]; multi?: boolean }>> }

interface Asked { index?: string; range?: IDBKeyRange; backwards?: boolean; offset?: number; limit?: number }
type Store = IDBPObjectStore<unknown, string[], string, 'readwrite'>
type Transaction = IDBPTransaction<unknown, string[], 'readwrite'>
type Cursor = IDBPCursorWithValue<unknown, string[], string>
type Run = <T>(mode: IDBTransactionMode, work: (store: Store) => Promise<T>) => Promise<T>

/** The first version that Iron's databases had; the number is what they carry on phones. */
const VERSION = 10

const listeners = new Set<(changes: readonly Changed[]) => void>()
const channel = typeof document !== 'undefined' && 'BroadcastChannel' in globalThis ? new BroadcastChannel('iron-writes') : null
channel?.addEventListener('message', (event: MessageEvent<readonly Changed[]>) => { for (const tell of listeners) tell(event.data) })

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

/** Rows of a store or of one of its indexes, in order. */
export class Rows<T, K> {
  constructor(private readonly run: Run, private readonly asked: Asked = {}) {}

  reverse(): Rows<T, K> { return new Rows(this.run, { ...this.asked, backwards: !this.asked.backwards }) }
  offset(offset: number): Rows<T, K> { return new Rows(this.run, { ...this.asked, offset }) }
  limit(limit: number): Rows<T, K> { return new Rows(this.run, { ...this.asked, limit }) }

  async toArray(): Promise<T[]> {
    const { range, backwards = false, offset = 0, limit } = this.asked
    // One answer for all rows where the browser has it: a cursor is a message for each, and writes wait until it is through.
    if (backwards && limit !== undefined && 'getAllRecords' in IDBObjectStore.prototype) {
      const page = { query: range ?? null, count: offset + limit, direction: 'prev' }
      // Newer than idb's types: a browser with getAllRecords takes such options in getAll too (Chromium 141).
      const rows = await this.run('readonly', (store) => (this.source(store) as unknown as { getAll(page: object): Promise<T[]> }).getAll(page))
      return rows.slice(offset)
    }
    if (offset > 0 || (backwards && limit !== undefined)) return this.walk((cursor) => cursor.value as T) // as the store's type says
    const rows = (await this.run('readonly', (store) => this.source(store).getAll(range, limit))) as T[] // as above
    return backwards ? rows.reverse() : rows
  }

  /** The keys of the rows in the index (or the primary ones), one for each row. */
  keys(): Promise<IDBValidKey[]> { return this.walk((cursor) => cursor.key, true) }

  async primaryKeys(): Promise<K[]> {
    return (await this.run('readonly', (store) => this.source(store).getAllKeys(this.asked.range))) as K[] // as the store's type says
  }

  count(): Promise<number> { return this.run('readonly', (store) => this.source(store).count(this.asked.range)) }

  private source(store: Store) {
    return this.asked.index === undefined || !store.indexNames.contains(this.asked.index) ? store : store.index(this.asked.index)
  }

  private walk<R>(take: (cursor: Cursor) => R, bare = false): Promise<R[]> {
    const { range, backwards, offset = 0, limit = Infinity } = this.asked
    return this.run('readonly', async (store) => {
      const [source, way] = [this.source(store), backwards ? 'prev' as const : 'next' as const]
      const found: R[] = []
      let cursor = (await (bare ? source.openKeyCursor(range, way) : source.openCursor(range, way))) as Cursor | null // `bare` takes keys only
      if (offset > 0) cursor = (await cursor?.advance(offset)) ?? null
      while (cursor) {
        found.push(take(cursor))
        cursor = found.length < limit ? await cursor.continue() : null
      }
      return found
    })
  }
}

/** One store. Outside a transaction each call is a transaction of its own. */
export class Table<T, K extends IDBValidKey> {
  constructor(private readonly run: Run, private readonly note: (key: readonly string[]) => void) {}

  get(key: K): Promise<T | undefined> { return this.run('readonly', (store) => store.get(key)) as Promise<T | undefined> }
  bulkGet(keys: readonly K[]): Promise<(T | undefined)[]> {
    return this.run('readonly', (store) => Promise.all(keys.map((key) => store.get(key)))) as Promise<(T | undefined)[]>
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
  where(index: string): { equals: (key: IDBValidKey) => Rows<T, K>; between: (from: IDBValidKey, to: IDBValidKey, withFrom?: boolean, withTo?: boolean) => Rows<T, K>; startsWith: (text: string) => Rows<T, K> } {
    return {
      equals: (key) => this.rows({ index, range: IDBKeyRange.only(key) }),
      between: (from, to, withFrom = true, withTo = false) => this.rows({ index, range: IDBKeyRange.bound(from, to, !withFrom, !withTo) }),
      startsWith: (text) => this.rows({ index, range: IDBKeyRange.bound(text, `${text}\uffff`, false, true) }),
    }
  }

  private rows(asked: Asked = {}): Rows<T, K> { return new Rows(this.run, asked) }
}

/** A database, opened when it is first needed, and again should the browser close it. */
export class Database<Shapes extends Record<string, StoreShape>> {
  private opened: Promise<IDBPDatabase> | null = null

  constructor(readonly name: string, private readonly shapes: Shapes) {}

  /** A store whose calls are transactions of their own. */
  table<T, K extends IDBValidKey>(name: string & keyof Shapes, durability: Durability = 'strict'): Table<T, K> {
    const changes: Changed[] = []
    return new Table<T, K>(
      async (mode, work) => {
        const answered = await this.within([name], mode, durability, (transaction) => work(transaction.objectStore(name)))
        if (mode === 'readwrite') announce(changes.splice(0))
        return answered
      },
      (key) => changes.push({ store: name, key }),
    )
  }

  /**
   * Run `work` in one read-write transaction over some stores. Resolves when it is on the disk; whatever goes wrong,
   * nothing of it is kept.
   */
  async transaction<T>(names: readonly (string & keyof Shapes)[], work: (table: <R, K extends IDBValidKey>(name: string & keyof Shapes) => Table<R, K>) => Promise<T>): Promise<T> {
    const changes: Changed[] = []
    const result = await this.within(names, 'readwrite', 'strict', (transaction) => work((name) =>
      new Table((_mode, step) => step(transaction.objectStore(name)), (key) => changes.push({ store: name, key })),
    ))
    announce(changes)
    return result
  }

  close(): void {
    const [opened, forget] = [this.opened, () => undefined]
    this.opened = null
    opened?.then((database) => database.close(), forget)
  }

  private async within<T>(names: readonly string[], mode: IDBTransactionMode, durability: Durability, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = await this.begin(names, mode, durability)
    transaction.done.catch(() => undefined) // awaited below where it matters
    try {
      const result = await work(transaction)
      if (mode === 'readonly') return result
      // Nothing more comes: do not wait for the browser to notice.
      transaction.commit()
      await transaction.done
      return result
    } catch (problem) {
      if (mode !== 'readonly' && transaction.error === null) abort(transaction)
      throw transaction.error ?? problem
    }
  }

  private async begin(names: readonly string[], mode: IDBTransactionMode, durability: Durability): Promise<Transaction> {
    // `readwrite` is the wider type; a reading transaction refuses writes by itself.
    const start = (database: IDBPDatabase) => database.transaction([...names], mode, { durability }) as Transaction
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
      this.opened = opening(this.name, this.shapes, { terminated: forget, blocking: letGo })
      this.opened.catch(forget)
    }
    return this.opened
  }
}

export function deleteDatabase(name: string): Promise<void> {
  return deleteDB(name)
}

async function opening(name: string, shapes: Record<string, StoreShape>, ends: { terminated: () => void; blocking: () => void }): Promise<IDBPDatabase> {
  const upgrade = (database: IDBPDatabase) => {
    for (const [store, shape] of Object.entries(shapes)) {
      if (database.objectStoreNames.contains(store)) continue
      const made = database.createObjectStore(store, { keyPath: shape.key })
      for (const [index, { path, multi = false }] of Object.entries(shape.indexes ?? {})) made.createIndex(index, path, { multiEntry: multi })
    }
  }
  try {
    return await openDB(name, VERSION, { upgrade, ...ends })
  } catch (problem) {
    if (!(problem instanceof DOMException) || problem.name !== 'VersionError') throw problem
    // A newer Iron was here: its stores hold ours.
    return openDB(name, undefined, { upgrade, ...ends })
  }
}

function abort(transaction: Transaction): void {
  try {
    transaction.abort()
  } catch {
    // It had ended by itself.
  }
}

/** A write inside a transaction, which nobody need wait for: should it fail, the transaction's end says why. */
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
