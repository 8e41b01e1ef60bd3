/** The overview of training, read on the phone: weeks, records, and the bests of every exercise. */

import { bestOfDays } from '../../core/logic/history/day-records'
import { wholeMuscles, type WholeMuscles } from '../../core/logic/history/whole-muscles'
import { overviewWeeks, type OverviewWeek } from '../../core/logic/overview'
import { eligible } from '../../core/rules/history/bests'
import { tenRmKg } from '../../core/rules/history/growth'
import { recording, type LineRecord } from '../../core/rules/history/set-records'
import { fromWorkout, type Performed } from '../../core/rules/history/performed'
import { weekOf } from '../../core/rules/history/volume'
import { addDays } from '../../core/values/numbers'
import type { Settings, WorkoutSet } from '../../core/values/documents'
import { yieldToEventLoop, inPieces } from '../store/pauses'
import { merges, settings, workouts as newestWorkouts, workoutsFrom } from '../store/store'
import { contentIndex } from './content'
import { indexFacts } from './exercise'
import { everTrained, lifted } from './exercise-history'

const WEEKS = 12
/** So many workouts become sets between two taps. */
const AT_A_TIME = 24

export interface Overview {
  /** The day that the weeks end with: today, or the last day trained where twelve weeks are empty. */
  until: string
  weeks: OverviewWeek[]
  muscles: WholeMuscles
  settings: Settings
}

export async function readOverview(today: string): Promise<Overview> {
  const [chosen, factsOf, index, merged] = await Promise.all([
    settings(), indexFacts(), contentIndex(), merges(),
  ])
  const start = chosen.week_start ?? 'monday'
  const firstOf = (day: string) => addDays(weekOf(day, start), -7 * (WEEKS - 1))
  let [until, workouts] = [today, await workoutsFrom(firstOf(today), '9999')]
  const latest = workouts.length === 0 ? (await newestWorkouts({ limit: 1 }))[0] : undefined
  if (latest) {
    until = latest.body.start.slice(0, 10)
    workouts = await workoutsFrom(firstOf(until), '9999')
  }
  const sets: Performed[] = []
  for (const [n, { id, body }] of workouts.entries()) {
    sets.push(...fromWorkout(id, merged.workout(body), factsOf))
    if (n % AT_A_TIME === AT_A_TIME - 1) await yieldToEventLoop()
  }
  const muscles = wholeMuscles(index.muscles)
  const weeks = overviewWeeks(sets, muscles.merge(factsOf), until, WEEKS, start)
  return { until, weeks, muscles, settings: chosen }
}

export interface FoundRecord extends LineRecord { exercise: string; name: string; workout: string }

/** Records since a day, told exercise by exercise; newest first in each. */
export async function readRecords(
  since: string, tell: (records: FoundRecord[]) => void, current: () => boolean,
): Promise<void> {
  for (const { exercise, last } of await everTrained()) {
    if (!current()) return
    if (last.slice(0, 10) < since) break
    const history = await lifted(exercise)
    const { loadMeaning } = history.exercise.facts
    const records: FoundRecord[] = []
    for (const line of history.lines) {
      if (line.last.slice(0, 10) < since) continue
      const workoutOf = new Map(line.sets.map((set) => [set.id, set.workout]))
      const won = await inPieces(recording(line.sets, loadMeaning))
      for (const record of bestOfDays(won, loadMeaning))
        if (record.start.slice(0, 10) >= since)
          records.push({
            ...record, exercise, name: history.exercise.name, workout: workoutOf.get(record.set_id) ?? '',
          })
    }
    if (current() && records.length > 0) tell(records)
    await yieldToEventLoop()
  }
}

export interface Best { set: WorkoutSet; start: string; workout: string }
export interface ExerciseBests {
  exercise: string
  name: string
  /** The heaviest set; the one worth the most for ten reps; the most reps, longest or farthest. */
  heaviest?: Best
  strongest?: Best & { tenKg: number }
  most?: Best
}

/** The bests of every exercise over all its lines, told one by one, the last trained first. */
export async function readBests(tell: (bests: ExerciseBests) => void, current: () => boolean): Promise<void> {
  for (const { exercise } of await everTrained()) {
    if (!current()) return
    const history = await lifted(exercise)
    const sets = history.lines.flatMap((line) => line.sets)
    if (current()) tell(bestsOf(exercise, history.exercise, sets))
    await yieldToEventLoop()
  }
}

/**
 * Sets of more reps are no “strongest”: a guess. The curve is known from 9 to 19 reps
 * (docs/evidence.md#load-reps-curve); far beyond them, slips such as 111 for 11 would hold the record.
 */
const MOST_REPS_COMPARED = 30

export function bestsOf(
  exercise: string, known: Awaited<ReturnType<typeof lifted>>['exercise'], sets: readonly Performed[],
): ExerciseBests {
  const helps = known.facts.loadMeaning === 'assistance'
  const counted = eligible(sets)
  const top = <T>(among: readonly T[], worth: (row: T) => number | null | undefined) =>
    among.reduce<T | undefined>((best, row) => {
      const [now, then] = [worth(row), best === undefined ? undefined : worth(best)]
      return now == null || (then != null && then >= now) ? best : row
    }, undefined)
  const ten = (set: Performed) => tenRmKg(set, known.facts)
  const most = top(
    sets.filter((set) => set.kind !== 'warm-up' && set.depthClass !== 'cut'),
    (set) =>
      known.log.includes('reps') ? set.reps : (set.raw.duration_s ?? set.raw.distance?.value),
  )
  const mostKg = counted.reduce((kg, set) => Math.max(kg, set.loadKg), 0)
  const withMost = helps || mostKg === 0 ? [] : counted.filter((set) => set.loadKg === mostKg)
  const heaviest = top(withMost, (set) => set.reps ?? 0)
  const compared = counted.filter((set) => (set.reps ?? 0) <= MOST_REPS_COMPARED)
  const strongest = top(compared, (set) => (helps ? -(ten(set) ?? Infinity) : ten(set)))
  const as = (set: Performed): Best => ({ set: set.raw, start: set.start, workout: set.workout })
  return {
    exercise, name: known.name,
    ...(heaviest ? { heaviest: as(heaviest) } : {}),
    ...(strongest && (ten(strongest) ?? 0) > 0
      ? { strongest: { ...as(strongest), tenKg: ten(strongest) ?? 0 } }
      : {}),
    ...(most ? { most: as(most) } : {}),
  }
}
