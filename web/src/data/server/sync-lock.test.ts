import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leavePage, returnToPage } from '../store/page'
import { LeftError, LOCK_WAIT_MS, withSyncLock } from './sync-lock'

/** Web Locks as far as the sync uses them: one holder per name; an aborted wait is an AbortError. */
class Locks {
  readonly held = new Set<string>()
  readonly queue: { name: string; grant: () => void }[] = []

  async request(name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>): Promise<void> {
    if (this.held.has(name)) {
      await new Promise<void>((grant, refuse) => {
        this.queue.push({ name, grant })
        signal.addEventListener('abort', () => refuse(new DOMException('aborted', 'AbortError')))
      })
    }
    this.held.add(name)
    try {
      await work()
    } finally {
      this.held.delete(name)
      this.queue.shift()?.grant()
    }
  }
}

let locks: Locks
beforeEach(() => {
  locks = new Locks()
  vi.stubGlobal('navigator', { locks })
})
afterEach(() => {
  returnToPage()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('two syncs run one after the other', async () => {
  const steps: string[] = []
  const sync = (name: string) => withSyncLock('iron', async () => {
    steps.push(`${name} begins`)
    await Promise.resolve()
    steps.push(`${name} ends`)
  })
  await Promise.all([sync('a'), sync('b')])
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('a lock that a frozen page holds is waited for ten seconds, then the sync goes on without ' +
  'it', async () => {
  vi.useFakeTimers()
  locks.held.add('iron')
  let ran = 0
  const sync = withSyncLock('iron', async () => { ran++ })
  await vi.advanceTimersByTimeAsync(LOCK_WAIT_MS - 1)
  expect(ran).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  await sync
  expect(ran).toBe(1)
})

test('a page that is left lets go of its lock at once', async () => {
  const sync = withSyncLock('iron', () => new Promise(() => undefined))
  const failed = expect(sync).rejects.toThrow(LeftError)
  await Promise.resolve()
  expect(locks.held.has('iron')).toBe(true)
  leavePage()
  await failed
  expect(locks.held.has('iron')).toBe(false)
})

test('a page that is left takes no lock: not a new one, and not one that it waits for', async () => {
  locks.held.add('iron')
  let ran = 0
  const waiting = withSyncLock('iron', async () => { ran++ })
  leavePage()
  await expect(waiting).rejects.toThrow(LeftError)
  await expect(withSyncLock('iron', async () => { ran++ })).rejects.toThrow(LeftError)
  expect(ran).toBe(0)
})

test('what goes wrong while the lock is held is not tried again without it', async () => {
  let ran = 0
  await expect(
    withSyncLock('iron', async () => {
      ran++
      throw new Error('server says no')
    }),
  ).rejects.toThrow('server says no')
  expect(ran).toBe(1)
})

test('a browser without locks syncs all the same', async () => {
  vi.stubGlobal('navigator', {})
  let ran = 0
  await withSyncLock('iron', async () => { ran++ })
  expect(ran).toBe(1)
})
