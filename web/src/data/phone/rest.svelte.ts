/**
 * The rest timer: an end time on the disk. Right after wake and reload, because nothing counts down. When the
 * device's clock is set, the end moves with it, and no rest ever shows more than its total.
 */

import { onClockSet, timeNow } from './clock'
import { clearMeta, getMeta, setMeta } from '../store/meta'

/** `paused_s`: seconds that were left when it was paused; then `end` waits. */
export interface Rest { end: number; total_s: number; paused_s?: number }

let current = $state.raw<Rest | null>(null)
let now = $state(timeNow())
let ticker: ReturnType<typeof setInterval> | undefined
let buzzed = 0
/** Grows with every change of the rest. */
let changes = 0
let atEnd: () => void = () => undefined

/** What happens once when a rest ends. Set once at the start of the app: data knows no screen. */
export function whenRestEnds(run: () => void): void {
  atEnd = run
}

let onChange: (running: Rest | null) => void = () => undefined

/** Who follows each change of the rest: begun, longer, paused, ended. Set once at the start of the app. */
export function whenRestChanges(run: (running: Rest | null) => void): void {
  onChange = run
}

/** After this long past its end the bar goes: nobody is resting any more [s]. */
const GONE_AFTER_S = 15 * 60

export const rest = {
  get running(): Rest | null { return current },
  /** Seconds left; below zero = over since. */
  get left_s(): number {
    if (!current) return 0
    return current.paused_s ?? Math.min(current.total_s, Math.round((current.end - now) / 1000))
  },
  get isPaused(): boolean { return current?.paused_s !== undefined },
  /** Share of the rest that is over, 0 to 1. */
  get share(): number {
    if (!current) return 0
    return Math.min(1, Math.max(0, 1 - rest.left_s / current.total_s))
  },
  start(seconds: number): void { set({ end: timeNow() + seconds * 1000, total_s: seconds }) },
  /** More or less of it; taking away more than is left ends it. */
  add(seconds: number): void {
    if (!current) return
    const total_s = Math.max(1, current.total_s + seconds)
    if (current.paused_s !== undefined)
      return set({ ...current, total_s, paused_s: Math.max(1, current.paused_s + seconds) })
    const at = timeNow()
    set({ end: Math.max(at, Math.max(current.end, at) + seconds * 1000), total_s })
  },
  pause(): void {
    if (current && current.paused_s === undefined && rest.left_s > 0)
      set({ ...current, paused_s: rest.left_s })
  },
  resume(): void {
    if (current?.paused_s === undefined) return
    set({ end: timeNow() + current.paused_s * 1000, total_s: current.total_s })
  },
  /** As it was before (undo). */
  restore(before: Rest | null): void {
    if (before) set(before)
    else rest.stop()
  },
  stop(): void {
    changes += 1
    current = null
    clearInterval(ticker)
    onChange(null)
    void clearMeta('rest')
  },
  async load(): Promise<void> {
    const before = changes
    const stored = await getMeta('rest')
    // Begun, changed or ended while it was read (a set, +30 s of a notification): that is newer.
    if (changes !== before) return
    const at = timeNow()
    if (stored?.paused_s !== undefined) {
      current = stored
      tick()
    } else if (stored && at < stored.end + GONE_AFTER_S * 1000) {
      // The clock was set back while Iron was closed: a rest is never longer than it was meant.
      current = { ...stored, end: Math.min(stored.end, at + stored.total_s * 1000) }
      if (stored.end < at) buzzed = stored.end
      tick()
    } else current = null
  },
}

function set(next: Rest): void {
  changes += 1
  current = next
  tick()
  onChange(next)
  // The bar shows at once; a rest that the disk refuses is lost with the tab, and only that.
  setMeta('rest', next).catch(() => undefined)
}

onClockSet((by) => {
  if (!current || current.paused_s !== undefined) return
  if (buzzed === current.end) buzzed += by
  set({ ...current, end: current.end + by })
})

function tick(): void {
  clearInterval(ticker)
  now = timeNow()
  ticker = setInterval(() => {
    if (!current || current.paused_s !== undefined) return clearInterval(ticker)
    const at = timeNow()
    // The screen changes once a second and not in between: no frames for nothing while a set is written.
    if (Math.round((current.end - at) / 1000) === Math.round((current.end - now) / 1000)) return
    now = at
    if (now > current.end + GONE_AFTER_S * 1000) rest.stop()
    else if (now >= current.end && buzzed !== current.end) {
      buzzed = current.end
      atEnd()
    }
  }, 250)
}
