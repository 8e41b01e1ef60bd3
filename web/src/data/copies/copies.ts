/**
 * A rolling copy on the phone, one a day for the last three days of training: for a wrong import or a wrong deletion.
 * In the browser's private files (OPFS) where it has them, else in a small database. A browser that clears its space
 * clears these too: a saved file or the server is the safe copy.
 */

import { db } from '../store/db'
import { everything } from './export'
import { Database } from '../store/idb'
import { wallTime } from '../store/ids'

export interface RollingCopy { day: string; bytes: number }

const DAYS = 3

interface Row { journal: string; day: string; data: Blob }
interface Shelf {
  put(day: string, data: Blob): Promise<void>
  get(day: string): Promise<Blob | undefined>
  days(): Promise<RollingCopy[]>
  drop(day: string): Promise<void>
}

/** Write today's copy of the open journal and let the oldest go. */
export async function writeCopy(): Promise<void> {
  const journal = db.name
  const data = await packed(await everything())
  // Signed out or in meanwhile: the copy is of the other journal.
  if (journal !== db.name) return
  const shelf = await shelfOf(journal)
  await shelf.put(wallTime().slice(0, 10), data)
  for (const old of (await shelf.days()).slice(DAYS)) await shelf.drop(old.day)
}

/** The copies of the open journal, newest first. */
export async function rollingCopies(): Promise<RollingCopy[]> {
  return (await shelfOf(db.name)).days()
}

export async function readRolling(day: string): Promise<ArrayBuffer> {
  const data = await (await shelfOf(db.name)).get(day)
  if (!data) return new ArrayBuffer(0)
  return unpacked(data)
}

/** Forget the copies of a journal: it left this phone. */
export async function dropCopies(journal: string): Promise<void> {
  const shelf = await shelfOf(journal)
  for (const copy of await shelf.days()) await shelf.drop(copy.day)
}

async function shelfOf(journal: string): Promise<Shelf> {
  try {
    const root = await navigator.storage.getDirectory()
    const all = await root.getDirectoryHandle('iron-copies', { create: true })
    return files(await all.getDirectoryHandle(journal, { create: true }))
  } catch {
    // No OPFS: plain HTTP, an older browser, or private browsing.
    return rows(journal)
  }
}

function files(folder: FileSystemDirectoryHandle): Shelf {
  return {
    async put(day, data) {
      const writer = await (await folder.getFileHandle(day, { create: true })).createWritable()
      // Nothing of the file changes before close().
      await writer.write(data)
      await writer.close()
    },
    get: async (day) => (await folder.getFileHandle(day)).getFile(),
    async days() {
      const found: RollingCopy[] = []
      for await (const [day, handle] of folder.entries()) {
        if (handle instanceof FileSystemFileHandle) found.push({ day, bytes: (await handle.getFile()).size })
      }
      return newestFirst(found)
    },
    drop: (day) => folder.removeEntry(day),
  }
}

const copies = new Database('iron-copies', { copies: { key: ['journal', 'day'], indexes: { journal: { path: 'journal' } } } })

function rows(journal: string): Shelf {
  const table = copies.table<Row, [string, string]>('copies')
  return {
    put: (day, data) => table.put({ journal, day, data }),
    get: async (day) => (await table.get([journal, day]))?.data,
    days: async () => newestFirst((await table.where('journal').equals(journal).toArray()).map(({ day, data }) => ({ day, bytes: data.size }))),
    drop: (day) => table.delete([journal, day]),
  }
}

function newestFirst(copies: RollingCopy[]): RollingCopy[] {
  return copies.sort((a, b) => (a.day < b.day ? 1 : -1))
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const plain = new Blob([bytes])
  if (!('CompressionStream' in globalThis)) return plain
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

async function unpacked(data: Blob): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer())
  // The two bytes that every gzip file begins with (RFC 1952).
  if (first !== 0x1f || second !== 0x8b) return data.arrayBuffer()
  return new Response(data.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
}
