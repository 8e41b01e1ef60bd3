/** Blocks: the dated copy of a program. The twin of `src/iron/training/blocks.py`; shapes in docs/training.md. */

import type { Body, Setup } from './documents'

export interface BlockSlot { id: string; exercise: string; sets: number; reps_low: number; reps_high: number; rir: number; setup?: Setup; note?: string }
export interface BlockDay { id: string; date: string; name: string; slots: BlockSlot[] }
export interface BlockWeek { id: string; days: BlockDay[]; deload?: boolean }
export interface Block extends Body { name: string; program: string; start: string; weeks: BlockWeek[] }

export interface ProgramSlot { exercise: string; sets: number; reps_low: number; reps_high: number; rir?: number; rotate?: boolean; setup?: Setup; note?: string }
export interface ProgramFile extends Body { name: string; note?: string; weeks?: number; days: { weekday?: number; name?: string; slots: ProgramSlot[] }[] }

/** Foot positions take turns between blocks: for tolerance and interest, not for a region's growth. */
const FOOT_POSITIONS: readonly Setup[] = [
  { foot_height: 'middle', stance: 'shoulder' }, { foot_height: 'low', stance: 'narrow' }, { foot_height: 'high', stance: 'wide' },
]
const WEEKS = 5
const RIR_FALL = 0.5
const DAY_MS = 86_400_000

/** A block that starts on the Monday of `start`'s week; `number` blocks of the program came before. */
export function blockFrom(id: string, program: ProgramFile, start: string, number = 0): Block {
  const monday = addDays(start, -((new Date(`${start}T00:00:00Z`).getUTCDay() + 6) % 7))
  const count = program.weeks ?? WEEKS
  const feet = FOOT_POSITIONS[number % FOOT_POSITIONS.length] ?? {}
  const weeks = Array.from({ length: count + 1 }, (_, at): BlockWeek => {
    const deload = at === count
    const days = program.days.map((day, n) => ({
      id: `w${at}d${n}`, date: addDays(monday, at * 7 + (day.weekday ?? n)), name: day.name ?? `Day ${n + 1}`,
      slots: day.slots.map((slot, place) => slotOf(slot, `w${at}d${n}s${place}`, deload ? 3 : Math.min(1, RIR_FALL * (count - 1 - at)), deload, feet)),
    }))
    return { id: `w${at}`, days, ...(deload ? { deload } : {}) }
  })
  return { v: 1, name: `${program.name} ${number + 1}`, program: id, start: monday, weeks }
}

function slotOf(slot: ProgramSlot, id: string, ease: number, deload: boolean, feet: Setup): BlockSlot {
  const setup = { ...(slot.rotate ? feet : {}), ...slot.setup }
  return {
    id, exercise: slot.exercise, sets: deload ? Math.max(1, Math.ceil(slot.sets / 2)) : slot.sets, reps_low: slot.reps_low, reps_high: slot.reps_high,
    rir: (slot.rir ?? 2) + ease, ...(Object.keys(setup).length ? { setup } : {}), ...(slot.note ? { note: slot.note } : {}),
  }
}

/** One day on another date; the days of its week are put in order again. */
export function moveDay(block: Block, dayId: string, to: string): Block {
  if (to < block.start || to >= addDays(block.start, block.weeks.length * 7)) return block
  return { ...block, weeks: block.weeks.map((week) => (week.days.some((day) => day.id === dayId)
    ? { ...week, days: week.days.map((day) => (day.id === dayId ? { ...day, date: to } : day)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
    : week)) }
}

/** A slot changed, here and in the later weeks; sets and RIR of a deload week stay as they are. */
export function changeSlot(block: Block, slotId: string, change: Partial<Pick<BlockSlot, 'sets' | 'reps_low' | 'reps_high' | 'rir'>>): Block {
  const found = block.weeks.findIndex((week) => week.days.some((day) => day.slots.some((slot) => slot.id === slotId)))
  const tail = (id: string) => id.slice(id.indexOf('d') + 1)
  const easing = 'sets' in change || 'rir' in change
  return { ...block, weeks: block.weeks.map((week, at) => ({ ...week, days: week.days.map((day) => ({ ...day, slots: day.slots.map((slot) => {
    const same = slot.id === slotId || (at > found && tail(slot.id) === tail(slotId))
    return same && (slot.id === slotId || !(week.deload && easing)) ? ordered({ ...slot, ...change }, change) : slot
  }) })) })) }
}

/** The low end never passes the high one, whichever was moved. */
function ordered(slot: BlockSlot, change: Partial<BlockSlot>): BlockSlot {
  if (slot.reps_low <= slot.reps_high) return slot
  return change.reps_low === undefined ? { ...slot, reps_low: slot.reps_high } : { ...slot, reps_high: slot.reps_low }
}

/** The day of a block on a date. */
export function dayOn(block: Block, date: string): { day: BlockDay; deload: boolean } | null {
  for (const week of block.weeks) {
    const day = week.days.find((one) => one.date === date)
    if (day) return { day, deload: week.deload ?? false }
  }
  return null
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
