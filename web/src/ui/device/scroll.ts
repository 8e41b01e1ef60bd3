/** Scroll back to where a page was left, also when its content comes a piece at a time. */

/** After so long nothing more comes [ms]; a guess. */
const PATIENCE_MS = 4000
/** Whoever touches the page scrolls it himself. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Scroll to `y` [px] as soon as the page is long enough; the lifter's own scrolling ends it. */
export function restoreScroll(y: number): void {
  const observer = new ResizeObserver(attempt)
  const timer = setTimeout(stop, PATIENCE_MS)
  function stop() {
    observer.disconnect()
    clearTimeout(timer)
    for (const hand of HANDS) window.removeEventListener(hand, stop)
  }
  function attempt() {
    window.scrollTo(0, y)
    if (Math.abs(window.scrollY - y) < 2) stop()
  }
  for (const hand of HANDS) window.addEventListener(hand, stop, { passive: true })
  observer.observe(document.body)
  attempt()
}
