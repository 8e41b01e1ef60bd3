/** Scroll back to where a page was left, also when its content comes a piece at a time. */

/** After so long nothing more comes [ms]; a guess. */
const PATIENCE_MS = 4000
/** Whoever touches the page scrolls it himself. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Hold the page at `y` [px] while its content comes: rows that grow above would move it. The lifter's own
 * scrolling ends it, and so does the returned function.
 */
export function restoreScroll(y: number): () => void {
  const observer = new ResizeObserver(() => { window.scrollTo(0, y) })
  const timer = setTimeout(stop, PATIENCE_MS)
  function stop() {
    observer.disconnect()
    clearTimeout(timer)
    for (const hand of HANDS) window.removeEventListener(hand, stop)
  }
  for (const hand of HANDS) window.addEventListener(hand, stop, { passive: true })
  observer.observe(document.body)
  window.scrollTo(0, y)
  return stop
}
