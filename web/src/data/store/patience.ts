/**
 * How long the app waits for the phone's database. Normally it answers within milliseconds. While another
 * page holds it (a frozen tab), it does not answer at all: the app says so after a few seconds and gives up
 * after half a minute.
 */

/** The lifter is told after this long without an answer [ms]: a choice, far above what a slow phone needs. */
export const SLOW_MS = 5_000
/** A request without an answer for this long has failed [ms]: a choice. */
export const STUCK_MS = 30_000

/** The database gave no answer. What was asked may not be stored. */
export class StuckError extends Error {
  constructor() {
    super('The database of this device does not answer.')
    this.name = 'StuckError'
  }
}

const slow = new Set<symbol>()
const listeners = new Set<(isSlow: boolean) => void>()

/** Hear when the database has not answered for a while, and when it answers again. */
export function onSlow(tell: (isSlow: boolean) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function mark(waiting: symbol, isSlow: boolean): void {
  const before = slow.size > 0
  if (isSlow) slow.add(waiting)
  else slow.delete(waiting)
  const after = slow.size > 0
  if (before !== after) for (const tell of listeners) tell(after)
}

interface Watch {
  /** Rejects with StuckError; never resolves. */ stuck: Promise<never>
  progress: () => void
  stop: () => void
}

function watch(): Watch {
  const waiting = Symbol('waiting')
  let last = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  let fail: (problem: StuckError) => void = () => undefined
  const stuck = new Promise<never>((_resolve, reject) => { fail = reject })
  stuck.catch(() => undefined) // for who does not wait for it
  const stop = () => {
    clearTimeout(timer)
    mark(waiting, false)
  }
  const look = () => {
    const waited = performance.now() - last
    mark(waiting, waited >= SLOW_MS)
    if (waited >= STUCK_MS) {
      stop()
      fail(new StuckError())
    } else timer = setTimeout(look, (waited < SLOW_MS ? SLOW_MS : STUCK_MS) - waited)
  }
  timer = setTimeout(look, SLOW_MS)
  return { stuck, progress: () => { last = performance.now() }, stop }
}

/**
 * Watch a transaction. Each answered request starts the wait anew, so a long import is not taken for a stuck
 * one.
 */
export function watchTransaction(transaction: EventTarget): Omit<Watch, 'progress'> {
  const { stuck, progress, stop } = watch()
  // `success` does not bubble, but the transaction sees it in the capture phase.
  transaction.addEventListener('success', progress, { capture: true })
  return { stuck, stop }
}

/** The same limit for one wait, such as opening a database. */
export async function limited<T>(work: Promise<T>): Promise<T> {
  const { stuck, stop } = watch()
  try {
    return await Promise.race([work, stuck])
  } finally {
    stop()
  }
}
