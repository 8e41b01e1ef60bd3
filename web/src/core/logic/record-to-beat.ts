/**
 * The record to beat: what no set of a line has done better, by the same rule as records
 * (`rules/history/set-records`). Each line for itself; reps, holds, distances and paces apart.
 */

import { inTime } from '../rules/history/lines'
import { metresOf } from '../rules/history/measures'
import type { Performed } from '../rules/history/performed'
import { isBeaten, pointOf, type Counted, type Point } from '../rules/history/set-records'

/** A set that no other set beats. */
export interface Mark extends Point {
  readonly load_kg: number
  readonly metres: number
  readonly start: string
}

/** What a line has reached; `counted` is what its newest set counts, null without one. */
export interface Front { readonly counted: Counted | null; readonly marks: readonly Mark[] }

/** The marks of a line. Sets carry their depth class. */
export function front(sets: Iterable<Performed>, loadMeaning: string): Front {
  // One mark a level first: ten years have thousands of sets and a few hundred loads.
  const most = new Map<string, Mark>()
  let counted: Counted | null = null
  for (const set of inTime(sets)) {
    const mark = markOf(set, loadMeaning)
    if (!mark) continue
    ({ counted } = mark)
    const key = `${mark.counted}|${mark.level}`
    if (mark.amount > (most.get(key)?.amount ?? -1)) most.set(key, mark)
  }
  const marks: Mark[] = []
  for (const mark of [...most.values()].sort(
    (a, b) => b.level - a.level || b.amount - a.amount || (a.start < b.start ? -1 : 1),
  )) {
    const isBehind = (other: Mark) => other.counted === mark.counted && other.amount >= mark.amount
    if (!marks.some(isBehind)) marks.push(mark)
  }
  return { counted, marks }
}

/** What a set may hold a record with; null for warm-ups, cut depth and flagged loads. */
export function markOf(set: Performed, loadMeaning: string): Mark | null {
  const point = pointOf(set, loadMeaning)
  return point && {
    ...point, load_kg: set.loadKg, metres: metresOf(set), start: set.start,
  }
}

/** Whether none of the marks did as much as this one at its level or a harder one. */
export function isRecord(mark: Mark, among: readonly Mark[]): boolean {
  return !among.some((other) => other.counted === mark.counted && isBeaten(mark, other))
}

/** The best ever done at this level or a harder one; null when nothing as hard was ever done. */
export function toBeat(marks: readonly Mark[], counted: Counted, level: number): Mark | null {
  // Loads are shown to 0.01.
  const wanted: Point = { counted, level: level - 0.005, amount: 0 }
  return marks
    .filter((mark) => mark.counted === counted && isBeaten(wanted, mark))
    .reduce<Mark | null>((top, mark) => (top === null || mark.amount > top.amount ? mark : top), null)
}
