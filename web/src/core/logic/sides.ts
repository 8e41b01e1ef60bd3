/** One side, then the other: whose turn it is. Left and right in turn are two sets; a pair has one rest. */

import { inOrder, kindOf, sideOf, type Side, type WorkoutSet } from '../values/documents'

/**
 * The side of the next set.
 *
 * Who does both sides in turn goes on so, from the side the entry began with; who only trains one side stays
 * on it.
 *
 * @param sets today's sets of the entry
 * @param before the sets of the exercise's newest earlier entry
 */
export function sideNext(sets: readonly WorkoutSet[], before: readonly WorkoutSet[]): Side {
  const today = working(sets)
  const then = working(before)
  const first = today[0] ?? then[0]
  const last = today.at(-1)
  if (!first) return 'both'
  if (last === undefined) return sideOf(first)
  const side = sideOf(last)
  if (side === 'both') return 'both'
  const [here, there] = [count(today, side), count(today, other(side))]
  // Twice the same side in a row and never the other: that is meant.
  const turns =
    there > 0 || (here === 1 && (then.length === 0 || then.some((set) => sideOf(set) === other(side))))
  if (!turns) return side
  if (here > there) return other(side)
  return here < there ? side : sideOf(first)
}

/** Whether this set leaves its pair open: the other side comes at once, without a rest. */
export function pairOpen(sets: readonly WorkoutSet[], before: readonly WorkoutSet[]): boolean {
  const last = working(sets).at(-1)
  if (!last || sideOf(last) === 'both') return false
  const side = sideOf(last)
  return (
    sideNext(sets, before) === other(side) && count(working(sets), side) > count(working(sets), other(side))
  )
}

/** How many sets a lifter counts: a left and a right one are one. */
export function rounds(sets: readonly WorkoutSet[]): number {
  return count(sets, 'both') + Math.max(count(sets, 'left'), count(sets, 'right'))
}

function working(sets: readonly WorkoutSet[]): WorkoutSet[] {
  return inOrder(sets).filter((set) => kindOf(set) === 'working')
}

function count(sets: readonly WorkoutSet[], side: Side): number {
  return sets.filter((set) => sideOf(set) === side).length
}

function other(side: Side): Side {
  return side === 'left' ? 'right' : side === 'right' ? 'left' : 'both'
}
