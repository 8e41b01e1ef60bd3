/** A block paused with its cause, and resumed: what was not done moves by whole weeks, so weekdays stay. */

import { addDays } from '../../values/numbers'
import { mondayOf, type Block, type BlockDay, type BlockWeek, type PauseCause } from '../../rules/plan/block'
import { isPaused } from '../../rules/plan/next-day'

const DAY_MS = 86_400_000

export function pauseBlock(block: Block, cause: PauseCause, today: string, id: string): Block {
  if (isPaused(block)) return block
  return { ...block, pauses: [...(block.pauses ?? []), { id, from: today, cause }] }
}

/**
 * End the pause. Days that were not done and not before the pause move by the whole weeks that passed since
 * it began; the weeks between stay empty. `done`: ids of days that a workout was started from.
 */
export function resumeBlock(block: Block, doneDays: ReadonlySet<string>, today: string): Block {
  const pause = block.pauses?.at(-1)
  if (!pause || pause.to !== undefined) return block
  const pauses = [...(block.pauses ?? []).slice(0, -1), { ...pause, to: today }]
  const passed = (Date.parse(mondayOf(today)) - Date.parse(mondayOf(pause.from))) / (7 * DAY_MS)
  const at = weekAt(block, pause.from)
  if (passed <= 0 || at >= block.weeks.length || block.order === 'sequence') return { ...block, pauses }
  const moves = (day: BlockDay) => day.date >= pause.from && !doneDays.has(day.id)
  const later = (day: BlockDay): BlockDay => ({ ...day, date: addDays(day.date, passed * 7) })
  const before = block.weeks.slice(0, Math.max(0, at))
  const [current, ...after] = block.weeks.slice(Math.max(0, at))
  if (!current) return { ...block, pauses }
  const stays: BlockWeek = { ...current, days: current.days.filter((day) => !moves(day)) }
  const between = Array.from({ length: passed }, (_, n): BlockWeek => {
    const id = `p${block.weeks.length + n}`
    if (n < passed - 1) return { id, days: [] }
    const { days, ...rest } = current
    return { ...rest, id, days: days.filter(moves).map(later) }
  })
  // What was done early in a later week stays on its day.
  const shifted = after.map((week) => ({
    ...week, days: week.days.map((day) => (doneDays.has(day.id) ? day : later(day))),
  }))
  return { ...block, pauses, weeks: [...before, stays, ...between, ...shifted] }
}

/** Whether a date fell into a pause that is over: what was planned for it was not missed. */
export function fellInPause({ pauses }: Block, date: string): boolean {
  return pauses?.some(({ from, to }) => to !== undefined && from <= date && date < to) ?? false
}

function weekAt(block: Block, date: string): number {
  return Math.floor((Date.parse(date) - Date.parse(block.start)) / (7 * DAY_MS))
}
