/**
 * Blocks: the dated copy of a program. What reading one needs; making and editing have files of their own.
 * Shapes: docs/training.md.
 */

import type { Body, Setup } from '../../values/documents'
import { addDays } from '../../values/numbers'

export interface BlockSlot {
  id: string
  exercise: string
  sets: number
  reps_low: number
  reps_high: number
  rir: number
  setup?: Setup
  note?: string
  /** What the log asks of the lifter here. */
  reminder?: 'log-rir'
  /** Eased by the lifter, alone: fewer sets, more in reserve. */
  deload?: boolean
  /** What it was before it was eased. */
  before?: { sets: number; rir: number }
}
/** `skipped`: the lifter lets it go. */
export interface BlockDay { id: string; date: string; name: string; slots: BlockSlot[]; skipped?: boolean }
export interface BlockWeek { id: string; days: BlockDay[]; deload?: boolean }
export type PauseCause = 'illness' | 'pain' | 'travel' | 'other'
/** Without `to` the pause still runs. */
export interface Pause { id: string; from: string; to?: string; cause: PauseCause }
/** `ended`: from this day on it plans nothing. `order`: by weekdays where it is absent. */
export interface Block extends Body {
  name: string
  program: string
  start: string
  weeks: BlockWeek[]
  ended?: string
  order?: 'weekdays' | 'sequence'
  pauses?: Pause[]
}

/** Whether a block still plans something on a date or later. */
export function runsOn(block: Block, date: string): boolean {
  return (
    (block.ended === undefined || date < block.ended) && date < addDays(block.start, block.weeks.length * 7)
  )
}

/** The Monday of a day's week. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
}
