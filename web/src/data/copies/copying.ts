/** When the rolling copy is written: a little after the last change, and never while a workout runs. */

import { ownDb } from '../store/db'
import { onWrite } from '../store/signals'

/** Long enough that "Finish" and its undo are one copy, and far from any tap. */
const QUIET_MS = 8_000

let timer: ReturnType<typeof setTimeout> | undefined

export function startCopying(): void {
  onWrite(() => {
    clearTimeout(timer)
    timer = setTimeout(() => void copy(), QUIET_MS)
  })
}

async function copy(): Promise<void> {
  try {
    if ((await ownDb.documents.where('open').equals(1).count()) > 0) return
    await (await import('./copies')).writeCopy()
  } catch (problem) {
    // No room for a copy takes nothing from the journal; the line in "Your data" shows the age of the last
    // one.
    console.warn('No rolling copy was written.', problem)
  }
}
