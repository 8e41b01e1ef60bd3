/** One signal: something was written here. Sync listens; writing does not know sync. */

const listeners = new Set<() => void>()

export function noteWrite(): void {
  for (const tell of listeners) tell()
}

export function onWrite(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
