/**
 * The order of workouts in time: by the instant at which they began, where the zone is known. The twin of
 * `src/iron/values/moments.py`. A start is local wall time; in the autumn hour and on a journey westwards a
 * later workout may have an earlier one. A workout without an offset is taken to be in the zone of the one
 * before it.
 */

import { momentOf } from './moments'

export interface Began {
  start: string
  offset?: number | undefined
}

/** Sort by the instant of the start, oldest first; equal ones by `tie`. */
export function inTimeOrder<T>(items: Iterable<T>, began: (item: T) => Began, tie: (item: T) => string): T[] {
  const rows = [...items].map((item) => ({ item, ...began(item), tie: tie(item) }))
  rows.sort((a, b) => byText(a.start, b.start) || byText(a.tie, b.tie))
  const known = rows.flatMap(({ offset }) => (offset === undefined ? [] : [offset]))
  const [first] = known
  if (first === undefined || known.every((offset) => offset === first)) return rows.map(({ item }) => item)
  let zone = first
  const keyed = rows.map((row) => {
    zone = row.offset ?? zone
    return { ...row, at: instant(row.start, zone) }
  })
  keyed.sort((a, b) => a.at - b.at || byText(a.tie, b.tie))
  return keyed.map(({ item }) => item)
}

/** Whether one began before another: by the instant where both zones are known, else by wall time. */
export function beganBefore(a: Began, b: Began): boolean {
  if (a.offset === undefined || b.offset === undefined) return a.start < b.start
  return instant(a.start, a.offset) < instant(b.start, b.offset)
}

/** Milliseconds since 1970; what is no time sorts first. */
function instant(start: string, offset: number): number {
  const at = momentOf(start, offset)
  return Number.isNaN(at) ? -Infinity : at
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
