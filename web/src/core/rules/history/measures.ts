/**
 * What the one number of a line counts: a 10RM, reps, a time, a distance, a pace or a carried load. The twin
 * of `iron.training.history.measures`.
 */

import { BODY_SESSIONS, LAP_METRES, LAP_NAMES, OUT_OF_RECORDS, PACE_FROM_M } from '../../generated/tables'
import { lengthM } from '../loads/units'
import { counts, type Facts, type Performed } from './performed'

/**
 * ten: load for 10 reps [kg]; reps: most reps of a workout; duration: longest set [s]; distance: farthest
 * [m]; pace: fastest [m/s]; carry: heaviest load carried [kg].
 */
export type Kind = 'ten' | 'reps' | 'duration' | 'distance' | 'pace' | 'carry'
/** Kinds that no repetition counts. */
export type MeasuredKind = Exclude<Kind, 'ten' | 'reps'>

type Counted = Pick<Facts, 'loadMeaning' | 'bodyShare'>

export function isMeasured(kind: Kind): kind is MeasuredKind {
  return kind !== 'ten' && kind !== 'reps'
}

/**
 * What the number of a line counts, by what its exercise records and what its sets hold. Lifts that are done
 * with the body alone, now, count reps; what has no reps counts what was measured.
 */
export function kindOf(sets: readonly Performed[], log: readonly string[], facts: Counted): Kind {
  const work = sets.filter((set) => set.kind !== 'warm-up')
  const measured = work.filter((set) => durationOf(set) > 0 || metresOf(set) > 0)
  if (!log.includes('reps') || (measured.length > 0 && !work.some((set) => set.reps)))
    return measuredKind(measured, log)
  const isHanging = facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  if (isHanging || facts.bodyShare > 0 || !log.includes('load')) {
    const recent = new Set([...new Set(sets.map((set) => set.workout))].slice(-BODY_SESSIONS))
    if (work.every((set) => !recent.has(set.workout) || set.loadKg === 0)) return 'reps'
  }
  // Reps with a load say nothing without the load, also where the 10RM is not known.
  if (work.some((set) => set.loadKg > 0)) return 'ten'
  const moves = work.some((set) => counts(set) && set.depthClass !== 'cut' && (set.movedKg ?? 0) > 0)
  return moves ? 'ten' : 'reps'
}

function measuredKind(measured: readonly Performed[], log: readonly string[]): MeasuredKind {
  for (const kind of ['carry', 'pace', 'distance'] as const)
    if (measured.some((set) => measuredOf(set, kind) !== undefined)) return kind
  if (measured.length > 0 || !log.includes('distance')) return 'duration'
  // Nothing was done yet: what its exercise records.
  if (log.includes('load')) return 'carry'
  return log.includes('duration') ? 'pace' : 'distance'
}

/** What a set is worth in a kind other than the 10RM; undefined where it says nothing. */
export function measuredOf(set: Performed, kind: Kind): number | undefined {
  const metres = metresOf(set)
  const seconds = durationOf(set)
  if (kind === 'reps') return set.reps
  if (kind === 'duration') return set.raw.duration_s
  if (kind === 'carry') return metres > 0 && set.loadKg > 0 ? set.loadKg : undefined
  if (kind === 'distance') return metres || undefined
  return metres >= PACE_FROM_M && seconds > 0 ? metres / seconds : undefined
}

/** The best value of each day at full depth, oldest first. */
export function bestOfDays(
  sets: readonly Performed[], kind: Kind,
): (readonly [day: string, value: number])[] {
  const best = new Map<string, number>()
  for (const set of sets) {
    if (set.kind === 'warm-up' || set.depthClass === 'cut' || isOutOfRecords(set)) continue
    const value = measuredOf(set, kind)
    if (value === undefined || value <= 0) continue
    const day = set.start.slice(0, 10)
    best.set(day, Math.max(best.get(day) ?? 0, value))
  }
  return [...best]
}

/**
 * What a pace is given over, in words and in metres: a mile, 500 m on a rower, a kilometre for all units that
 * have none of their own.
 */
export function lapOf(distanceUnit: string): readonly [name: string, metres: number] {
  const unit = distanceUnit in LAP_NAMES ? distanceUnit : 'km'
  return [LAP_NAMES[unit] ?? '', LAP_METRES[unit] ?? 0]
}

export function isOutOfRecords(set: Performed): boolean {
  return set.flags.some((flag) => OUT_OF_RECORDS.includes(flag))
}

export function durationOf({ raw }: Performed): number {
  return raw.duration_s ?? 0
}

/** The distance of a set [m], 0 without one. */
export function metresOf({ raw: { distance } }: Performed): number {
  return distance ? lengthM(distance.value, distance.unit) : 0
}
