/** Blocks on this phone, and the workout that a day of a block becomes. Making and editing: `blocks.ts`. */

import { dayOn, runsOn, type Block, type BlockDay } from '../../core/rules/plan/block'
import type { Workout } from '../../core/values/documents'
import { entriesOf } from '../../core/logic/routine'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { lastEntry } from '../reading/last-time'
import { all, merges, openWorkout, workouts, write, type Doc } from '../store/store'

/** A day that was done is among the last workouts: it may have been done early or late in its week. */
const LATELY = 14

/** A day of a block with where it stands. */
export interface Planned { block: string; day: BlockDay; deload: boolean }

/** Blocks, the newest start first. */
export async function blocks(): Promise<Doc<Block>[]> {
  // bodies of kind block have this shape (docs/training.md)
  const found = (await all('block')) as Doc<Block>[]
  return found.sort((a, b) =>
    a.body.start < b.body.start || (a.body.start === b.body.start && a.id < b.id) ? 1 : -1,
  )
}

/** The newest block that still plans something on a date or later. */
export async function blockOn(date: string): Promise<Doc<Block> | undefined> {
  return (await blocks()).find((doc) => runsOn(doc.body, date))
}

/** What the running block plans for a date and was not done yet. */
export async function plannedOn(date: string): Promise<Planned | null> {
  const doc = await blockOn(date)
  const found = doc && dayOn(doc.body, date)
  if (!found) return null
  const lately = await workouts({ limit: LATELY })
  const done = lately.some(({ body }) => body.block?.id === doc.id && body.block.day === found.day.id)
  return done ? null : { block: doc.id, ...found }
}

/** Start the workout of a day, or go on with the running one. */
export async function startDay({ block, day, deload }: Planned): Promise<void> {
  if (await openWorkout()) return
  const slots = day.slots.map((slot) => (deload ? { ...slot, deload } : slot))
  const entries = entriesOf(slots, newId).map((await merges()).entry)
  for (const entry of entries) {
    const machine = (await lastEntry(entry.exercise))?.machine
    if (machine) entry.machine = machine
  }
  const at = new Date()
  const body: Workout = {
    v: 1, start: wallTime(at), offset: zoneOffset(at), title: day.name, block: { id: block, day: day.id },
    entries,
  }
  await write('workout', newId(), body)
}
