/** The rest timer: an end time on the disk. Right after wake and reload, because nothing counts down. */

import { clearMeta, getMeta, setMeta } from '../store/meta'

interface Rest { end: number; total_s: number }

let current = $state.raw<Rest | null>(null)
let now = $state(Date.now())
let ticker: ReturnType<typeof setInterval> | undefined
let buzzed = 0
let atEnd: () => void = () => undefined

/** What happens once when a rest ends. Set once at the start of the app: data knows no screen. */
export function whenRestEnds(run: () => void): void {
  atEnd = run
}

/** After this long past its end the bar goes: nobody is resting any more [s]. */
const GONE_AFTER_S = 15 * 60

export const rest = {
  get running(): Rest | null { return current },
  /** Seconds left; below zero = over since. */
  get left_s(): number { return current ? Math.round((current.end - now) / 1000) : 0 },
  /** Share of the rest that is over, 0 to 1. */
  get share(): number {
    if (!current) return 0
    return Math.min(1, Math.max(0, 1 - rest.left_s / current.total_s))
  },
  start(seconds: number): void { set({ end: Date.now() + seconds * 1000, total_s: seconds }) },
  add(seconds: number): void {
    if (!current) return
    const end = Math.max(current.end, Date.now()) + seconds * 1000
    set({ end, total_s: current.total_s + seconds })
  },
  /** As it was before (undo). */
  restore(before: Rest | null): void {
    if (before) set(before)
    else rest.stop()
  },
  stop(): void {
    current = null
    clearInterval(ticker)
    void clearMeta('rest')
  },
  async load(): Promise<void> {
    const kept = await getMeta('rest')
    if (kept && Date.now() < kept.end + GONE_AFTER_S * 1000) {
      current = kept
      if (kept.end < Date.now()) buzzed = kept.end
      tick()
    } else current = null
  },
}

function set(next: Rest): void {
  current = next
  tick()
  // The bar shows at once; a rest that the disk refuses is lost with the tab, and only that.
  setMeta('rest', next).catch(() => undefined)
}

function tick(): void {
  clearInterval(ticker)
  now = Date.now()
  ticker = setInterval(() => {
    if (!current) return clearInterval(ticker)
    // The screen changes once a second and not in between: no frames for nothing while a set is written.
    if (Math.round((current.end - Date.now()) / 1000) === Math.round((current.end - now) / 1000)) return
    now = Date.now()
    if (now > current.end + GONE_AFTER_S * 1000) rest.stop()
    else if (now >= current.end && buzzed !== current.end) {
      buzzed = current.end
      atEnd()
    }
  }, 250)
}

let lock = $state.raw<WakeLockSentinel | null>(null)
let wanted = $state(false)

/** Keeping the screen on, where the browser can; it lets go by itself when the page is hidden. */
export const wake = {
  get possible(): boolean { return 'wakeLock' in navigator },
  get on(): boolean { return wanted },
  async set(on: boolean): Promise<void> {
    wanted = on
    if (!on) {
      await lock?.release()
      lock = null
    } else await hold()
  },
}

async function hold(): Promise<void> {
  try {
    lock = await navigator.wakeLock.request('screen')
  } catch {
    wanted = false // low battery or not allowed: the switch goes back
  }
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && wanted) void hold()
})
