/**
 * Writes to the browser's history. In Chromium they make the frame of a tap late (benchmarks/ten_years.py,
 * measured with them before and after it): so a tap shows itself first, and its entry is written afterwards.
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
