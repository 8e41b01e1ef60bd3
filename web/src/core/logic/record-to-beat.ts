/**
 * The record to beat: what no set of a line has done better. The same sets as `bests.ts`: working, full
 * depth, not flagged, each line for itself. Where the load is help, less is better. Holds and distances count
 * too.
 */

import { inTime } from '../rules/history/lines'
import { counts, type Performed } from '../rules/history/performed'
import { lengthM } from '../rules/loads/units'

/** What was done, in one number: repetitions, else seconds, else metres. */
export interface Mark { load_kg: number; done: number; of: 'reps' | 'seconds' | 'metres'; start: string }

/**
 * The sets that no other set beats in load and in what was done, hardest load first. Sets carry their depth
 * class.
 */
export function front(sets: Iterable<Performed>, loadMeaning: string): Mark[] {
  // One mark a load first: ten years have thousands of sets and a few hundred loads.
  const most = new Map<string, Mark>()
  for (const set of inTime(sets)) {
    const mark = markOf(set)
    const key = mark && `${mark.of}|${mark.load_kg}`
    if (mark && key && mark.done > (most.get(key)?.done ?? -1)) most.set(key, mark)
  }
  const best: Mark[] = []
  for (const mark of [...most.values()].sort(
    (a, b) =>
      merit(b, loadMeaning) - merit(a, loadMeaning) || b.done - a.done || (a.start < b.start ? -1 : 1),
  )) {
    if (!best.some((other) => other.of === mark.of && other.done >= mark.done)) best.push(mark)
  }
  return best
}

/** What a set may hold a record with; null for warm-ups, cut depth and flagged loads. */
export function markOf(set: Performed): Mark | null {
  if (set.kind === 'warm-up' || set.depthClass === 'cut') return null
  const base = { load_kg: set.loadKg, start: set.start }
  if (set.reps !== undefined) return counts(set) ? { ...base, done: set.reps, of: 'reps' } : null
  const { duration_s: seconds, distance } = set.raw
  if (distance) return { ...base, done: lengthM(distance.value, distance.unit), of: 'metres' }
  return seconds ? { ...base, done: seconds, of: 'seconds' } : null
}

/** The best ever done at this load or a harder one; null when nothing as hard was ever done. */
export function toBeat(best: readonly Mark[], loadMeaning: string, load_kg: number): Mark | null {
  const wanted = loadMeaning === 'assistance' ? -load_kg : load_kg
  const able = best.filter((mark) => merit(mark, loadMeaning) >= wanted - 0.005) // loads are shown to 0.01
  return able.reduce<Mark | null>((top, mark) => (top === null || mark.done > top.done ? mark : top), null)
}

function merit(mark: Mark, loadMeaning: string): number {
  return loadMeaning === 'assistance' ? -mark.load_kg : mark.load_kg
}
