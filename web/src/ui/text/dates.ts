/**
 * Dates and times as people read them. Days are `YYYY-MM-DD`, wall times `YYYY-MM-DDTHH:MM:SS`: never zones,
 * never shifts.
 */

import * as messages from '../../core/generated/messages-ui'

const MONTHS = Object.values(messages.month)
const MONTHS_SHORT = Object.values(messages.monthShort)
const DAYS = Object.values(messages.weekday)
const DAY_MS = 86_400_000

/** Midnight UTC of a day [s]: the x of charts. */
export function seconds(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 1000
}

/** "2 June", with the year when it is not `thisYear`. */
export function dayWords(day: string, thisYear = ''): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  const words = `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}`
  return year === thisYear ? words : `${words} ${year}`
}

/** "2 Jun 26": for tables. */
export function dayShort(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  return `${Number(date)} ${monthShort(Number(month))} ${year.slice(2)}`
}

/** "2 Jun". */
export function shortDay(day: string): string {
  return `${Number(day.slice(8, 10))} ${monthShort(Number(day.slice(5, 7)))}`
}

export function monthShort(month: number): string {
  return MONTHS_SHORT[month - 1] ?? ''
}

/** "June 2026". */
export function monthWords(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`
}

export function weekday(day: string): string {
  return DAYS[new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`)).getUTCDay()] ?? ''
}

/** "18:05". */
export function timeOfDay(wallTime: string): string {
  return wallTime.slice(11, 16)
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((seconds(to) - seconds(from)) / 86_400)
}

/** "today", "yesterday", "8 days ago", later the date. */
export function ago(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days === 0) return messages.dayToday
  if (days === 1) return messages.dayYesterday
  if (days > 1 && days < 22) return messages.daysAgo({ days })
  return dayWords(day, today.slice(0, 4))
}

/** "9 weeks", "about 3 years": how long a pause was, to the precision that a lifter would say. */
export function pauseWords(days: number): string {
  const years = Math.round(days / 365.25)
  return years >= 2 ? messages.aboutYears({ years }) : messages.weeksLong({ weeks: Math.round(days / 7) })
}

/** "1 h 5 min" or "45 min", between two wall times; empty when it cannot be. */
export function span(start: string, end: string | undefined): string {
  if (end === undefined) return ''
  const minutes = Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000)
  if (!Number.isFinite(minutes) || minutes <= 0 || minutes * 60_000 > DAY_MS) return ''
  return minutes < 60
    ? messages.minutesLong({ minutes })
    : messages.hoursLong({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}
