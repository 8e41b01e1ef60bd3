/** Changes of a block as a coach proposes them: done to the block as it is, shown, and taken back. */

import type { Block, BlockSlot } from '../../rules/plan/block'
import { addSlot, changeSlot, removeSlot, type NewSlot } from '../../rules/plan/block-edit'
import type { PlanEdit } from '../../values/documents'
import { sameJson } from '../../values/json'

/** The block with all edits done; an edit of what is not there any more changes nothing. */
export function withEdits(block: Block, edits: readonly PlanEdit[]): Block {
  return edits.reduce(withEdit, block)
}

function withEdit(block: Block, { do: what, ahead, slot, day, key, values }: PlanEdit): Block {
  if (what === 'add')
    // The server and `docs/documents.md` ask an addition for all values of a slot.
    return day && key && values ? addSlot(block, day, key, values as NewSlot, ahead) : block
  if (slot === undefined || slotOf(block, slot) === undefined) return block
  return what === 'remove' ? removeSlot(block, slot, ahead) : changeSlot(block, slot, values ?? {}, ahead)
}

/** What changes alike in some weeks (counted from 1) of a planned day. */
export interface PlanDifference { day: string; weeks: number[]; change: string }

/**
 * What differs between two states of a block, a row for what reads the same in several weeks. `words` says
 * what becomes of a slot; one of the two is undefined where it is added or removed.
 */
export function planDifferences(
  before: Block, after: Block,
  words: (old: BlockSlot | undefined, now: BlockSlot | undefined) => string,
): PlanDifference[] {
  const rows: PlanDifference[] = []
  for (const [id, { day, week }] of new Map([...placesOf(before), ...placesOf(after)])) {
    const [old, now] = [slotOf(before, id), slotOf(after, id)]
    if (sameJson(old, now)) continue
    const change = words(old, now)
    const row = rows.find((other) => other.day === day && other.change === change)
    if (row) row.weeks.push(week)
    else rows.push({ day, weeks: [week], change })
  }
  return rows
}

/**
 * The block with every slot that the edits had changed as it was before; what the lifter changed himself
 * since then stays.
 */
export function withoutEdits(now: Block, before: Block, edits: readonly PlanEdit[]): Block {
  const after = withEdits(before, edits)
  let block = now
  for (const id of new Map([...placesOf(before), ...placesOf(after)]).keys()) {
    const [old, made] = [slotOf(before, id), slotOf(after, id)]
    if (sameJson(old, made) || !sameJson(slotOf(now, id), made)) continue
    if (old === undefined) block = removeSlot(block, id)
    else block = made === undefined ? withSlot(block, before, old) : replaced(block, old)
  }
  return block
}

function replaced(block: Block, slot: BlockSlot): Block {
  const weeks = block.weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({
      ...day, slots: day.slots.map((other) => (other.id === slot.id ? slot : other)),
    })),
  }))
  return { ...block, weeks }
}

/** A slot put back on its day, at its place; a day that had gone with it comes back too. */
function withSlot(block: Block, before: Block, slot: BlockSlot): Block {
  const weeks = block.weeks.map((week) => {
    const was = before.weeks.find(({ id }) => id === week.id)
    const day = was?.days.find(({ slots }) => slots.some(({ id }) => id === slot.id))
    if (!day) return week
    const days = week.days.some(({ id }) => id === day.id)
      ? week.days
      : [...week.days, { ...day, slots: [] }].sort((a, b) => (a.date < b.date ? -1 : 1))
    const order = day.slots.map(({ id }) => id)
    const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
    return {
      ...week,
      days: days.map((other) =>
        other.id === day.id
          ? { ...other, slots: [...other.slots, slot].sort((a, b) => place(a.id) - place(b.id)) }
          : other,
      ),
    }
  })
  return { ...block, weeks }
}

function placesOf(block: Block): [id: string, place: { day: string; week: number }][] {
  return block.weeks.flatMap((week, at) =>
    week.days.flatMap((day) => day.slots.map(({ id }) => [id, { day: day.name, week: at + 1 }] as [
      string, { day: string; week: number },
    ])),
  )
}

function slotOf(block: Block, id: string): BlockSlot | undefined {
  return block.weeks.flatMap(({ days }) => days).flatMap(({ slots }) => slots).find((slot) => slot.id === id)
}
