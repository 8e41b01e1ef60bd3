/**
 * The reps in reserve that a plan asks for: whether the last sets kept them, and a load that keeps them. The
 * twin of `iron.training.prescription.reserve`.
 */

import { LEAST_CHANCE, RESERVE_MISS, RESERVE_SLACK } from '../../generated/tables'
import { median } from '../../values/numbers'
import { atLeast, type Outlook } from './chance'
import { movedMass, type Case, type Lift } from './model'
import { lighterWithin } from './settle'

/**
 * Reps to failure that the plan's fewest reps and its reserve add up to; null without a plan, without a
 * reserve in it, in a deload, and where a program sets the load.
 */
function plannedReps({ wanted }: Case): number | null {
  if (wanted === null || wanted.rir_stated === false || wanted.rir <= 0) return null
  if (wanted.deload || wanted.load_kg !== null) return null
  return wanted.reps_low + wanted.rir
}

/** The median of reps and reserve of some sets; null unless all of them say their reserve. */
function repsToFailure(lifts: readonly Lift[]): number | null {
  const sums = lifts.flatMap(({ reps, rir }) => (rir === null ? [] : [reps + rir]))
  return sums.length > 0 && sums.length === lifts.length ? median(sums) : null
}

/** Whether sets fell two reps or more short of the plan's fewest reps and its reserve. */
export function isReserveMissed(given: Case, lifts: readonly Lift[]): boolean {
  const [wanted, shown] = [plannedReps(given), repsToFailure(lifts)]
  return wanted !== null && shown !== null && wanted - shown >= RESERVE_MISS
}

/**
 * Whether a moved mass probably leaves the plan's reserve, but for a rep; true where nobody asks or knows.
 */
export function keepsReserve(given: Case, outlook: Outlook, movedKg: number): boolean {
  const wanted = plannedReps(given)
  const chance = wanted === null ? null : atLeast(outlook, movedKg, wanted - RESERVE_SLACK)
  return chance === null || chance >= LEAST_CHANCE
}

/**
 * Whether sets that do not all say their reserve were, by what is believed, too close to failure for the
 * plan. Eight reps that were all he had cannot be eight with three left: nobody said so, the best known sets
 * do. Where nobody said anything, and the last of several sets at one load had the plan's reps and as many as
 * the first, some were left in the first: each set tires.
 */
export function isReserveUnlikely(
  given: Case, outlook: Outlook, lifts: readonly Lift[], movedKg: number,
): boolean {
  const [first, last, plan] = [lifts[0], lifts.at(-1), given.wanted]
  if (!first || !last || plan === null) return false
  const isSilent = lifts.every(({ rir }) => rir === null)
  if (isSilent && lifts.length > 1 && last.reps >= Math.max(first.reps, plan.reps_low)) return false
  return repsToFailure(lifts) === null && !keepsReserve(given, outlook, movedKg)
}

/**
 * The hardest load [kg] below a moved mass at which the plan's reserve is likely, at most a share of
 * `mostDrop` lighter; the lightest of these where none is likely; null where no load is lighter.
 */
export function lighterForReserve(
  given: Case, outlook: Outlook, nowKg: number, mostDrop: number,
): number | null {
  const wanted = plannedReps(given)
  if (wanted === null) return null
  const loads = lighterWithin(given, nowKg, mostDrop)
  const isLikely = (load: number) => (atLeast(outlook, movedMass(given, load), wanted) ?? 0) >= LEAST_CHANCE
  return loads.findLast(isLikely) ?? loads[0] ?? null
}
