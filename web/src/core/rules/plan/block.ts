/**
 * Blocks: the dated copy of a program. What reading one needs; making and editing have files of their own.
 * Shapes: docs/training.md.
 */

import type { Body, Setup } from '../../values/documents'

export interface BlockSlot {
  id: string
  exercise: string
  sets: number
  reps_low: number
  reps_high: number
  rir: number
  setup?: Setup
  note?: string
}
export interface BlockDay { id: string; date: string; name: string; slots: BlockSlot[] }
export interface BlockWeek { id: string; days: BlockDay[]; deload?: boolean }
/** `ended`: from this day on it plans nothing. */
export interface Block extends Body {
  name: string
  program: string
  start: string
  weeks: BlockWeek[]
  ended?: string
}

const DAY_MS = 86_400_000

/** The day of a block on a date. */
export function dayOn(block: Block, date: string): { day: BlockDay; deload: boolean } | null {
  if (block.ended !== undefined && date >= block.ended) return null
  for (const week of block.weeks) {
    const day = week.days.find((one) => one.date === date)
    if (day) return { day, deload: week.deload ?? false }
  }
  return null
}

/** Whether a block still plans something on a date or later. */
export function runsOn(block: Block, date: string): boolean {
  return (
    (block.ended === undefined || date < block.ended) && date < addDays(block.start, block.weeks.length * 7)
  )
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
}
