/** One short message at a time, with at most one thing to do (mostly Undo). */

export interface Toast {
  id: number
  text: string
  action?: { label: string; run: () => void }
  stays: boolean
}

/** Long enough to put the phone down and reach for Undo. */
const SHOWN_MS = 10_000
const BRIEF_MS = 4_000

let current = $state.raw<Toast | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined
let count = 0
let above = $state(0)

export const toast = {
  get current(): Toast | null { return current },
  /**
   * The height of what stands at the bottom of the screen; messages stand above it [px]. No custom property
   * of the root: a change of one would style the whole page anew.
   */
  get above(): number { return above },
  set above(height) { above = height },
  /**
   * Show a message. `stays` keeps it until it is closed (for what must not be missed), `brief` ends it sooner
   * (the screen shows the same, and offers the same action).
   */
  show(text: string, action?: Toast['action'], options: { stays?: boolean; brief?: boolean } = {}): void {
    clearTimeout(timer)
    const stays = options.stays ?? false
    current = { id: ++count, text, stays, ...(action ? { action } : {}) }
    if (!stays) timer = setTimeout(() => { current = null }, options.brief ? BRIEF_MS : SHOWN_MS)
  },
  close(): void {
    clearTimeout(timer)
    current = null
  },
}
