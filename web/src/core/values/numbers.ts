/** Small arithmetic as Python does it, so that both languages give one answer. */

const DAY_MS = 86_400_000

/** Rounded to a whole number; halves go to the even one. */
export function whole(value: number): number {
  const below = Math.floor(value)
  if (value - below !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

/** The middle value; between two of them their mean. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b)
  const half = Math.floor(ordered.length / 2)
  const upper = ordered[half] ?? Number.NaN
  return ordered.length % 2 === 1 ? upper : ((ordered[half - 1] ?? upper) + upper) / 2
}

/** How often each value is there, in the order of first sight. */
export function counted<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** The item with the smallest rank, the first among equals; ranks are compared number by number. */
export function least<T>(items: Iterable<T>, rank: (item: T) => readonly number[]): T | undefined {
  let best: { item: T; rank: readonly number[] } | undefined
  for (const item of items) {
    const mine = rank(item)
    if (best === undefined || isLess(mine, best.rank)) best = { item, rank: mine }
  }
  return best?.item
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0
    if (value !== other) return value < other
  }
  return false
}

/** Whole days from one date to another, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS)
}

/** The date so many days later, YYYY-MM-DD; negative = earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Neighbours: [a, b], [b, c] … */
export function pairwise<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, at) => [items[at] as T, item]) // there is one before each of them
}

export function sixDigits(value: number): number {
  return Number(value.toFixed(6))
}
