/**
 * A phone for the fault runner (tests/soak): the app's own store, outbox and sync in Node, on an IndexedDB
 * whose databases are files, so that the process can be killed at any moment. One process is one browser; it
 * holds a journal of each account, and for each the journal of the guest who signs in to it. Commands come as
 * lines of JSON on stdin, answers go to stdout.
 */

import 'fake-indexeddb/auto'
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { WorkoutSet } from '../src/core/values/documents'
import { OfflineError, ApiError } from '../src/data/server/api'
import { exchange, type Call } from '../src/data/server/exchange'
import { GUEST, openDb, useDb, type IronDb, type Tables } from '../src/data/store/db'
import { giveUp, refusedEdits, unsynced } from '../src/data/store/outbox'
import { all, edit, read, remove, write } from '../src/data/store/store'

interface Command {
  n: number
  do: string
  account: string
  key: string
  servers: string[]
  doc: string
  set: string
  value: string
  reps: number
  load: number
  at: string
  fates: string[]
  tabs: number
  full: number
  guest: boolean
}

const STORES: (keyof Tables)[] = ['documents', 'outbox', 'meta', 'snapshot']
const [, , folder = '.'] = process.argv
/** Requests that were sent after the phone gave them up. */
const late = new Set<Promise<unknown>>()
const open = new Map<string, Promise<IronDb>>()
let writesUntilFull = Infinity

interface RawStore { records: { values: () => Iterable<{ value: unknown }> } }
interface Raw { name: string; rawObjectStores: Map<string, RawStore> }

/** The disk: a database is written to its file when a transaction is complete, before the app hears of it. */
const begin = IDBDatabase.prototype.transaction
IDBDatabase.prototype.transaction = function transaction(
  this: IDBDatabase, ...asked: Parameters<typeof begin>
) {
  const begun = begin.apply(this, asked)
  const stores = [...begun.objectStoreNames]
  const raw = (this as unknown as { _rawDatabase: Raw })._rawDatabase
  if (begun.mode === 'readwrite') begun.addEventListener('complete', () => keep(raw, stores))
  return begun
}

/** What is complete of each database: other stores may be in the middle of a transaction of their own. */
const disk = new Map<string, Record<string, unknown[]>>()

function keep(raw: Raw, stores: readonly string[]): void {
  const rows = disk.get(raw.name) ?? {}
  for (const name of stores) {
    const records = raw.rawObjectStores.get(name)?.records.values() ?? []
    rows[name] = [...records].map(({ value }) => value)
  }
  disk.set(raw.name, rows)
  const file = `${folder}/${raw.name}.json`
  writeFileSync(`${file}.new`, JSON.stringify(rows))
  renameSync(`${file}.new`, file)
}

/** No room left: a write now and then fails as the browser lets it fail. */
const put = IDBObjectStore.prototype.put
/** Operations of states that waited beside edits when the server went back (`apart` in the outbox). */
const apart = new Set<string>()
IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...asked: Parameters<typeof put>) {
  const row = asked[0] as { op_id?: string; apart?: true }
  if (this.name === 'outbox' && row.apart && row.op_id) apart.add(row.op_id)
  if (--writesUntilFull < 0) {
    writesUntilFull = Infinity
    throw new DOMException('No room.', 'QuotaExceededError')
  }
  return put.apply(this, asked)
}

/** The account that a command is for: each has a guest of its own, as if it alone used this browser. */
const asked = new AsyncLocalStorage<string>()
const openNamed = indexedDB.open.bind(indexedDB)
indexedDB.open = (name, version) =>
  openNamed(name === GUEST ? `${GUEST}-${asked.getStore() ?? 'nobody'}` : name, version)

function journal(account: string, isGuest = false): Promise<IronDb> {
  const name = isGuest ? GUEST : `iron-${account}`
  const key = isGuest ? `${GUEST}-${account}` : name
  const known = open.get(key)
  if (known) return known
  const made = (async () => {
    const opened = openDb(name)
    const file = `${folder}/${key}.json`
    if (existsSync(file)) {
      const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, never[]> // written by keep
      await opened.transaction(STORES, async (on) => {
        for (const store of STORES) await on[store].bulkPut(rows[store] ?? [])
      })
    }
    return opened
  })()
  open.set(key, made)
  // A busy machine may be too slow for the app's patience: the next command reads the file again.
  made.catch(() => open.delete(key))
  return made
}

async function request<T>(command: Command, server: string, path: string, json: unknown): Promise<T> {
  const headers: Record<string, string> = {
    Authorization: `Bearer ${command.key}`, 'Iron-Account': command.account,
    'Content-Type': 'application/json',
  }
  let response: Response
  try {
    const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }
    const signal = AbortSignal.timeout(20_000)
    response = await fetch(`${server}/api/v1/${path}`, { headers, ...body, signal })
  } catch (problem) {
    throw new OfflineError('No server.', { cause: problem })
  }
  const text = await response.text().catch(() => '')
  if (response.status >= 502 || text === '')
    throw new OfflineError(`The server is away (${response.status}).`)
  const value = JSON.parse(text) as { error?: { code: string; sentence: string } }
  if (!response.ok)
    throw new ApiError(response.status, value.error?.code ?? 'error', value.error?.sentence ?? text)
  return value as T
}

/** The way to the server, with what goes wrong on it: one fate for each request, then none. */
function way(command: Command): Call {
  let n = 0
  return async <T>(path: string, options: { json?: unknown } = {}): Promise<T> => {
    const server = command.servers[n % command.servers.length] ?? ''
    const fate = command.fates[n++] ?? 'fine'
    const send = () => request<T>(command, server, path, options.json)
    if (fate === 'unsent') throw new OfflineError('Not sent.')
    if (fate === 'late') {
      const wait = new Promise((resolve) => { setTimeout(resolve, 30 + 40 * (n % 5)) })
      const sent = wait.then(send).catch(() => undefined)
      late.add(sent)
      void sent.then(() => late.delete(sent))
      throw new OfflineError('Given up, sent later.')
    }
    if (fate === 'twice') {
      const [first, second] = await Promise.allSettled([send(), send()])
      const better = n % 2 && second.status === 'fulfilled' ? second : first
      if (better.status === 'rejected') throw better.reason
      return better.value
    }
    const answer = await send()
    if (fate === 'lost') throw new OfflineError('The answer was lost.')
    return answer
  }
}

async function sync(command: Command): Promise<string> {
  const here = await journal(command.account)
  await journal(command.account, true) // read from its file, for the adoption
  const tabs = Array.from({ length: command.tabs || 1 }, () => exchange(here, way(command)))
  const ended = await Promise.allSettled(tabs)
  const failed = ended.find((tab) => tab.status === 'rejected')
  if (!failed) return 'synced'
  const reason: unknown = failed.reason
  if (reason instanceof OfflineError) return 'offline'
  if (reason instanceof ApiError) return `${reason.name}: ${reason.status} ${reason.code} ${reason.sentence}`
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)
}

/** What a lifter does. Every answer but 'stored' says that it is not kept. */
async function act(command: Command): Promise<string> {
  const opened = await journal(command.account, command.guest)
  useDb('') // the guest of another account has the same name
  useDb(opened.name)
  const { doc, set } = command
  const sets = (change: (sets: readonly WorkoutSet[]) => WorkoutSet[]) => edit('workout', doc, (body) => ({
    ...body, entries: body.entries.map((entry) => ({ ...entry, sets: change(entry.sets ?? []) })),
  }))
  const lifted = { load: { value: command.load, unit: 'kg' as const }, reps: command.reps }
  writesUntilFull = command.full || Infinity
  try {
    if (command.do === 'sign in') await opened.meta.put({ key: 'adopting', value: true })
    else if (command.do === 'begin') {
      // A guest who comes back to a workout goes on with it.
      if (command.guest && (await read('workout', doc))) return 'there already'
      const entry = { id: `${doc.slice(0, -4)}eeee`, order: 'a0', exercise: 'leg-press-45', sets: [] }
      const start = '2026-11-22T18:05:00'
      await write('workout', doc, { v: 1, start, offset: 60, title: command.value, entries: [entry] })
    } else if (!(await read('workout', doc))) return 'not here'
    else if (command.do === 'log') {
      const doneAt = command.at ? { done_at: command.at } : {}
      await sets((now) => [...now, { id: set, order: `a${set.slice(-8)}`, ...lifted, ...doneAt }])
    } else if (command.do === 'correct') {
      await sets((now) => now.map((row) => (row.id === set ? { ...row, ...lifted } : row)))
    } else if (command.do === 'take away') await sets((now) => now.filter((row) => row.id !== set))
    else if (command.do === 'name') await edit('workout', doc, (body) => ({ ...body, title: command.value }))
    else if (command.do === 'delete') await remove('workout', doc)
    return 'stored'
  } catch (problem) {
    return `failed: ${String(problem)}`
  } finally {
    writesUntilFull = Infinity
  }
}

async function answer(command: Command): Promise<unknown> {
  if (command.do === 'sync') return sync(command)
  if (command.do === 'drain') return Promise.all(late).then(() => 'drained')
  if (command.do === 'apart') {
    const count = apart.size
    apart.clear()
    return count
  }
  const here = await journal(command.account)
  if (command.do === 'state') {
    const guest = await journal(command.account, true)
    useDb(here.name)
    const documents = await all('workout')
    return {
      unsynced: await unsynced(here),
      guest: (await guest.documents.toArray()).filter(({ body }) => body !== null).length,
      refused: (await refusedEdits(here)).map(({ id, error }) => ({ id, error })),
      documents: Object.fromEntries(documents.map(({ id, body }) => [id, body])),
      again: (await here.meta.get('began_again'))?.value ?? null,
    }
  }
  if (command.do === 'give up') {
    for (const { op_id } of await refusedEdits(here)) await giveUp(here, op_id)
    return 'stored'
  }
  return act(command)
}

/** Taps come one after the other; exchanges run beside them. */
let taps: Promise<unknown> = Promise.resolve()
createInterface({ input: process.stdin }).on('line', (line) => {
  const command = JSON.parse(line) as Command // written by tests/soak
  const beside = command.do === 'sync' || command.do === 'drain'
  const run = () => asked.run(command.account, () => answer(command))
  const work = beside ? run() : taps.then(run)
  const ended = work.catch((problem: unknown) =>
    `broken: ${problem instanceof Error ? problem.stack : String(problem)}`)
  if (!beside) taps = ended
  void ended.then((value) => process.stdout.write(`${JSON.stringify({ n: command.n, value })}\n`))
})
process.stdout.write(`${JSON.stringify({ n: 0, value: 'ready' })}\n`)
