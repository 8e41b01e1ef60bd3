/** Weekdays for a program that is started: its days stay in order, each on a weekday of the lifter. */
import type { Program, ProgramBody } from '../../rules/programs/model'

/** So many weekdays a program needs; 0 where its days cannot keep weekdays because they change places. */
export function weekdaysOf(program: Program): number {
  const { days, weeks, order } = program
  const isSame = Array.from({ length: weeks }, (_, at) => order.filter(([week]) => week === at + 1).length)
    .every((count) => count === days.length)
  return isSame && days.length === program.daysPerWeek && days.length <= 7 ? days.length : 0
}

/** The weekdays (0 = Monday) that a text names, in the order of its days; empty for days in sequence. */
export function weekdaysIn(body: ProgramBody): number[] {
  if (body['schedule'] !== 'weekdays') return []
  return daysOf(body).flatMap(({ weekday }) => (typeof weekday === 'number' ? [weekday] : []))
}

// A program that the checker took has tables of days.
const daysOf = (body: ProgramBody) => body['days'] as readonly Readonly<Record<string, unknown>>[]

/** The text with these weekdays (0 = Monday) for its days; with none its days follow one another. */
export function withWeekdays(body: ProgramBody, weekdays: readonly number[]): ProgramBody {
  const sorted = [...weekdays].sort((a, b) => a - b)
  const { schedule: _, ...rest } = body
  const days = daysOf(body).map(({ weekday: __, ...day }, at) => {
    const weekday = sorted[at]
    return weekday === undefined ? day : { ...day, weekday }
  })
  return { ...rest, ...(sorted.length > 0 ? { schedule: 'weekdays' } : {}), days }
}
