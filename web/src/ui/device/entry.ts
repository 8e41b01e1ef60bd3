/**
 * Writes to the browser's history. Each makes the browser process lay the page on a new surface, and a frame
 * that is under way waits for that: so a tap shows itself first, and its entry is written after the frame.
 */

import { painted } from './frame'

const waiting: (() => void)[] = []

/** Write to the browser's history after the next frame, in the order asked for. */
export function writeEntry(write: () => void): void {
  waiting.push(write)
  void painted().then(writeEntries)
}

/** Write now what waits: the page is about to go, or to change again within the frame. */
export function writeEntries(): void {
  for (const write of waiting.splice(0)) write()
}
