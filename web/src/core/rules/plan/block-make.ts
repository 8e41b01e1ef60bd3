/**
 * A block is made from a program. The twin of `src/iron/training/plan/blocks.py`; cases: `spec/blocks.json`.
 */

import { DELOAD_AFTER, DELOAD_EASE, FOOT_POSITIONS, MOST_RIR, RIR_FALL } from '../../generated/tables'
import { addDays } from '../../values/numbers'
import { mondayOf, type Block, type BlockSlot, type BlockWeek } from './block'
import type { Body, Setup } from '../../values/documents'

export interface ProgramSlot {
  exercise: string
  sets: number
  reps_low: number
  reps_high: number
  rir?: number
  rotate?: boolean
  setup?: Setup
  note?: string
}
export interface ProgramDay { weekday?: number; name?: string; slots: ProgramSlot[] }
export interface ProgramFile extends Body {
  name: string
  note?: string
  weeks?: number
  routine?: boolean
  days: ProgramDay[]
}


/** A block that starts on the Monday of `start`'s week; `number` blocks of the program came before. */
export function blockFrom(id: string, program: ProgramFile, start: string, number = 0): Block {
  const monday = mondayOf(start)
  const count = program.weeks ?? DELOAD_AFTER
  const feet = FOOT_POSITIONS[number % FOOT_POSITIONS.length] ?? {}
  const weeks = Array.from({ length: count + 1 }, (_, at): BlockWeek => {
    const deload = at === count
    const days = program.days.map((day, n) => ({
      id: `w${at}d${n}`, date: addDays(monday, at * 7 + (day.weekday ?? n)), name: day.name ?? `Day ${n + 1}`,
      slots: day.slots.map((slot, place) => {
        const made = slotOf(slot, `w${at}d${n}s${place}`, feet)
        return deload ? eased(made) : { ...made, rir: made.rir + Math.min(1, RIR_FALL * (count - 1 - at)) }
      }),
    }))
    return { id: `w${at}`, days, ...(deload ? { deload } : {}) }
  })
  return {
    v: 1, name: number === 0 ? program.name : `${program.name} ${number + 1}`, program: id, start: monday,
    weeks,
  }
}

function slotOf(slot: ProgramSlot, id: string, feet: Setup): BlockSlot {
  const setup = { ...(slot.rotate ? feet : {}), ...slot.setup }
  return {
    id, exercise: slot.exercise, sets: slot.sets, reps_low: slot.reps_low, reps_high: slot.reps_high,
    rir: slot.rir ?? 2,
    ...(Object.keys(setup).length ? { setup } : {}), ...(slot.note ? { note: slot.note } : {}),
  }
}

/** A slot as a deload week has it: half the sets, three more reps left. */
export function eased(slot: BlockSlot): BlockSlot {
  return {
    ...slot, sets: Math.max(1, Math.ceil(slot.sets / 2)), rir: Math.min(MOST_RIR, slot.rir + DELOAD_EASE),
  }
}
