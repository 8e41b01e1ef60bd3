/**
 * Parts of a screen that come in files of their own: not in the first load, on the phone before anybody taps.
 *
 *     const picker = lazy(() => import('./Picker.svelte'))
 *     whenIdle(picker)                      // fetched while nothing else happens
 *     <Lazy of={picker} {log} {onclose} />  // shown at once when it is there, else as soon as it comes
 */

import type { Component } from 'svelte'

// `any`: each part has props of its own, and Lazy.svelte asks for just those.
/* eslint-disable @typescript-eslint/no-explicit-any */

export interface LazyPart<Props extends Record<string, any>> {
  /** The component, once its file is here. */
  readonly part: Component<Props> | null
  /** Its file could not be had: not on the phone yet, and no signal. */
  readonly missing: boolean
  load(): Promise<void>
}

export function lazy<Props extends Record<string, any>>(
  fetch: () => Promise<{ default: Component<Props> }>,
): LazyPart<Props> {
  let part = $state.raw<Component<Props> | null>(null)
  let missing = $state(false)
  let coming: Promise<void> | null = null
  return {
    get part() { return part },
    get missing() { return missing },
    load() {
      coming ??= fetch().then(
        (module) => { part = module.default; missing = false },
        // Signal may be back at the next tap.
        () => { coming = null; missing = true },
      )
      return coming
    },
  }
}

/** Fetch parts and screens one after the other while the page has nothing else to do. */
export function whenIdle(...parts: readonly { load(): Promise<unknown> }[]): void {
  const [first, ...others] = parts
  if (!first) return
  const next = () => whenIdle(...others)
  // What cannot be had now is asked for again by the tap that needs it.
  soon(() => void first.load().then(next, next))
}

/**
 * Long enough that a first visit over a slow line has painted, and every request of its own is through; a
 * guess.
 */
const FIRST_VISIT_MS = 2500

/**
 * The app's service worker has every file: this is not the first visit. That of the site around it, which may
 * control the page until then, has none of them.
 */
export function isVisited(): boolean {
  const controller = navigator.serviceWorker?.controller
  return Boolean(controller && new URL(controller.scriptURL).pathname.startsWith(import.meta.env.BASE_URL))
}

/**
 * When the page is idle; on a first visit, where the service worker has nothing yet, only well after the page
 * is there.
 */
function soon(work: () => void): void {
  if (!isVisited()) setTimeout(work, FIRST_VISIT_MS)
  // Safari has no idle callback: there, after the first paint.
  else if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 4000 })
  else setTimeout(work, 500)
}
