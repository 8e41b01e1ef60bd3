/** One tab syncs at a time, and none waits for a tab that will never let go. */

import { onLeave, pageIsLeft } from '../store/page'

/**
 * A lock that is not free after this long is not waited for any longer [ms]: two syncs at once are harmless,
 * none is not.
 */
export const LOCK_WAIT_MS = 10_000

/** The page was left meanwhile. What was sent is sent again when it is shown again. */
export class LeftError extends Error {}

/**
 * Run `work` under the lock `name`, or without it when the lock is not free in time or this browser has no
 * locks (plain HTTP). When the page is left the lock is released at once, and LeftError is thrown: Firefox
 * keeps a left page with its locks, and every later page would wait for them.
 */
export async function withSyncLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (pageIsLeft()) throw new LeftError()
  const waiting = new AbortController()
  let isRunning = false
  let leave: () => void = () => undefined
  const left = new Promise<never>((_resolve, reject) => { leave = () => reject(new LeftError()) })
  left.catch(() => undefined) // heard in the race
  const forget = onLeave(() => {
    waiting.abort()
    leave()
  })
  const timer = setTimeout(() => waiting.abort(), LOCK_WAIT_MS)
  const run = () => {
    isRunning = true
    clearTimeout(timer)
    return Promise.race([work(), left])
  }
  try {
    if ('locks' in navigator)
      return await Promise.race([navigator.locks.request(name, { signal: waiting.signal }, run), left])
    return await run()
  } catch (problem) {
    if (problem instanceof LeftError || isRunning || !waiting.signal.aborted) throw problem
    return await run()
  } finally {
    clearTimeout(timer)
    forget()
  }
}
