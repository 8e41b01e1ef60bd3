/** What a tap on a notification asks of the page that is open (public/rest-sw.js). */

import { rest, whenRestChanges, type Rest } from '../data/phone/rest.svelte'
import { timeNow } from '../data/phone/clock'
import { mayHoldAlarm } from '../data/server/held-alarm'
import { go } from '../router.svelte'

type Asked = { type: 'rest-later'; seconds: number } | { type: 'show'; url: string }

/** Follow notifications, and keep the server's alarm at the end of the rest. Once, at the start. */
export function followNotifications(): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', (event: MessageEvent<Asked>) => {
    if (event.data.type === 'rest-later') {
      const { seconds } = event.data
      // A page that has just been opened may not have read its rest yet.
      void rest.load().then(() => rest.add(seconds))
    } else if (event.data.type === 'show') {
      const { pathname, search } = new URL(event.data.url)
      go(pathname.slice(import.meta.env.BASE_URL.length) + search)
    }
  })
  whenRestChanges(keepAlarm)
  // A page that was left in the middle may not have told the server what became of the rest. One that is over
  // may have been put off from its notification.
  if (mayHoldAlarm()) void rest.load().then(() => {
    if (rest.running === null || rest.isPaused || rest.left_s > 0) keepAlarm(rest.running)
  })
}

function keepAlarm(running: Rest | null): void {
  void import('../data/server/rest-alarm').then(({ setAlarm }) => {
    setAlarm(running && running.paused_s === undefined ? () => (running.end - timeNow()) / 1000 : null)
  }, () => undefined) // not on the phone yet, and no signal: no alarm
}
