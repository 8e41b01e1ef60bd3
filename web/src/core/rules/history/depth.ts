/**
 * Depth classes of one line: full or cut. The twin of `classify_depth` in
 * `src/iron/training/history/lines.py`.
 *
 * Fault `cut_range` and the lifter's own word decide first. Otherwise a set is cut when its depth lies below
 * 90 % of the reference: the median of the line's first three full sets with a depth value of the same `how`,
 * or the number that the lifter set. Before there are three, and without a value, a set is full. Cases:
 * `spec/lines.json`.
 */
import { FULL_SHARE, REFERENCE_SETS } from '../../generated/tables'
import { inTime } from './lines'
import type { Performed } from './performed'


/**
 * Give every set of one line its depth class, oldest first.
 *
 * @param reference the lifter's own reference (settings.reference_depth); it counts for the way of measuring
 *   that the
 *   line used last
 */
export function classifyDepth(sets: Iterable<Performed>, reference: number | null = null): Performed[] {
  const ordered = inTime(sets)
  return ordered.map(depthOf(ordered, reference))
}

/**
 * Gives the sets of one line, handed over one by one and oldest first, their depth class. `ordered`: all of
 * them.
 */
export function depthOf(
  ordered: readonly Performed[], reference: number | null = null,
): (set: Performed) => Performed {
  const ownHow = ordered.findLast((set) => set.depthValue !== undefined)?.depthHow
  const first = new Map<string | undefined, number[]>()
  return (set) => {
    const seen = first.get(set.depthHow) ?? []
    first.set(set.depthHow, seen)
    const own = reference !== null && set.depthHow === ownHow ? reference : null
    const classed = set.depthSaid || set.depthValue === undefined ? set : measured(set, seen, own)
    if (classed.depthClass === 'full' && classed.depthValue !== undefined && seen.length < REFERENCE_SETS) {
      seen.push(classed.depthValue)
    }
    return classed
  }
}

function measured(set: Performed, seen: readonly number[], own: number | null): Performed {
  const reference = own ?? (seen.length >= REFERENCE_SETS ? median(seen) : null)
  const full = reference === null || set.depthValue === undefined || set.depthValue >= FULL_SHARE * reference
  return { ...set, depthClass: full ? 'full' : 'cut' }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN // three values: the middle one
}
