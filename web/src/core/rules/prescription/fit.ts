/**
 * The belief about one exercise from its sets: which of them speak about strength, workout by workout. The
 * twin of `efforts_of` in `iron.training.strength.capacity` and `believable` in
 * `iron.training.prescription.build`.
 */

import { classifyDepth } from '../history/depth'
import { byLine, keyOf } from '../history/lines'
import { counts, type Performed } from '../history/performed'
import { moving, sessionsOf, type Trained } from './case'
import { sortingDoubts } from './doubt'
import type { Pieces } from '../../values/pieces'
import { familyK } from '../strength/belief'
import { absorb } from '../strength/pooled'
import type { Effort, Strength } from '../strength/pooled-state'

const DAY_MS = 86_400_000

/** What a fit needs of an exercise; reference depths by line. */
export type Fitted = Pick<Trained, 'facts' | 'family' | 'curveK' | 'cause'> & {
  readonly references: Readonly<Record<string, number>>
}

/** Days since 1970 of a date. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS)
}

/**
 * The belief after the workouts of some sets, with stops in between.
 *
 * @param before the belief to go on from; null for none
 * @param sets of the exercise, oldest first; those of earlier workouts say which are typing errors
 * @param from workouts that the belief does not hold yet
 */
export function* fitOn(
  before: Strength | null, exercise: Fitted, sets: readonly Performed[], from: ReadonlySet<string>,
): Pieces<Strength | null> {
  const k = familyK(exercise.family, exercise.curveK)
  let state = before
  for (const { day, efforts } of yield* workoutsOf(exercise, sets, k, from)) {
    state = absorb(state, day, efforts, k)
    yield
  }
  return state
}

interface Day { readonly day: number; readonly efforts: Effort[] }

function* workoutsOf(
  exercise: Fitted, all: readonly Performed[], k: number, from: ReadonlySet<string>,
): Pieces<Day[]> {
  const { facts, cause } = exercise
  const sets = (yield* believable(all.map((set) => moving(set, facts)), facts.splitting, k))
    .filter((set) => cause(set.start.slice(0, 10)) === null)
  yield
  const classes = yield* classed(sets, exercise)
  const days = new Map<string, Day>()
  for (const set of sets) {
    if (!from.has(set.workout)) continue
    const day = days.get(set.workout) ?? { day: dayNumber(set.start), efforts: [] }
    const isCut = (classes.get(set) ?? set.depthClass) === 'cut'
    const effort = effortOf(set, keyOf(set, facts.splitting), day.efforts.length, isCut)
    if (effort === null) continue
    day.efforts.push(effort)
    days.set(set.workout, day)
  }
  return [...days.values()]
}

/** Depth classes, each line by its own; empty where nothing was measured. */
function* classed(
  sets: readonly Performed[], { facts, references }: Fitted,
): Pieces<Map<Performed, string>> {
  const classes = new Map<Performed, string>()
  if (sets.every((set) => set.depthValue === undefined)) return classes
  for (const [line, group] of byLine(sets, facts.splitting)) {
    for (const [at, set] of classifyDepth(group, references[line] ?? null).entries()) {
      const before = group[at]
      if (before) classes.set(before, set.depthClass)
    }
    yield
  }
  return classes
}

/** A performed set as the filter sees it; null when it cannot speak about strength. */
function effortOf(set: Performed, line: string, position: number, cut: boolean): Effort | null {
  const { movedKg, reps, rir } = set
  if (!counts(set) || set.kind !== 'working' || movedKg === null || !(movedKg > 0)) return null
  if (reps === undefined || !(reps >= 1) || !Number.isFinite(reps) || !Number.isFinite(movedKg)) return null
  return {
    line, movedKg, reps, rir: rir !== undefined && rir >= 0 && rir <= 10 ? rir : null, position,
    restS: set.restS ?? null, cut, failed: set.failure,
  }
}

/** The sets without doubtful ones, line by line: a typing error teaches nothing. */
function* believable(
  sets: readonly Performed[], splitting: readonly string[], k: number,
): Pieces<Performed[]> {
  const doubtful = new Set<string>()
  for (const group of byLine(sets, splitting).values()) {
    const every = sessionsOf(group, () => null)
    yield
    const [believed] = yield* sortingDoubts(every, k)
    const names = (sessions: typeof every) =>
      sessions.flatMap(({ day, sets: lifts }) => lifts.map((lift) => `${day}|${lift.load_kg}|${lift.reps}`))
    const trusted = new Set(names(believed))
    for (const name of names(every)) if (!trusted.has(name)) doubtful.add(name)
  }
  if (doubtful.size === 0) return [...sets]
  return sets.filter((set) => !doubtful.has(`${set.start.slice(0, 10)}|${set.loadKg}|${set.reps ?? 0}`))
}
