/** The running workout for screens that stay open. Call it while a component is being set up. */

import type { Workout } from '../../core/values/documents'
import { isLeftOpen, runsUntil } from '../../core/logic/log/left-open'
import { live, ofKinds, type Live } from './live.svelte'
import { openWorkouts, type Doc } from './store'

/** Follows the documents and the clock: hours after its last set a workout stops running without a change. */
export function liveRunningWorkout(): Live<Doc<Workout> | undefined> {
  const open = live(() => openWorkouts, ofKinds(['workout']))
  let checks = $state(0)
  const running = $derived.by(() => {
    void checks
    const now = Date.now()
    return open.value?.find(({ body }) => !isLeftOpen(body, now))
  })
  $effect(() => {
    void checks
    if (!running) return
    const timer = setTimeout(() => { checks += 1 }, Math.max(0, runsUntil(running.body) - Date.now()) + 1)
    return () => clearTimeout(timer)
  })
  return {
    get value() { return running },
    get ready() { return open.ready },
    get error() { return open.error },
  }
}
