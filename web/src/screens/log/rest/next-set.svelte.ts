/** The next set in words, for notifications, and the set that a notification asked to log. */

import { untrack } from 'svelte'
import { numberWords } from '../../../ui/text/words'
import type { Log } from '../state/log.svelte'

/** “Bench press, 85 kg × 8”: what the log button would store. */
export function nextSetWords(log: Log): string {
  const name = log.exercise?.name ?? ''
  const words = log.draft ? numberWords(log.draft, log.unit, log.fields) : ''
  return [name, words].filter(Boolean).join(', ')
}

/**
 * “Log” on the notification at the end of a rest: when the numbers are final, log the set that it named, if
 * it is still the next one. `asked` is that set in words, null for none.
 */
export function logFromNotification(log: Log, asked: () => string | null, taken: () => void): void {
  let last: string | null = null
  $effect(() => {
    const words = asked()
    if (words === null) last = null
    if (words === null || words === last || !log.ready || log.settling || !log.draft) return
    last = words
    if (nextSetWords(log) === words) void untrack(() => log.logNow(performance.now()))
    taken()
  })
}
