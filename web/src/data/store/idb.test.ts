import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { db, openDb, useDb } from './db'
import { Database, deleteDatabase, GoneError, onChange, type Changed } from './idb'
import { setMeta } from './meta'
import { leavePage, returnToPage } from './page'
import { onSlow, SLOW_MS, StuckError, STUCK_MS } from './patience'
import { all, edit, read, workouts, write } from './store'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const workout = (start: string): Workout => ({ v: 1, start, entries: [] })

let run = 0
beforeEach(() => useDb(`iron-idb-${++run}`))
afterEach(() => { vi.restoreAllMocks() })

/** The durability that each read-write transaction of `work` asked for. */
async function durabilities(work: () => Promise<void>): Promise<unknown[]> {
  const seen = vi.spyOn(IDBDatabase.prototype, 'transaction')
  seen.mockClear() // the spy of an earlier call in the same test
  await work()
  return seen.mock.calls
    .filter(([, mode]) => mode === 'readwrite')
    .map(([, , options]) => options?.durability)
}

test('a set is written with strict durability, in one transaction', async () => {
  await write('workout', id(1), workout('2026-11-22T18:00:00'))
  expect(await durabilities(() => edit('workout', id(1), (body) => ({ ...body, note: 'x' })))).toEqual([
    'strict',
  ])
})

test('the end of a rest does not wait for the disk', async () => {
  expect(await durabilities(() => setMeta('rest', { end: 1, total_s: 1 }))).toEqual(['relaxed'])
  expect(await durabilities(() => setMeta('seq', 1))).toEqual(['strict'])
})

test('a transaction whose work fails keeps nothing, and its error is the one that comes out', async () => {
  await expect(db.transaction(['documents', 'meta'], async (on) => {
    await on.meta.put({ key: 'a', value: 1 })
    await on.documents.put({ kind: 'workout', id: id(1), rev: 0, seq: 0, body: null })
    throw new Error('changed my mind')
  })).rejects.toThrow('changed my mind')
  expect([await db.meta.count(), await db.documents.count()]).toEqual([0, 0])
})

test('a row that cannot be stored takes its whole transaction back', async () => {
  const row = { key: 'b', value: () => 'functions are no data' }
  await expect(db.meta.bulkPut([{ key: 'a', value: 1 }, row])).rejects.toThrow()
  expect(await db.meta.count()).toBe(0)
})

test('listeners hear what was written, once it can be read', async () => {
  const heard: [readonly Changed[], number][] = []
  let reading = Promise.resolve()
  const forget = onChange((changes) => {
    reading = db.documents.count().then((count) => { heard.push([changes, count]) })
  })
  await write('workout', id(1), workout('2026-11-22T18:00:00'))
  await reading
  forget()
  await write('workout', id(2), workout('2026-11-22T18:00:00'))
  expect(heard).toEqual([
    [
      [
        { store: 'documents', key: ['workout', id(1)] }, { store: 'outbox', key: [expect.any(String)] },
        { store: 'meta', key: ['changes'] },
      ],
      1,
    ],
  ])
})

test('rows come in the order of their index, from both ends, in pages', async () => {
  for (const n of [2, 1, 3]) await write('workout', id(n), workout(`2026-11-2${n}T18:00:00`))
  const starts = async (page: Promise<{ body: Workout }[]>) =>
    (await page).map((doc) => doc.body.start.slice(8, 10))
  expect(await starts(workouts())).toEqual(['23', '22', '21'])
  expect(await starts(workouts({ limit: 2 }))).toEqual(['23', '22'])
  expect(await starts(workouts({ before: '2026-11-22T18:00:00' }))).toEqual(['21'])
  expect(await starts(all('workout'))).toEqual(['21', '22', '23'])
  const byStart = () => db.documents.orderBy('[kind+start]')
  expect((await byStart().offset(1).toArray()).map((row) => row.id)).toEqual([id(2), id(3)])
  expect((await byStart().reverse().offset(1).limit(1).toArray()).map((row) => row.id)).toEqual([id(2)])
  expect(await byStart().reverse().limit(2).primaryKeys()).toEqual([['workout', id(3)], ['workout', id(2)]])
})

test('more rows than are read in one go come all, in order', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({
    kind: 'workout' as const, id: id(n), rev: 0, seq: 0, body: workout(''), start: String(2000 - n),
  }))
  await db.transaction(['documents'], (on) => on.documents.bulkPut(rows))
  expect((await db.documents.toArray()).map((row) => row.id)).toEqual(rows.map((row) => row.id))
  expect((await db.documents.orderBy('[kind+start]').toArray()).map((row) => row.id)).toEqual(
    rows.map((row) => row.id).reverse(),
  )
  expect((await db.transaction(['documents'], (on) => on.documents.toArray())).length).toBe(100)
})

test('keys of an index are counted by what stands before the mark', async () => {
  const lifted = (exercise: string, start: string): Workout => ({
    v: 1, start, entries: [{ id: exercise, order: 'a', exercise, sets: [{ id: 's', order: 'a0', reps: 8 }] }],
  })
  await write('workout', id(1), lifted('press', '2026-11-21T18:00:00'))
  await write('workout', id(2), lifted('press', '2026-11-22T18:00:00'))
  await write('workout', id(3), lifted('press-45', '2026-11-20T18:00:00'))
  expect(await db.documents.orderBy('lifted').groups('|')).toEqual([
    { name: 'press-45', count: 1, last: '2026-11-20T18:00:00' },
    { name: 'press', count: 2, last: '2026-11-22T18:00:00' },
  ])
})

test('a connection that the browser closed is opened again', async () => {
  await write('workout', id(1), workout('2026-11-22T18:00:00'))
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw new DOMException('closing', 'InvalidStateError')
  })
  expect(await read('workout', id(1))).toBeDefined()
})

test('a database can be deleted while it is open, and used again', async () => {
  const [here, there] = [openDb('iron-gone'), openDb('iron-gone')]
  await here.meta.put({ key: 'a', value: 1 })
  await there.meta.count()
  await deleteDatabase('iron-gone')
  expect(await here.meta.count()).toBe(0)
})

test('the database of a newer Iron can still be read', async () => {
  await new Promise<void>((resolve) => {
    const asked = indexedDB.open('iron-newer', 20)
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore('meta', { keyPath: 'key' }).put({ key: 'a', value: 1 })
    asked.onsuccess = () => { asked.result.close(); resolve() }
  })
  expect(await new Database('iron-newer', { meta: { key: 'key' } }).table('meta').count()).toBe(1)
})

describe('a database that is made at sign-in only', () => {
  test('is not made by reading it', async () => {
    const never = new Database('iron-never', { meta: { key: 'key' } }, 'never')
    await expect(never.table('meta').count()).rejects.toThrow(GoneError)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('iron-never')
  })

  test('stays deleted when another tab deletes it', async () => {
    const once = new Database('iron-once', { meta: { key: 'key' } }, 'once')
    await once.table('meta').put({ key: 'a', value: 1 })
    await deleteDatabase('iron-once')
    await expect(once.table('meta').put({ key: 'b', value: 2 })).rejects.toThrow(GoneError)
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('iron-once')
  })
})

describe('a page that is left', () => {
  afterEach(returnToPage)

  test('undoes the transaction that is open, so that the next page can write', async () => {
    const begun = signal()
    let tries = 0
    const write = db.transaction(['meta'], async (on) => {
      tries++
      await on.meta.get('a')
      begun.give()
      // Open for as long as the test wants: each request keeps it so.
      if (tries === 1) for (;;) await on.meta.get('a')
      await on.meta.put({ key: 'a', value: tries })
    })
    await begun.given
    leavePage()
    const next = await connection(db.name)
    await new Promise((resolve) => {
      const transaction = next.transaction('meta', 'readwrite')
      transaction.objectStore('meta').put({ key: 'b', value: 'the next page writes' })
      transaction.oncomplete = resolve
    })
    next.close()
    returnToPage()
    await write
    expect(await db.meta.get('a')).toEqual({ key: 'a', value: 2 })
  })

  test('begins nothing until it is shown again', async () => {
    leavePage()
    const write = setMeta('device', 'phone')
    const other = openDb(db.name)
    returnToPage()
    await write
    expect((await other.meta.get('device'))?.value).toBe('phone')
    other.close()
  })

  test('keeps a write whose requests are all made: it is committed at once', async () => {
    await db.meta.count()
    const begun = signal()
    const begin = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      // In the microtask after the requests were made.
      queueMicrotask(() => queueMicrotask(() => { begun.give() }))
      return begin.apply(this, args)
    })
    const write = db.meta.bulkPut([{ key: 'a', value: 1 }, { key: 'b', value: 2 }])
    await begun.given
    leavePage()
    await write
    returnToPage()
    expect(await db.meta.count()).toBe(2)
  })
})

describe('a database that another page holds', () => {
  test('is reported after five seconds, is an error after thirty, and works again when it is ' +
    'free', async () => {
    await db.meta.put({ key: 'a', value: 1 })
    const heard: boolean[] = []
    const forget = onSlow((isSlow) => { heard.push(isSlow) })
    const holder = await connection(db.name)
    const held = holder.transaction('meta', 'readwrite')
    let hold = true
    const keep = () => { if (hold) held.objectStore('meta').get('a').onsuccess = keep }
    keep()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const write = db
      .transaction(['meta'], async (on) => {
        await on.meta.get('b')
        await on.meta.put({ key: 'b', value: 2 })
      })
      .then(
        () => 'stored', (problem: unknown) => problem,
      )
    await turns()
    vi.advanceTimersByTime(SLOW_MS)
    expect(heard).toEqual([true])
    vi.advanceTimersByTime(STUCK_MS - SLOW_MS)
    vi.useRealTimers()
    expect(await write).toBeInstanceOf(StuckError)
    expect(heard).toEqual([true, false])
    hold = false
    await db.meta.put({ key: 'c', value: 3 })
    expect((await db.meta.toArray()).map(({ key }) => key)).toEqual(['a', 'c'])
    holder.close()
    forget()
  })
})

/** As another page opens it. */
function connection(name: string): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
}

function signal(): { given: Promise<void>; give: () => void } {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => { give = resolve })
  return { given, give }
}

const realTimeout = setTimeout

/** Let everything go on that needs no timer. */
async function turns(): Promise<void> {
  for (let n = 0; n < 50; n++) await new Promise((resolve) => { realTimeout(resolve) })
}
