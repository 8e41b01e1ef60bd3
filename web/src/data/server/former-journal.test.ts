/** The database of an account gets the account's id as its name, and loses nothing on the way. */
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { openDb, useDb, db, type IronDb, type Stored, type Tables } from '../store/db'
import { databaseExists } from '../store/idb'
import { setMeta } from '../store/meta'
import { takeBatch } from '../store/outbox'
import { remove, write, writeAll } from '../store/store'
import { moveFormerJournal } from './former-journal'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const workout = (title: string): Workout => ({ v: 1, start: '2026-11-22T18:05:00', title, entries: [] })
const STORES: readonly (keyof Tables)[] = ['documents', 'outbox', 'meta', 'snapshot']

/** What is of the database and not of the journal: whether it was moved, and its own log of changes. */
const OWN = new Set<string | undefined>(['moved', 'changes'])

async function rowsOf(base: IronDb): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const name of STORES)
    rows[name] = (await base[name].toArray()).filter((row) => !OWN.has((row as { key?: string }).key))
  return rows
}

let [run, from, to] = [0, '', '']
beforeEach(async () => {
  run++
  ;[from, to] = [`iron-anna-${run}`, `iron-01900000-0000-7000-8000-${run}`]
  useDb(from)
  await writeAll([1, 2, 3].map((n) => ({ kind: 'workout' as const, id: id(n), body: workout(`w${n}`) })))
  await remove('workout', id(3))
  await takeBatch(db, 1)
  await setMeta('seq', 7)
  await db.snapshot.put({ key: 'line', value: { a: 1 }, at: '2026-11-22' })
})
afterEach(() => { vi.restoreAllMocks() })

/** The app lets go of it, as at a start. */
function closed(): void {
  useDb('iron-guest')
}

describe('the journal of an earlier Iron', () => {
  test('has every document, unsent edit, tombstone and mark under its new name, and is gone under the old ' +
    'one', async () => {
    const before = await rowsOf(db)
    closed()
    await moveFormerJournal(from, to)
    const next = openDb(to, 'never')
    expect(await rowsOf(next)).toEqual(before)
    next.close()
    await vi.waitFor(async () => { expect(await databaseExists(from)).toBe(false) })
  })

  test('is not touched where there is none', async () => {
    closed()
    await moveFormerJournal('iron-nobody', to)
    expect([await databaseExists('iron-nobody'), await databaseExists(to)]).toEqual([false, false])
  })

  test('is still whole under its old name when the phone has no room for the move', async () => {
    const before = await rowsOf(db)
    closed()
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(moveFormerJournal(from, to)).rejects.toThrow('full')
    full.mockRestore()
    const former = openDb(from, 'never')
    expect(await rowsOf(former)).toEqual(before)
    former.close()
    await moveFormerJournal(from, to)
    const next = openDb(to, 'never')
    expect(await rowsOf(next)).toEqual(before)
    next.close()
  })

  test('is moved again from the start when the phone died after the copy', async () => {
    const before = await rowsOf(db)
    closed()
    const clear = IDBObjectStore.prototype.clear
    const died = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (
      this: IDBObjectStore,
    ) {
      if (this.transaction.db.name === from) throw new Error('killed')
      return clear.call(this)
    })
    await expect(moveFormerJournal(from, to)).rejects.toThrow('killed')
    died.mockRestore()
    await moveFormerJournal(from, to)
    const next = openDb(to, 'never')
    expect(await rowsOf(next)).toEqual(before)
    next.close()
  })

  test('brings along what a tab with the earlier Iron wrote under the old name afterwards', async () => {
    closed()
    await moveFormerJournal(from, to)
    await vi.waitFor(async () => { expect(await databaseExists(from)).toBe(false) })
    useDb(from)
    await write('workout', id(9), workout('late'))
    closed()
    await moveFormerJournal(from, to)
    const next = openDb(to, 'never')
    const late = (await next.documents.get(['workout', id(9)])) as Stored<Workout> | undefined
    expect(late?.body?.title).toBe('late')
    expect(
      (await next.outbox.toArray())
        .filter((entry) => entry.id === id(9))
        .map(({ base, state }) => [base, state]),
    ).toEqual([[0, 'sent']])
    expect(await next.outbox.count()).toBe(4)
    expect((await next.meta.get('seq'))?.value).toBe(7)
    next.close()
  })
})
