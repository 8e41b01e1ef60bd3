/** Long work in pieces, so that taps are answered between them. */

import type { Pieces } from '../../core/values/pieces'

/** Let a tap that waits be answered first. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve) })
}

/**
 * Work without a stop takes no longer than this [ms]: four times slower it is half of what a tap may take.
 */
const A_WHILE_MS = 6

/** Do work in pieces and let taps through between them. */
export async function inPieces<T>(work: Pieces<T>): Promise<T> {
  let since = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done) return step.value as T // what it yields is nothing
    if (performance.now() - since < A_WHILE_MS) continue
    await yieldToEventLoop()
    since = performance.now()
  }
}
