/** One short message at a time, with at most one thing to do (mostly Undo). */

export interface Toast {
  id: number
  text: string
  action?: { label: string; run: () => void }
  stays: boolean
}

let current = $state.raw<Toast | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined
let count = 0

export const toast = {
  get current(): Toast | null { return current },
  /** Show a message; `stays` keeps it until it is closed (for what must not be missed). */
  show(text: string, action?: Toast['action'], options: { stays?: boolean } = {}): void {
    clearTimeout(timer)
    const stays = options.stays ?? false
    current = { id: ++count, text, stays, ...(action ? { action } : {}) }
    // Ten seconds: long enough to put the phone down and reach for Undo.
    if (!stays) timer = setTimeout(() => { current = null }, 10_000)
  },
  close(): void {
    clearTimeout(timer)
    current = null
  },
}
