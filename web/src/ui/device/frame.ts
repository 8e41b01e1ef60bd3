/**
 * The next painted frame: what a tap starts shows itself first (a lit tab, an open sheet), and the work comes
 * after.
 */

/** A page that does not paint (hidden, or a browser that saves power) goes on after so long [ms]; a guess. */
const NO_PAINT_MS = 100

let coming: Promise<void> | null = null

/** Resolves in a task of its own once the next frame is painted; all who ask before that come together. */
export function painted(): Promise<void> {
  coming ??= new Promise<void>((resolve) => {
    const finish = () => {
      coming = null
      resolve()
    }
    if (document.hidden) {
      setTimeout(finish)
      return
    }
    const late = setTimeout(finish, NO_PAINT_MS)
    requestAnimationFrame(() => {
      clearTimeout(late)
      // The callback comes before the paint, a task after it.
      setTimeout(finish)
    })
  })
  return coming
}
