/**
 * Edits of a block. The same rules in Python: `src/iron/training/plan/blocks.py` and
 * `tests/spec/phone_rules/block_edits.py`; cases: `spec/blocks.json`.
 * What cannot be done leaves the block as it is. `ahead` = in the later weeks too.
 */

import { FOOT_POSITIONS, LEAST_WEEKS, MOST_WEEKS } from '../../generated/tables'
import { addDays } from '../../values/numbers'
import type { Block, BlockDay, BlockSlot, BlockWeek } from './block'
import {
  eased, type ProgramFile, type ProgramSlot,
} from './block-make'
import type { Setup } from '../../values/documents'
import type { Message } from '../../values/message'

export type Cause = 'plan' | 'fatigue' | 'adaptation'
/** What an edit of a slot may change; an empty setup takes the setup away. */
export type SlotChange = Partial<
  Pick<BlockSlot, 'exercise' | 'sets' | 'reps_low' | 'reps_high' | 'rir' | 'setup'>
>
export type NewSlot = Omit<BlockSlot, 'id'>

/** What is said when a deload week was put in. */
export const DELOAD_PUT: Message = { code: 'block-deload', values: {} }

/** One day on another date, in the week of that date; the days there are put in order again. */
export function moveDay(block: Block, dayId: string, to: string): Block {
  if (to < block.start || to >= addDays(block.start, block.weeks.length * 7)) return block
  const moved = block.weeks.flatMap((week) => week.days).find((day) => day.id === dayId)
  if (!moved) return block
  const at = Math.floor((Date.parse(to) - Date.parse(block.start)) / (7 * 86_400_000))
  return { ...block, weeks: block.weeks.map((week, place) => {
    const days = week.days.filter((day) => day.id !== dayId)
    if (place === at) days.push({ ...moved, date: to })
    return { ...week, days: days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }
  }) }
}

/**
 * A slot changed; sets and RIR of later deload weeks stay as they are. Another exercise takes its own setup
 * and note.
 */
export function changeSlot(block: Block, slotId: string, change: SlotChange, ahead = false): Block {
  const place = weekOfSlot(block, slotId)
  const easing = 'sets' in change || 'rir' in change
  return eachSlot(block, (slot, week, at) => {
    const same = slot.id === slotId || (ahead && at > place && tail(slot.id) === tail(slotId))
    return same && (slot.id === slotId || !(week.deload && easing)) ? changed(slot, change) : slot
  })
}

function changed(slot: BlockSlot, change: SlotChange): BlockSlot {
  const other = change.exercise !== undefined && change.exercise !== slot.exercise
  const { setup: oldSetup, note, reminder, ...rest } = slot
  const { setup: newSetup, ...values } = change
  const setup = newSetup ?? (other ? undefined : oldSetup)
  const made: BlockSlot = {
    ...rest, ...(note !== undefined && !other ? { note } : {}),
    ...(reminder !== undefined && !other ? { reminder } : {}), ...values,
    ...(setup && Object.keys(setup).length ? { setup } : {}),
  }
  if (made.reps_low <= made.reps_high) return made
  // The low end never passes the high one, whichever was moved.
  return change.reps_low === undefined
    ? { ...made, reps_low: made.reps_high }
    : { ...made, reps_high: made.reps_low }
}

/** One more exercise at the end of a day; `key`, without the letter d, makes the slot's id. */
export function addSlot(block: Block, dayId: string, key: string, slot: NewSlot, ahead = false): Block {
  const weekIndex = block.weeks.findIndex((week) => week.days.some((day) => day.id === dayId))
  return { ...block, weeks: block.weeks.map((week, at) => ({ ...week, days: week.days.map((day) => {
    if (day.id !== dayId && !(ahead && at > weekIndex && tail(day.id) === tail(dayId))) return day
    const made = { id: `${day.id}s${key}`, ...slot }
    return { ...day, slots: [...day.slots, week.deload ? eased(made) : made] }
  }) })) }
}

/** Without a slot; a day that has no other goes with it. */
export function removeSlot(block: Block, slotId: string, ahead = false): Block {
  const place = weekOfSlot(block, slotId)
  if (place < 0) return block
  return {
    ...block,
    weeks: block.weeks.map((week, at) => {
      if (at < place || (at > place && !ahead)) return week
      const goes = (slot: BlockSlot) => slot.id === slotId || (at > place && tail(slot.id) === tail(slotId))
      return {
        ...week,
        days: week.days
          .map((day) => ({ ...day, slots: day.slots.filter((slot) => !goes(slot)) }))
          .filter((day) => day.slots.length > 0),
      }
    }),
  }
}

/**
 * The next foot position from a week on, in every slot that has one of the turn; of one exercise or of all.
 */
export function rotateFeet(block: Block, weekId: string, exercise?: string): Block {
  const from = block.weeks.findIndex((week) => week.id === weekId)
  return from < 0
    ? block
    : eachSlot(block, (slot, _, at) => {
        const position =
          at < from || (exercise !== undefined && exercise !== slot.exercise) ? -1 : positionOf(slot)
        return position < 0
          ? slot
          : { ...slot, setup: { ...slot.setup, ...FOOT_POSITIONS[(position + 1) % FOOT_POSITIONS.length] } }
      })
}

/** The first week that has not begun on a day. */
export function nextWeek(block: Block, on: string): BlockWeek | undefined {
  return block.weeks.find((week) => week.days.length > 0 && week.days.every((day) => day.date >= on))
}

/** A deload before the first week that has not begun on a day; that week and all later ones move. */
export function putDeload(block: Block, on: string): Block {
  const next = nextWeek(block, on)
  const at = next ? block.weeks.indexOf(next) : block.weeks.length
  const pattern = next ?? block.weeks.at(-1)
  if (!pattern || pattern.deload) return block
  const id = `e${block.weeks.length}`
  const days: BlockDay[] = []
  for (const day of pattern.days) {
    let name = `${id}d${tail(day.id)}`
    // A day that was moved in from another week may have the number of a day that was there.
    while (days.some((day) => day.id === name)) name += 'b'
    const slots = day.slots.map((slot) =>
      eased({ ...slot, id: `${name}s${slot.id.slice(slot.id.lastIndexOf('s') + 1)}` }),
    )
    days.push({ ...(next ? day : later(day)), id: name, slots })
  }
  const after = block.weeks.slice(at).map((week) => ({ ...week, days: week.days.map(later) }))
  return { ...block, weeks: [...block.weeks.slice(0, at), { id, days, deload: true }, ...after] }
}

/**
 * A stall answered, and the message that says what changed; null when nothing did. `block_edits.py` says what
 * each cause does.
 */
export function answerStall(
  block: Block, cause: Cause, exercise: string, on: string,
  ranges: readonly (readonly [low: number, high: number])[],
): [block: Block, message: Message | null] {
  const next = nextWeek(block, on)
  if (!next) return [block, null]
  if (cause === 'fatigue') return [putDeload(block, on), DELOAD_PUT]
  if (cause === 'adaptation') {
    const rotated = rotateFeet(block, next.id, exercise)
    if (JSON.stringify(rotated) !== JSON.stringify(block))
      return [rotated, { code: 'block-feet', values: {} }]
  }
  if (cause === 'adaptation' && ranges.length < 2) return [block, null]
  const from = block.weeks.indexOf(next)
  const touched: BlockSlot[] = []
  const changed = eachSlot(block, (slot, week, at) => {
    if (at < from || week.deload || slot.exercise !== exercise) return slot
    const [low, high] = nextRange(ranges, slot.reps_low, slot.reps_high)
    const made =
      cause === 'plan'
        ? { ...slot, rir: Math.max(0, slot.rir - 1), reminder: 'log-rir' as const }
        : { ...slot, reps_low: low, reps_high: high }
    touched.push(made)
    return made
  })
  const [first] = touched
  if (!first) return [block, null]
  const reps = { type: 'reps', low: first.reps_low, high: first.reps_high } as const
  return [changed, cause === 'plan'
    ? { code: 'block-effort', values: {} }
    : { code: 'block-range', values: { reps } }]
}

/** The program that a block becomes: its first hard week, with the reserve of the last one, without dates. */
export function programOf(block: Block, name: string): ProgramFile {
  const hard = block.weeks.filter((week) => !week.deload && week.days.length > 0)
  const reserve = new Map(
    hard.at(-1)?.days.flatMap((day) => day.slots.map((slot) => [tail(slot.id), slot.rir])),
  )
  const days = (hard[0]?.days ?? []).map((day) => ({
    weekday: (new Date(`${day.date}T00:00:00Z`).getUTCDay() + 6) % 7, name: day.name,
    slots: day.slots.map((slot) => undated(slot, reserve.get(tail(slot.id)) ?? slot.rir)),
  }))
  return { v: 1, name, weeks: Math.min(MOST_WEEKS, Math.max(LEAST_WEEKS, hard.length)), days }
}

function undated({ id: _, setup, reminder: __, ...slot }: BlockSlot, rir: number): ProgramSlot {
  const turns = positionOf({ setup: setup ?? {} }) >= 0
  const rest: Setup = Object.fromEntries(
    Object.entries(setup ?? {}).filter(([name]) => !(turns && (name === 'foot_height' || name === 'stance'))),
  )
  return {
    ...slot, rir, ...(turns ? { rotate: true } : {}), ...(Object.keys(rest).length ? { setup: rest } : {}),
  }
}

/** Which foot position of the turn a slot has; -1 for none. */
export function positionOf({ setup }: { setup?: Setup }): number {
  return FOOT_POSITIONS.findIndex(
    (position) => position['foot_height'] === setup?.['foot_height']
      && position['stance'] === setup?.['stance'],
  )
}

function nextRange(
  ranges: readonly (readonly [number, number])[], low: number, high: number,
): readonly [number, number] {
  const off = ([a, b]: readonly [number, number]) => Math.abs((a + b) / 2 - (low + high) / 2)
  const nearest = ranges.reduce((best, range, at) => (off(range) < off(ranges[best] ?? range) ? at : best), 0)
  return ranges[(nearest + 1) % ranges.length] ?? [low, high]
}

function later(day: BlockDay): BlockDay {
  return { ...day, date: addDays(day.date, 7) }
}

export function weekOfSlot(block: Block, slotId: string): number {
  return block.weeks.findIndex((week) =>
    week.days.some((day) => day.slots.some((slot) => slot.id === slotId)),
  )
}

export function eachSlot(
  block: Block, change: (slot: BlockSlot, week: BlockWeek, at: number) => BlockSlot,
): Block {
  return {
    ...block,
    weeks: block.weeks.map((week, at) => ({
      ...week,
      days: week.days.map((day) => ({ ...day, slots: day.slots.map((slot) => change(slot, week, at)) })),
    })),
  }
}

/** What an id has in common with those of other weeks: all after the first d. */
export function tail(id: string): string {
  return id.slice(id.indexOf('d') + 1)
}
