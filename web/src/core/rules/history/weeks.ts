/**
 * Weeks of training at a glance. The twin of `src/iron/training/history/weeks.py`. Cases: `spec/volume.json`.
 */

import type { Settings } from '../../values/documents'
import { addDays } from '../../values/numbers'
import type { Performed } from './performed'
import { weekOf, type WeekStart } from './volume'

export interface TrainingWeek {
  /** First day. */
  readonly week: string
  /** Days with at least one set. */
  readonly days: number
  /** Working sets of all kinds but warm-ups. */
  readonly sets: number
}

export type WeekGoal = NonNullable<Settings['week_goal']>

/** The last weeks up to that of a day, oldest first; weeks without training are there with zeros. */
export function trainingWeeks(
  sets: Iterable<Pick<Performed, 'start' | 'kind'>>, until: string, count: number,
  weekStart: WeekStart = 'monday',
): TrainingWeek[] {
  const last = weekOf(until, weekStart)
  const weeks = Array.from({ length: count }, (_, n) => addDays(last, (n - count + 1) * 7))
  const sums = new Map(weeks.map((week) => [week, { days: new Set<string>(), sets: 0 }]))
  for (const set of sets) {
    const day = set.start.slice(0, 10)
    const sum = sums.get(weekOf(day, weekStart))
    if (!sum) continue
    sum.days.add(day)
    if (set.kind !== 'warm-up') sum.sets += 1
  }
  return [...sums].map(([week, sum]) => ({ week, days: sum.days.size, sets: sum.sets }))
}

/** How far a week has come towards a goal in days or sets. */
export function towards(week: TrainingWeek, goal: WeekGoal): number {
  return goal.what === 'days' ? week.days : week.sets
}

/** Whether a week reached a goal. */
export function isReached(week: TrainingWeek, goal: WeekGoal): boolean {
  return towards(week, goal) >= goal.count
}
