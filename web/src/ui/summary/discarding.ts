/** A workout is discarded with Undo: the same on every screen that offers it. */

import * as messages from '../../core/generated/messages-ui'
import { toast } from '../toast.svelte'

/** Writes, and says what fails; true = it is stored. */
type Keep = (work: () => Promise<void>) => Promise<boolean>

/**
 * Discard a workout and offer Undo. True = it is discarded.
 *
 * @param discard discards, and returns how to put the workout back
 * @param onback what follows once the workout is back
 */
export async function discardWithUndo(
  keep: Keep, discard: () => Promise<() => Promise<void>>, onback?: () => void,
): Promise<boolean> {
  let undo: (() => Promise<void>) | undefined
  if (!(await keep(async () => { undo = await discard() })) || !undo) return false
  const putBack = undo
  toast.show(messages.workoutDiscarded, {
    label: messages.undo,
    run: () => void keep(putBack).then((isBack) => { if (isBack) onback?.() }),
  })
  return true
}
