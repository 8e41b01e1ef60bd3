/** Whether this phone shows the number pad below the strip: a habit of the hand, so it stays here. */

const KEY = 'iron-pad'

/** What was chosen last; undefined before anybody chose. */
export function padIsOpen(): boolean | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === null ? undefined : stored === 'open'
  } catch {
    return undefined // closed storage: the choice was never kept
  }
}

export function setPadOpen(open: boolean): void {
  try {
    localStorage.setItem(KEY, open ? 'open' : 'closed')
  } catch {
    // Closed storage: it holds for this page.
  }
}
