/** Weeks of training at a glance: sessions, hard sets, sets of each muscle, and what is usual. */

import type { Performed, Facts } from '../rules/history/performed'
import { creditOf, setCount, weekOf, type WeekStart } from '../rules/history/volume'
import { trainingWeeks, type TrainingWeek } from '../rules/history/weeks'
import { shown } from '../rules/loads/units'

export interface OverviewWeek extends TrainingWeek {
  /** Hard sets of each muscle, counted by their credits. */
  readonly muscles: Readonly<Record<string, number>>
}

/** The last weeks up to that of a day, oldest first; weeks without training are there with zeros. */
export function overviewWeeks(
  sets: readonly Performed[], factsOf: (exercise: string) => Facts, today: string, count: number,
  weekStart: WeekStart = 'monday',
): OverviewWeek[] {
  const weeks = trainingWeeks(sets, today, count, weekStart)
  const sums = new Map(weeks.map(({ week }) => [week, new Map<string, number>()]))
  for (const set of sets) {
    const muscles = sums.get(weekOf(set.start.slice(0, 10), weekStart))
    const hard = setCount(set)
    if (!muscles || hard === 0) continue
    for (const credit of factsOf(set.exercise).muscles)
      muscles.set(credit.id, (muscles.get(credit.id) ?? 0) + hard * creditOf(set, credit))
  }
  return weeks.map((week) => ({
    ...week,
    muscles: Object.fromEntries([...(sums.get(week.week) ?? [])].map(([id, value]) => [id, shown(value)])),
  }))
}

/** Weeks with training that "usual" looks back at: a guess, two months. */
const USUAL_WEEKS = 8

/**
 * The median of the last eight whole weeks with training before the current one; null without any. Weeks off
 * are left out: they say nothing about a usual week.
 */
export function usual(weeks: readonly OverviewWeek[], read: (week: OverviewWeek) => number): number | null {
  const past = weeks.slice(0, -1).filter((week) => week.days > 0).slice(-USUAL_WEEKS).map(read)
  if (past.length === 0) return null
  const sorted = past.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
