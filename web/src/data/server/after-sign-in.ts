/** A screen that waits for a sign-in: this tab opens it again afterwards, also by way of a provider. */

const KEY = 'iron-after-sign-in'

/** Open this path below /app/ after the sign-in that follows. */
export function returnAfterSignIn(path: string): void {
  sessionStorage.setItem(KEY, path)
}

/** The path that waits, once; null for none. */
export function takeReturn(): string | null {
  const path = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return path
}
