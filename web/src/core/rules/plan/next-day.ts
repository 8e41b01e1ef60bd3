/**
 * Which day of a block comes next: on its date, or in sequence, where the next day waits. A day is done when
 * finished workouts of it hold enough of what was asked for; one that was broken off comes again. The twin of
 * `iron.training.plan.next_day`; cases: `spec/blocks.json`.
 */

import { AHEAD_DAYS, DONE_SHARE, MISSED_DAYS } from '../../generated/tables'
import { kindOf, type Workout } from '../../values/documents'
import { addDays } from '../../values/numbers'
import { runsOn, type Block, type BlockDay, type BlockWeek } from './block'

export interface NextDay {
  day: BlockDay
  deload: boolean
  /** `missed`: planned for one of the last six days; `waiting`: next in sequence, whatever its date. */
  when: 'today' | 'missed' | 'ahead' | 'waiting'
}

/** What a workout did of a day of a block. */
export interface PlannedWork {
  readonly block: string
  readonly day: string
  /** Working sets that were done. */
  readonly sets: number
  /** Working sets that it meant to do where that was less than the day's; null for the whole day. */
  readonly asked: number | null
  readonly finished: boolean
}

/** What a workout did of the day it was started from; null for one without a plan. */
export function plannedWork({ block, end, entries }: Workout): PlannedWork | null {
  if (!block) return null
  const sets = entries.flatMap((entry) => entry.sets).filter((set) => kindOf(set) === 'working').length
  return { block: block.id, day: block.day, sets, asked: block.sets ?? null, finished: end !== undefined }
}

/** Ids of the days of a block that were done: at least half of the working sets asked for. */
export function doneDays(id: string, block: Block, works: Iterable<PlannedWork>): Set<string> {
  const sets = new Map<string, number>()
  const asked = new Map(
    daysOf(block).map(({ day }) => [day.id, day.slots.reduce((sum, slot) => sum + slot.sets, 0)]))
  for (const work of works) {
    const whole = asked.get(work.day)
    if (work.block !== id || !work.finished || whole === undefined || work.sets === 0) continue
    sets.set(work.day, (sets.get(work.day) ?? 0) + work.sets)
    if (work.asked !== null) asked.set(work.day, Math.min(whole, work.asked))
  }
  const enough = ([day, count]: [string, number]) => count >= DONE_SHARE * (asked.get(day) ?? 0)
  return new Set([...sets].filter(enough).map(([day]) => day))
}

/** Ids of the days that do not come again: done, or with a workout under way. */
export function pastDaysOf(id: string, block: Block, works: readonly PlannedWork[]): Set<string> {
  const underWay = works.filter((work) => work.block === id && !work.finished).map(({ day }) => day)
  return new Set([...doneDays(id, block, works), ...underWay])
}

/**
 * The days that are still to be done, the next one first. By weekdays: today's day, then those missed in the
 * last six days, then those ahead. In sequence: in the order of the block. None while it is paused, and from
 * the day on which it ended. `pastDays`: ids of days that were done or are under way.
 */
export function comingDays(block: Block, pastDays: ReadonlySet<string>, today: string): NextDay[] {
  const { ended } = block
  if (isPaused(block) || (ended !== undefined && today >= ended)) return []
  const left = daysOf(block).filter(({ day }) => !pastDays.has(day.id) && !day.skipped)
  if (block.order === 'sequence') {
    return left.map((row) => ({ ...row, when: row.day.date === today ? 'today' : 'waiting' }))
  }
  const since = addDays(today, -MISSED_DAYS)
  const dated = left.sort((a, b) => (a.day.date < b.day.date ? -1 : Number(a.day.date > b.day.date)))
  const those = (when: NextDay['when'], fits: (date: string) => boolean): NextDay[] =>
    dated.filter(({ day }) => fits(day.date)).map((row) => ({ ...row, when }))
  return [
    ...those('today', (date) => date === today),
    ...those('missed', (date) => since <= date && date < today),
    ...those('ahead', (date) => date > today && (ended === undefined || date < ended)),
  ]
}

/** The days to be done in the coming week; in sequence the next seven. */
export function comingWeek(block: Block, pastDays: ReadonlySet<string>, today: string): NextDay[] {
  const coming = comingDays(block, pastDays, today)
  if (block.order === 'sequence') return coming.slice(0, AHEAD_DAYS)
  const until = addDays(today, AHEAD_DAYS)
  return coming.filter(({ day }) => day.date < until)
}

/** Whether a block is one to train: by its weeks, or while its sequence or a pause goes on. */
export function isCurrent(block: Block, pastDays: ReadonlySet<string>, today: string): boolean {
  if (runsOn(block, today)) return true
  if (block.ended !== undefined) return false
  return isPaused(block) || (block.order === 'sequence' && comingDays(block, pastDays, today).length > 0)
}

/** Whether the last pause has no end yet. */
export function isPaused(block: Block): boolean {
  const last = block.pauses?.at(-1)
  return last !== undefined && last.to === undefined
}

function daysOf({ weeks }: Block): { day: BlockDay; deload: boolean }[] {
  const of = ({ days, deload }: BlockWeek) => days.map((day) => ({ day, deload: deload ?? false }))
  return weeks.flatMap(of)
}
