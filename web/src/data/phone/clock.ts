/** The clock of this device, and who must know when it is set while Iron is open. */

import { ClockJumps } from '../../core/logic/clock-jumps'

let isHidden = false
const jumps = new ClockJumps(Date.now(), performance.now())
const listeners = new Set<(by_ms: number) => void>()

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') isHidden = true
})

/**
 * Call `tell` with the milliseconds by which the clock was set: what counts on a moment moves it by as much.
 */
export function onClockSet(tell: (by_ms: number) => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/**
 * The time now [ms since 1970]. Who keeps a moment asks here at every tick, so that a jump is noticed at
 * once.
 */
export function timeNow(): number {
  const now = Date.now()
  const by = jumps.since(now, performance.now(), isHidden)
  if (document.visibilityState === 'visible') isHidden = false
  if (by !== 0) for (const tell of listeners) tell(by)
  return now
}
