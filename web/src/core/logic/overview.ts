/** Weeks of training at a glance: sessions, hard sets, sets of each muscle, and what is usual. */

import type { Performed, Facts } from '../rules/history/performed'
import { creditOf, setCount, weekOf, type WeekStart } from '../rules/history/volume'
import { addDays } from '../rules/plan/block'
import { shown } from '../rules/loads/units'

export interface OverviewWeek {
  /** First day. */
  readonly week: string
  /** Days with at least one set. */
  readonly days: number
  /** Working sets of all kinds but warm-ups. */
  readonly sets: number
  /** Hard sets of each muscle, counted by their credits. */
  readonly muscles: Readonly<Record<string, number>>
}

/** The last weeks up to that of a day, oldest first; weeks without training are there with zeros. */
export function overviewWeeks(
  sets: Iterable<Performed>, factsOf: (exercise: string) => Facts, today: string, count: number,
  weekStart: WeekStart = 'monday',
): OverviewWeek[] {
  const last = weekOf(today, weekStart)
  const weeks = Array.from({ length: count }, (_, n) => addDays(last, (n - count + 1) * 7))
  const sums = new Map(
    weeks.map((week) => [week, { days: new Set<string>(), sets: 0, muscles: new Map<string, number>() }]),
  )
  for (const set of sets) {
    const day = set.start.slice(0, 10)
    const sum = sums.get(weekOf(day, weekStart))
    if (!sum) continue
    sum.days.add(day)
    if (set.kind !== 'warm-up') sum.sets += 1
    const hard = setCount(set)
    if (hard === 0) continue
    for (const credit of factsOf(set.exercise).muscles)
      sum.muscles.set(credit.id, (sum.muscles.get(credit.id) ?? 0) + hard * creditOf(set, credit))
  }
  return [...sums].map(([week, sum]) => ({
    week, days: sum.days.size, sets: sum.sets,
    muscles: Object.fromEntries([...sum.muscles].map(([id, value]) => [id, shown(value)])),
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
