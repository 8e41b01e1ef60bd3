/**
 * Back closes what lies on top of the page (a sheet) before it leaves the page. Each open layer has an entry
 * of its own in the browser's history; an entry whose layer was closed by a tap is taken off again.
 */

import { writeEntry } from './entry'

interface Layer { close: () => void }

const open: Layer[] = []
/** Entries of ours above the page's own. */
let pushed = 0
let isReturning = false
let isScheduled = false
const waiting: (() => void)[] = []

/** Call `close` when Back is pressed while this is on top; the answer says that it is gone. */
export function onBack(close: () => void): () => void {
  const layer = { close }
  open.push(layer)
  schedule()
  return () => {
    const at = open.indexOf(layer)
    if (at >= 0) open.splice(at, 1)
    schedule()
  }
}

/**
 * The page is being left for another one: true when the entry on top is a layer's, so that the next page
 * takes its place.
 */
export function leaveLayers(): boolean {
  const had = pushed > 0
  open.length = 0
  pushed = 0
  return had
}

/** Run once the browser is not on its way back from a closed layer. */
export function whenSettled(run: () => void): void {
  if (isReturning) waiting.push(run)
  else run()
}

/** A sheet that gives way to another one keeps its entry: they change within one frame. */
function schedule(): void {
  if (isScheduled) return
  isScheduled = true
  writeEntry(() => {
    isScheduled = false
    reconcile()
  })
}

function reconcile(): void {
  if (isReturning) return
  while (pushed < open.length) {
    pushed += 1
    history.pushState({ ...(history.state as object | null), layers: pushed }, '')
  }
  if (pushed > open.length) {
    isReturning = true
    history.go(open.length - pushed)
  }
}

function layersOf(state: unknown): number {
  return (state as { layers?: number } | null)?.layers ?? 0
}

if (typeof window !== 'undefined') {
  // A reload closes every layer.
  if (layersOf(history.state) > 0) history.replaceState({ ...(history.state as object), layers: 0 }, '')
  window.addEventListener('popstate', (event: PopStateEvent) => {
    pushed = Math.min(pushed, layersOf(event.state))
    // After a return of our own, what lies above was opened meanwhile: it stays, and gets an entry below.
    if (!isReturning) for (const layer of open.splice(pushed).reverse()) layer.close()
    isReturning = false
    schedule()
    for (const run of waiting.splice(0)) run()
  })
}
