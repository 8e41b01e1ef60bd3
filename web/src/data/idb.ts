/**
 * IndexedDB as promises: only what Iron uses of it, so that the log's first load carries no library for it.
 *
 * A write resolves when it is on the disk (strict durability unless said otherwise) and then tells every live query, in
 * this tab and in the others. Inside `transaction` await nothing but its own reads: the browser ends a transaction that
 * has nothing to do.
 */

/** Sorts before and after every other key (IndexedDB: numbers first, arrays last). */
export const FIRST = -Infinity
export const LAST: IDBValidKey = [[]]

export type Durability = 'strict' | 'relaxed'
/** What was written: the store and the key's parts. Key `*`: anything in that store. */
export interface Changed { store: string; key: readonly string[] }
export interface StoreShape { key: string | string[]; indexes?: Readonly<Record<string, { path: string | string[]; multi?: boolean }>> }

interface Asked { index?: string; range?: IDBKeyRange; backwards?: boolean; offset?: number; limit?: number }
type Run = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>) => Promise<T>

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

  toArray(): Promise<T[]> {
    const { backwards = false, offset = 0, limit } = this.asked
    if (offset === 0 && (!backwards || limit === undefined)) {
      // One answer for all rows; a cursor is a message for each.
      const rows = this.run('readonly', (store) => answer(this.source(store).getAll(this.asked.range, limit) as IDBRequest<T[]>))
      return backwards ? rows.then((found) => found.reverse()) : rows
    }
    return this.walk('openCursor', (cursor) => (cursor as IDBCursorWithValue).value as T)
  }

  /** The keys of the rows in the index (or the primary ones), one for each row. */
  keys(): Promise<IDBValidKey[]> { return this.walk('openKeyCursor', (cursor) => cursor.key) }

  async primaryKeys(): Promise<K[]> {
    return (await this.run('readonly', (store) => answer(this.source(store).getAllKeys(this.asked.range)))) as K[] // as the store's type says
  }

  count(): Promise<number> { return this.run('readonly', (store) => answer(this.source(store).count(this.asked.range))) }

  private source(store: IDBObjectStore): IDBObjectStore | IDBIndex {
    return this.asked.index === undefined || !store.indexNames.contains(this.asked.index) ? store : store.index(this.asked.index)
  }

  private walk<R>(how: 'openCursor' | 'openKeyCursor', take: (cursor: IDBCursor) => R): Promise<R[]> {
    const { range, backwards, offset = 0, limit = Infinity } = this.asked
    return this.run('readonly', (store) => new Promise((resolve, reject) => {
      const found: R[] = []
      let skip = offset
      const request = this.source(store)[how](range, backwards ? 'prev' : 'next')
      request.onerror = () => reject(request.error ?? unreadable())
      request.onsuccess = () => {
        const cursor = request.result
        if (!cursor || found.length >= limit) return resolve(found)
        if (skip > 0) {
          cursor.advance(skip)
          skip = 0
          return
        }
        found.push(take(cursor))
        if (found.length >= limit) resolve(found)
        else cursor.continue()
      }
    }))
  }
}

/** One store. Outside a transaction each call is a transaction of its own. */
export class Table<T, K extends IDBValidKey> {
  constructor(private readonly run: Run, private readonly note: (key: readonly string[]) => void) {}

  get(key: K): Promise<T | undefined> { return this.run('readonly', (store) => answer(store.get(key) as IDBRequest<T | undefined>)) }
  bulkGet(keys: readonly K[]): Promise<(T | undefined)[]> {
    return this.run('readonly', (store) => Promise.all(keys.map((key) => answer(store.get(key) as IDBRequest<T | undefined>))))
  }
  put(row: T): Promise<void> { return this.bulkPut([row]) }
  bulkPut(rows: readonly T[]): Promise<void> {
    return this.run('readwrite', (store) => all(rows.map((row) => {
      const request = store.put(row)
      this.note(partsOf(store, row))
      return request
    })))
  }
  delete(key: K): Promise<void> { return this.bulkDelete([key]) }
  bulkDelete(keys: readonly K[]): Promise<void> {
    return this.run('readwrite', (store) => all(keys.map((key) => {
      this.note([key].flat().map(String))
      return store.delete(key)
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
  private opened: Promise<IDBDatabase> | null = null

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

  private async within<T>(names: readonly string[], mode: IDBTransactionMode, durability: Durability, work: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const transaction = await this.begin(names, mode, durability)
    const done = mode === 'readonly' ? null : ended(transaction)
    try {
      const result = await work(transaction)
      if (!done) return result
      // Nothing more comes: do not wait for the browser to notice.
      transaction.commit()
      await done
      return result
    } catch (problem) {
      done?.catch(() => undefined) // the reason is `problem`
      if (done && transaction.error === null) abort(transaction)
      throw transaction.error ?? problem
    }
  }

  private async begin(names: readonly string[], mode: IDBTransactionMode, durability: Durability): Promise<IDBTransaction> {
    try {
      return (await this.open()).transaction([...names], mode, { durability })
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== 'InvalidStateError') throw problem
      // The browser closed the connection (a phone that slept): a new one.
      this.opened = null
      return (await this.open()).transaction([...names], mode, { durability })
    }
  }

  private open(): Promise<IDBDatabase> {
    this.opened ??= opening(this.name, this.shapes).then((database) => {
      const forget = () => { this.opened = null }
      database.onclose = forget
      // Another tab deletes or upgrades it: let go, and open again when there is something to do.
      database.onversionchange = () => { forget(); database.close() }
      return database
    })
    this.opened.catch(() => { this.opened = null })
    return this.opened
  }
}

export function deleteDatabase(name: string): Promise<void> {
  return answer(indexedDB.deleteDatabase(name)).then(() => undefined)
}

async function opening(name: string, shapes: Record<string, StoreShape>): Promise<IDBDatabase> {
  try {
    return await opened(indexedDB.open(name, VERSION), shapes)
  } catch (problem) {
    if (!(problem instanceof DOMException) || problem.name !== 'VersionError') throw problem
    // A newer Iron was here: its stores hold ours.
    return opened(indexedDB.open(name), shapes)
  }
}

function opened(request: IDBOpenDBRequest, shapes: Record<string, StoreShape>): Promise<IDBDatabase> {
  request.onupgradeneeded = () => {
    for (const [name, shape] of Object.entries(shapes)) {
      if (request.result.objectStoreNames.contains(name)) continue
      const store = request.result.createObjectStore(name, { keyPath: shape.key })
      for (const [index, { path, multi = false }] of Object.entries(shape.indexes ?? {})) store.createIndex(index, path, { multiEntry: multi })
    }
  }
  return answer(request)
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser took the write back.'))
  })
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It had ended by itself.
  }
}

/** Writes of a running transaction: its end tells whether they are kept. */
function all(requests: readonly IDBRequest[]): Promise<void> {
  const last = requests.at(-1)
  const done = last ? answer(last).then(() => undefined) : Promise.resolve()
  done.catch(() => undefined) // nobody need wait for a write inside a transaction; its abort says why
  return done
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? unreadable())
  })
}

function partsOf(store: IDBObjectStore, row: unknown): readonly string[] {
  return [store.keyPath ?? []].flat().map((part) => String((row as Record<string, unknown>)[part]))
}

function unreadable(): Error {
  return new Error('The browser could not read its database.')
}
