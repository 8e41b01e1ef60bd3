/**
 * Rolling copies in the browsers that there are: with private files, with files that cannot be written,
 * without.
 */
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Workout } from '../../core/values/documents'
import { db, useDb } from '../store/db'
import { write } from '../store/store'
import { moveCopies } from '../store/copy-shelf'
import { readRolling, rollingCopies, writeCopy } from './copies'
import { readCopy } from './export'

const ID = '01900000-0000-7000-8000-000000000001'
const DAY = '2026-11-27'
const workout: Workout = { v: 1, start: '2026-11-22T18:05:00', title: 'A', entries: [] }

type How = 'whole' | 'empty'

/** OPFS as far as the copies use it. `how`: what a closed writer leaves in the file. */
class File {
  data = new Blob([])
  async getFile() { return this.data }
}
class WritableFile extends File {
  constructor(private readonly how: How) { super() }
  async createWritable() {
    let written = new Blob([])
    return {
      write: async (data: Blob) => {
        written = data
      },
      close: async () => {
        if (this.how === 'whole') this.data = written
      },
    }
  }
}
class Folder {
  readonly files = new Map<string, File>()
  readonly folders = new Map<string, Folder>()
  constructor(private readonly make: () => File) {}
  async getDirectoryHandle(name: string) {
    const folder = this.folders.get(name) ?? new Folder(this.make)
    this.folders.set(name, folder)
    return folder
  }
  async getFileHandle(name: string, { create = false } = {}) {
    const file = this.files.get(name)
    if (!file && !create) throw new DOMException('no such file', 'NotFoundError')
    const made = file ?? this.make()
    this.files.set(name, made)
    return made
  }
  async removeEntry(name: string) {
    if (!this.files.delete(name) && !this.folders.delete(name))
      throw new DOMException('no such file', 'NotFoundError')
  }
  async * entries() { yield* this.files }
}

function browser(how: How | 'no createWritable'): Folder {
  const root = new Folder(() => (how === 'no createWritable' ? new File() : new WritableFile(how)))
  vi.stubGlobal('FileSystemFileHandle', how === 'no createWritable' ? File : WritableFile)
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } })
  return root
}

let run = 0
beforeEach(async () => {
  useDb(`iron-rolling-${++run}`)
  await write('workout', ID, workout)
})
afterEach(() => { vi.unstubAllGlobals() })

async function workoutsInTheCopy(): Promise<number> {
  const [copy] = await rollingCopies()
  return (await readCopy(await readRolling(copy?.day ?? ''))).archive.documents.length
}

test('a browser with private files keeps the copy there', async () => {
  const root = browser('whole')
  await writeCopy()
  expect(root.folders.get('iron-copies')?.folders.get(db.name)?.files.size).toBe(1)
  expect(await workoutsInTheCopy()).toBe(1)
})

test('where a page cannot write private files (iOS 16 to 18) the copy is in the database, and the empty ' +
  'files of an earlier Iron are removed', async () => {
  const root = browser('no createWritable')
  await (
    await (await root.getDirectoryHandle('iron-copies')).getDirectoryHandle(db.name)
  ).getFileHandle(DAY, { create: true })
  expect(await rollingCopies()).toEqual([])
  expect(root.folders.size).toBe(0)
  await writeCopy()
  expect(await workoutsInTheCopy()).toBe(1)
})

test('a file that was written and is empty is no copy: the database gets it', async () => {
  const root = browser('empty')
  await writeCopy()
  expect(root.folders.get('iron-copies')?.folders.get(db.name)?.files.size).toBe(0)
  expect(await workoutsInTheCopy()).toBe(1)
})

test('empty and cut off copies are not said to be there', async () => {
  const root = browser('whole')
  await writeCopy()
  const files = root.folders.get('iron-copies')?.folders.get(db.name)?.files
  const [whole] = [...(files?.values() ?? [])]
  if (!files || !whole) throw new Error('the copy was written')
  const cut = new WritableFile('whole')
  cut.data = whole.data.slice(0, whole.data.size - 9)
  files.clear()
  files.set('2026-11-26', new WritableFile('whole'))
  files.set(DAY, cut)
  expect(await rollingCopies()).toEqual([])
})

test('copies follow a journal that gets another name', async () => {
  browser('whole')
  await writeCopy()
  const [name, content] = [db.name, await readRolling((await rollingCopies())[0]?.day ?? '')]
  await moveCopies(name, 'iron-renamed')
  expect(await rollingCopies()).toEqual([])
  useDb('iron-renamed')
  expect(await readRolling((await rollingCopies())[0]?.day ?? '')).toEqual(content)
})
