/**
 * The service worker: registered after the first paint; a waiting new version asks for a reload and takes
 * nothing away (every set is on the disk before it is on the screen).
 */

import { isVisited } from '../ui/lazy.svelte'

let waiting = $state.raw<ServiceWorker | null>(null)

export const update = {
  /** A new version is here and waits for `apply`. */
  get ready(): boolean { return waiting !== null },
  apply(): void {
    if (!waiting) return
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ type: 'SKIP_WAITING' })
  },
}

const LOOK_AGAIN_MS = 60 * 60 * 1000

export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })
}

async function register(): Promise<void> {
  try {
    const base = import.meta.env.BASE_URL
    const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base })
    watch(registration)
    document.addEventListener('visibilitychange', lookWhenDue(registration))
    keepSite()
  } catch (problem) {
    // Without HTTPS there is no worker; the app says so where it matters and works on with a connection.
    console.info('Iron runs without offline support here.', problem)
  }
}

/** The pages around the app without a connection too; a first visit has enough to load. */
function keepSite(): void {
  if (isVisited()) navigator.serviceWorker.register('/site-worker.js').catch(() => undefined)
}

function watch(registration: ServiceWorkerRegistration): void {
  const note = () => {
    if (registration.waiting && isVisited()) waiting = registration.waiting
  }
  note()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', note)
  })
}

function lookWhenDue(registration: ServiceWorkerRegistration): () => void {
  let last = Date.now()
  return () => {
    if (document.visibilityState !== 'visible' || Date.now() - last < LOOK_AGAIN_MS) return
    last = Date.now()
    registration.update().catch(() => undefined) // no signal: next time
  }
}
