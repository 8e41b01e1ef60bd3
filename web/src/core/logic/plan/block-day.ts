/** What the lifter changes on a day of a block: one exercise eased, a day skipped. */

import type { Block } from '../../rules/plan/block'
import { eachSlot, tail, weekOfSlot } from '../../rules/plan/block-edit'
import { eased } from '../../rules/plan/block-make'

/**
 * One exercise eased, or eased no more: half the sets and three more reps in reserve, as a deload week has
 it.
 * What it was is kept in the slot's `before`, so that it comes back as it was.
 */
export function deloadSlot(block: Block, slotId: string, on: boolean, ahead = false): Block {
  const place = weekOfSlot(block, slotId)
  return eachSlot(block, (slot, week, at) => {
    const same = slot.id === slotId || (ahead && at > place && tail(slot.id) === tail(slotId))
    if (!same || week.deload || (slot.deload ?? false) === on) return slot
    if (on) return { ...eased(slot), deload: true, before: { sets: slot.sets, rir: slot.rir } }
    const { deload: _, before, ...rest } = slot
    return { ...rest, ...before }
  })
}

/** A day let go, or taken back into the plan. */
export function skipDay(block: Block, dayId: string, on: boolean): Block {
  return {
    ...block,
    weeks: block.weeks.map((week) => ({
      ...week,
      days: week.days.map((day) => {
        if (day.id !== dayId) return day
        const { skipped: _, ...rest } = day
        return on ? { ...rest, skipped: true } : rest
      }),
    })),
  }
}
