/**
 * Whether this page is on screen, left, or brought back from the browser's page cache.
 *
 * A page that is left may be frozen with everything it holds: an open transaction in WebKit, a lock in
 * Firefox. What it holds is then missing for the page that comes next. So what must not be held is given up
 * in `onLeave`, and goes on in `onReturn`.
 */

let isLeft = false
const leaving = new Set<() => void>()
const returning = new Set<() => void>()

/** True from `pagehide` until the page is shown again. */
export function pageIsLeft(): boolean {
  return isLeft
}

/** Call `work` when the page is left; the answer forgets it. It must not wait for anything. */
export function onLeave(work: () => void): () => void {
  leaving.add(work)
  return () => leaving.delete(work)
}

/** Call `work` when a page that was left is shown again; the answer forgets it. */
export function onReturn(work: () => void): () => void {
  returning.add(work)
  return () => returning.delete(work)
}

/** Resolves when the page is on screen: at once, or when it is brought back. */
export function pageIsBack(): Promise<void> {
  if (!isLeft) return Promise.resolve()
  return new Promise((resolve) => {
    const forget = onReturn(() => {
      forget()
      resolve()
    })
  })
}

/** The page is being left; only this module and its tests call it. */
export function leavePage(): void {
  isLeft = true
  for (const work of leaving) work()
}

/** The page is on screen again, out of the browser's page cache. */
export function returnToPage(): void {
  if (!isLeft) return
  isLeft = false
  for (const work of returning) work()
}

if (typeof window !== 'undefined') {
  // In the capture phase of the window, so that it comes before every other listener.
  window.addEventListener('pagehide', leavePage, { capture: true })
  window.addEventListener('pageshow', returnToPage, { capture: true })
}
