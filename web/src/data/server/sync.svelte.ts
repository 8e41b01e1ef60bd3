/**
 * The sync loop: push what is here, pull what is new; on focus, on reconnect, after writes, and again and
 * again while the page is on screen. Never in a lifter's way.
 */

import { syncStopped } from '../../core/generated/messages-server'
import { api, ApiError, NO_REASON, OfflineError, spokenFor } from './api'
import { exchange } from './exchange'
import { ownDb, GUEST } from '../store/db'
import { onReturn, pageIsLeft } from '../store/page'
import { onWrite } from '../store/signals'
import { LeftError, withSyncLock } from './sync-lock'

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
/** A page on screen looks for what other devices logged once a minute: both show the same next set. */
const LOOK_MS = 60_000
/** Sooner while another device is at it too: for an hour after its last change. Guesses. */
const SHARED_LOOK_MS = 15_000
const SHARED_FOR_MS = 60 * 60_000

let running: Promise<void> | undefined
let again = false
let timer: ReturnType<typeof setTimeout> | undefined
let retry = FIRST_RETRY_MS
/** When something of another device came last; Unix time [ms]. */
let newsAt = -Infinity
let look: ReturnType<typeof setTimeout> | undefined

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
  if (ownDb.name === GUEST || pageIsLeft()) return
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
  lookAgain()
}

/** A hidden page waits until it is shown again, which begins with an exchange. */
function lookAgain(): void {
  clearTimeout(look)
  if (state !== 'idle' || document.visibilityState !== 'visible') return
  look = setTimeout(() => void run(), Date.now() - newsAt < SHARED_FOR_MS ? SHARED_LOOK_MS : LOOK_MS)
}

async function once(): Promise<void> {
  const here = ownDb
  // The journal and whose it is belong together, also when somebody else signs in while this is under way.
  const account = spokenFor()
  state = 'busy'
  try {
    const isNews = await withSyncLock(`iron-sync-${here.name}`, () =>
      exchange(here, (path, options) => api(path, { ...options, account })),
    )
    state = 'idle'
    lastAt = Date.now()
    if (isNews) newsAt = lastAt
    retry = FIRST_RETRY_MS
  } catch (failure) {
    if (here !== ownDb || failure instanceof LeftError) {
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
  if (
    failure instanceof ApiError && failure.code !== NO_REASON &&
    ([401, 403].includes(failure.status) || failure.code === 'other_account')
  )
    return 'signed-out'
  problem = failure instanceof ApiError ? failure.sentence : syncStopped
  console.error(failure)
  return 'failed'
}
