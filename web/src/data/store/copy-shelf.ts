/**
 * Where rolling copies of journals are: in the browser's private files (OPFS) where it has them, else in a
 * small database. A browser that clears its space clears these too.
 */

import { Database } from './idb'

export interface RollingCopy { day: string; bytes: number }

interface Row { journal: string; day: string; data: Uint8Array<ArrayBuffer> | Blob }
interface Place {
  put(day: string, data: Blob): Promise<void>
  get(day: string): Promise<Blob | undefined>
  days(): Promise<string[]>
  drop(day: string): Promise<void>
}

/** Forget the copies of a journal: it left this phone. */
export async function dropCopies(journal: string): Promise<void> {
  for (const day of await daysOf(journal)) await dropCopy(journal, day)
}

/** The journal has another name from now on, and so have its copies. */
export async function moveCopies(from: string, to: string): Promise<void> {
  for (const day of await daysOf(from)) {
    for (const place of await placesOf(from)) {
      const data = await place.get(day).catch(() => undefined)
      if (data && (await unpacked(data))) await putCopy(to, day, data)
    }
    await dropCopy(from, day)
  }
}

/** Write a copy and read it back. Throws when no place took it whole. */
export async function putCopy(journal: string, day: string, data: Blob): Promise<void> {
  let problem: unknown = new Error('There is no place for a copy.')
  for (const place of await placesOf(journal)) {
    try {
      await place.put(day, data)
      const copy = await place.get(day)
      if (copy?.size === data.size && (await unpacked(copy))) return
      problem = new Error('The copy could not be read back.')
    } catch (failure) {
      problem = failure
    }
    // An empty or half written file must not be taken for a copy.
    await place.drop(day).catch(() => undefined)
  }
  throw problem
}

/** Forget the copy of one day. */
export async function dropCopy(journal: string, day: string): Promise<void> {
  for (const place of await placesOf(journal)) await place.drop(day).catch(() => undefined)
}

async function daysOf(journal: string): Promise<string[]> {
  const days = new Set<string>()
  for (const place of await placesOf(journal)) for (const day of await place.days()) days.add(day)
  return [...days].sort().reverse()
}

/** The copies of a journal that can be read, newest first. */
export async function copiesOf(journal: string): Promise<RollingCopy[]> {
  const copies: RollingCopy[] = []
  for (const day of await daysOf(journal)) {
    const content = await contentOf(journal, day)
    if (content) copies.push({ day, bytes: content.byteLength })
  }
  return copies
}

/** The content of a day's copy, from the first place that has it whole. */
export async function contentOf(journal: string, day: string): Promise<ArrayBuffer | undefined> {
  for (const place of await placesOf(journal)) {
    const data = await place.get(day).catch(() => undefined)
    const content = data && (await unpacked(data))
    if (content) return content
  }
  return undefined
}

/** Where copies can be, the better place first. */
async function placesOf(journal: string): Promise<Place[]> {
  // plain HTTP, an older browser, or private browsing
  const folder = await folderOf(journal).catch(() => undefined)
  return folder ? [files(folder), rows(journal)] : [rows(journal)]
}

async function folderOf(journal: string): Promise<FileSystemDirectoryHandle | undefined> {
  const root = await navigator.storage.getDirectory()
  // Safari has the folder from 15.2, but a page can write into it from Safari 26 only.
  if (!('createWritable' in FileSystemFileHandle.prototype)) {
    // What an earlier Iron left there is empty files.
    await root.removeEntry('iron-copies', { recursive: true }).catch(() => undefined)
    return undefined
  }
  const all = await root.getDirectoryHandle('iron-copies', { create: true })
  return all.getDirectoryHandle(journal, { create: true })
}

function files(folder: FileSystemDirectoryHandle): Place {
  return {
    async put(day, data) {
      const writer = await (await folder.getFileHandle(day, { create: true })).createWritable()
      // Nothing of the file changes before close().
      await writer.write(data)
      await writer.close()
    },
    get: async (day) => (await folder.getFileHandle(day)).getFile(),
    async days() {
      const days: string[] = []
      for await (const [day, handle] of folder.entries())
        if (handle instanceof FileSystemFileHandle) days.push(day)
      return days
    },
    drop: (day) => folder.removeEntry(day),
  }
}

const copies = new Database('iron-copies', {
  copies: { key: ['journal', 'day'], indexes: { journal: { path: 'journal' } } },
})

function rows(journal: string): Place {
  const table = copies.table<Row, [string, string]>('copies')
  return {
    // Bytes and not a Blob: Safari refuses Blobs in a database in private browsing.
    put: async (day, data) => table.put({ journal, day, data: new Uint8Array(await data.arrayBuffer()) }),
    get: async (day) => {
      const data = (await table.get([journal, day]))?.data
      return data && new Blob([data])
    },
    days: async () => (await table.where('journal').equals(journal).primaryKeys()).map(([, day]) => day),
    drop: (day) => table.delete([journal, day]),
  }
}

/** The content, or undefined where it is empty or cut off (gzip carries a checksum of what it holds). */
async function unpacked(data: Blob): Promise<ArrayBuffer | undefined> {
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer())
  try {
    // The two bytes that every gzip file begins with (RFC 1952).
    const isPacked = first === 0x1f && second === 0x8b
    const content = isPacked
      ? await new Response(data.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
      : await data.arrayBuffer()
    return isWhole(content) ? content : undefined
  } catch {
    return undefined
  }
}

/** Begins and ends as a copy does. Reading it back checks every byte (copies/export.ts). */
function isWhole(content: ArrayBuffer): boolean {
  const text = (from: number, to?: number) => new TextDecoder().decode(content.slice(from, to)).trim()
  return text(0, 1) === '{' && text(-8).endsWith(']}')
}
