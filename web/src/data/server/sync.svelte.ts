/** The sync loop: push what is here, pull what is new; on focus, on reconnect, after writes. Never in a lifter's way. */

import { api, ApiError, OfflineError } from './api'
import { db, GUEST, type IronDb, type ServerDoc } from '../store/db'
import { onReturn, pageIsLeft } from '../phone/page'
import { newId } from '../store/ids'
import { getMeta, setMeta } from '../store/meta'
import { applyPulled, settle, takeBatch, type Op, type PushResult } from '../store/outbox'
import { onWrite } from '../store/signals'
import { LeftError, withSyncLock } from './sync-lock'

interface PushAnswer { results: PushResult[]; seq: number }
interface PullAnswer { docs: ServerDoc[]; seq: number; more: boolean }

export type SyncState = 'idle' | 'busy' | 'offline' | 'signed-out' | 'failed'

let state = $state<SyncState>('idle')
let lastAt = $state<number | null>(null)
let problem = $state('')

export const sync = {
  get state(): SyncState { return state },
  /** Unix time [ms] of the last complete exchange in this tab. */
  get lastAt(): number | null { return lastAt },
  /** The server's sentence when `state` is failed. */
  get problem(): string { return problem },
  now: () => run(),
}

const AFTER_WRITE_MS = 1_500
const FIRST_RETRY_MS = 5_000
const LAST_RETRY_MS = 5 * 60_000
const PAGE = 200

let running: Promise<void> | undefined
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let retry = FIRST_RETRY_MS

export function startSync(): void {
  onWrite(() => later(AFTER_WRITE_MS))
  window.addEventListener('online', () => void run())
  window.addEventListener('focus', () => void run())
  document.addEventListener('visibilitychange', () => {
    // The phone may sleep before the debounce fires. A page that is left begins nothing (`run`).
    void run()
  })
  onReturn(() => void run())
  void run()
}

function later(delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void run(), delay)
}

/** Resolves when everything written before the call was tried. */
async function run(): Promise<void> {
  if (db.name === GUEST || pageIsLeft()) return
  if (running) {
    again = true
    return running
  }
  clearTimeout(timer)
  running = (async () => {
    do {
      again = false
      await once()
    } while (again && state === 'idle')
  })()
  try {
    await running
  } finally {
    running = undefined
  }
}

async function once(): Promise<void> {
  const here = db
  state = 'busy'
  try {
    await withSyncLock(`iron-sync-${here.name}`, () => exchange(here))
    state = 'idle'
    lastAt = Date.now()
    retry = FIRST_RETRY_MS
  } catch (failure) {
    if (here !== db || failure instanceof LeftError) {
      state = 'idle' // signed out or in meanwhile, or the page was left: nothing that the lifter must know
      return
    }
    state = explain(failure)
    if (state === 'signed-out') return
    later(retry)
    retry = Math.min(retry * 2, LAST_RETRY_MS)
  }
}

function explain(failure: unknown): SyncState {
  if (failure instanceof OfflineError) return 'offline'
  if (failure instanceof ApiError && ([401, 403].includes(failure.status) || failure.code === 'other_account')) return 'signed-out'
  problem = failure instanceof ApiError ? failure.sentence : 'Sync stopped on this phone; it will try again.'
  console.error(failure)
  return 'failed'
}

async function exchange(here: IronDb): Promise<void> {
  await pushAll(here)
  await pullAll(here)
  await here.meta.put({ key: 'exchanged', value: Date.now() })
}

async function pushAll(here: IronDb): Promise<void> {
  const device = await deviceId()
  for (;;) {
    const ops = await takeBatch(here)
    if (ops.length === 0) return
    const results = await push(device, ops)
    for (const result of results) await settle(here, result)
    if (results.length === 0) throw new ApiError(500, 'empty', 'The server answered a push without results.')
  }
}

/** Push a batch; one bad operation must not hold up the others, so a refused batch is sent one by one. */
async function push(device: string, ops: Op[]): Promise<PushResult[]> {
  try {
    return (await api<PushAnswer>('sync/push', { json: { device, ops } })).results
  } catch (failure) {
    const bad = failure instanceof ApiError && [400, 413, 422].includes(failure.status)
    if (!bad) throw failure
    const [first] = ops
    if (ops.length === 1 && first) return [{ op_id: first.op_id, status: 'refused', error: failure.sentence }]
    const results: PushResult[] = []
    for (const op of ops) results.push(...(await push(device, [op])))
    return results
  }
}

async function pullAll(here: IronDb): Promise<void> {
  for (;;) {
    const since = ((await here.meta.get('seq'))?.value as number | undefined) ?? 0 // written by applyPulled
    const page = await api<PullAnswer>(`sync/pull?since=${since}&limit=${PAGE}`)
    await applyPulled(here, page.docs, page.seq)
    if (!page.more) return
  }
}

async function deviceId(): Promise<string> {
  const known = await getMeta('device')
  if (known) return known
  const made = newId()
  await setMeta('device', made)
  return made
}
