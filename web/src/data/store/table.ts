/**
 * One store of the phone's database as a table, and rows of its indexes. Each call is a step of a transaction
 * that `run` opens; `idb.ts` decides which one.
 */

import type { IDBPObjectStore } from 'idb'

/** Sorts before and after every other key (IndexedDB: numbers first, arrays last). */
export const FIRST = -Infinity
export const LAST: IDBValidKey = [[]]

/** `last`: what stands after the mark in the group's last key. */
export interface Group { name: string; count: number; last: string }

interface Asked { index?: string; range?: IDBKeyRange; backwards?: boolean; offset?: number; limit?: number }
export type Store = IDBPObjectStore<unknown, string[], string, 'readwrite'>
/**
 * Newer than idb's types: `getAll` of a browser with `getAllRecords` (Chromium 141) counts from the end too.
 */
interface Paged<T> { getAll(...page: unknown[]): Promise<T[]>; getAllKeys(...page: unknown[]): Promise<T[]> }
export type Run = <T>(mode: IDBTransactionMode, work: (store: Store) => Promise<T>) => Promise<T>

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

/** Rows of a store or of one of its indexes, in order. */
export class Rows<T, K> {
  constructor(
    private readonly run: Run, private readonly pause: () => Promise<void>,
    private readonly asked: Asked = {},
  ) {}

  reverse(): Rows<T, K> {
    return new Rows(this.run, this.pause, { ...this.asked, backwards: !this.asked.backwards })
  }
  offset(offset: number): Rows<T, K> { return new Rows(this.run, this.pause, { ...this.asked, offset }) }
  limit(limit: number): Rows<T, K> { return new Rows(this.run, this.pause, { ...this.asked, limit }) }

  /** All rows by one request: for groups of a few. */
  atOnce(): Promise<T[]> {
    return this.run('readonly', (store) =>
      (this.source(store) as unknown as Paged<T>).getAll(...page(this.asked.range, undefined, false)),
    )
  }

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
      if (from > 0) await this.pause()
      const some = keys.slice(from, from + AT_A_TIME) as unknown as IDBValidKey[] // primary keys are
      const read = await this.run('readonly', (store) => Promise.all(some.map((key) => store.get(key))))
      // as the store's type says; undefined was deleted meanwhile
      for (const row of read) if (row !== undefined) rows.push(row as T)
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
  /** `pause` runs between pages of rows: inside a transaction there is none, it would end. */
  constructor(
    private readonly run: Run, private readonly note: (key: readonly string[]) => void,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
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
      return explained(store.put(row))
    })))
  }
  delete(key: K): Promise<void> { return this.bulkDelete([key]) }
  bulkDelete(keys: readonly K[]): Promise<void> {
    return this.run('readwrite', (store) => all(keys.map((key) => {
      this.note([key].flat().map(String))
      return explained(store.delete(key))
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

  private rows(asked: Asked = {}): Rows<T, K> { return new Rows(this.run, this.pause, asked) }
}

/**
 * A write inside a transaction, which nobody need wait for: should it fail, the transaction's end says why.
 */
function explained<T>(write: Promise<T>): Promise<T> {
  write.catch(() => undefined)
  return write
}

function all(writes: readonly Promise<unknown>[]): Promise<void> {
  return explained(Promise.all(writes).then(() => undefined))
}

function partsOf(store: Store, row: unknown): readonly string[] {
  return [store.keyPath ?? []].flat().map((part) => String((row as Record<string, unknown>)[part]))
}
