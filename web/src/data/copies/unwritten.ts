/** Sets that could not be written (a full disk): a saved copy is then their only place. */

import type { Unwritten } from '../../core/rules/records/archive'

const onScreen = new Map<string, Unwritten>()

export function unwritten(): Unwritten[] {
  return [...onScreen.values()]
}

export function rememberUnwritten(id: string, stuck: Unwritten): void {
  onScreen.set(id, stuck)
}

export function forgetUnwritten(id: string): void {
  onScreen.delete(id)
}
