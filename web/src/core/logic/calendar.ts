/** A month as weeks of days, and what a day was trained for. Days are `YYYY-MM-DD`, months `YYYY-MM`. */

import { weekday } from '../generated/messages-ui'
import { kindOf, type Workout } from '../values/documents'
import type { WeekStart } from '../rules/history/volume'

const FIRST_DAY: Readonly<Record<WeekStart, number>> = { sunday: 0, monday: 1, saturday: 6 }
const NAMES = Object.values(weekday)

/** The names of the days in the order of the lifter's week. */
export function dayNames(start: WeekStart): string[] {
  return Array.from({ length: 7 }, (_, n) => NAMES[(FIRST_DAY[start] + n) % 7] ?? '')
}

/** The weeks of a month; days of other months are null. */
export function weeksOf(month: string, start: WeekStart): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const lead = (first.getUTCDay() - FIRST_DAY[start] + 7) % 7
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const weeks = Math.ceil((lead + length) / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_day, n) => {
    const date = week * 7 + n - lead + 1
    return date < 1 || date > length ? null : `${month}-${String(date).padStart(2, '0')}`
  }))
}

/** Months before or after, never before the year 1950 or after 2069 (the bounds of a workout's date). */
export function monthBy(month: string, by: number): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + by)
  const moved = at.toISOString().slice(0, 7)
  return moved < '1950-01' || moved > '2069-12' ? month : moved
}

/** The day that an arrow key goes to, or null for a key that is none of the calendar's. */
export function dayByKey(day: string, key: string, start: WeekStart): string | null {
  const inWeek = (new Date(`${day}T00:00:00Z`).getUTCDay() - FIRST_DAY[start] + 7) % 7
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: -inWeek, End: 6 - inWeek,
  }
  const by = steps[key]
  if (by !== undefined) return dayBy(day, by)
  if (key !== 'PageUp' && key !== 'PageDown') return null
  const month = monthBy(day.slice(0, 7), key === 'PageUp' ? -1 : 1)
  const last = weeksOf(month, start).flat().findLast((day) => day !== null) ?? day
  const same = `${month}${day.slice(7)}`
  return same < last ? same : last
}

/** What workouts were for: their regions of the body, the one with the most sets first. */
export function trainedRegions(
  workouts: readonly Workout[], regionOf: (exercise: string) => string | undefined,
): string[] {
  const sets = new Map<string, number>()
  for (const { entries } of workouts) {
    for (const entry of entries) {
      const region = regionOf(entry.exercise)
      const count = entry.sets.filter((set) => kindOf(set) !== 'warm-up').length
      if (region !== undefined && count > 0) sets.set(region, (sets.get(region) ?? 0) + count)
    }
  }
  return [...sets].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([region]) => region)
}

function dayBy(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
