/** Blocks on this phone, and the workout that a day of a block becomes. Making and editing: `blocks.ts`. */

import {
  runsOn, type Block, type BlockDay, type BlockSlot, type PauseCause,
} from '../../core/rules/plan/block'
import { pauseBlock, resumeBlock } from '../../core/logic/plan/block-pause'
import {
  comingDays, doneDays, isCurrent, isPaused, plannedWork, type NextDay,
} from '../../core/rules/plan/next-day'
import type { Workout } from '../../core/values/documents'
import { entriesOf } from '../../core/logic/routine'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { lastEntry } from '../reading/last-time'
import { currentWorkout } from './log-edits'
import { all, edit, merges, workouts, workoutsFrom, write, type Doc } from '../store/store'

/** A day of a block with where it stands. */
export interface Planned { block: string; day: BlockDay; deload: boolean }

/** What Today shows of the current block: its next day, or that it is paused. */
export interface Coming {
  doc: Doc<Block>
  next: NextDay | null
  paused: boolean
  /** Working sets that were done of the next day, where it was broken off. */
  sets: number
}

/** Blocks, the newest start first. */
export async function blocks(): Promise<Doc<Block>[]> {
  // bodies of kind block have this shape (docs/training.md)
  const blocks = (await all('block')) as Doc<Block>[]
  return blocks.sort((a, b) =>
    a.body.start < b.body.start || (a.body.start === b.body.start && a.id < b.id) ? 1 : -1,
  )
}

/** The newest block that is not over on a date: by its weeks, or while its sequence or a pause goes on. */
export async function blockOn(date: string): Promise<Doc<Block> | undefined> {
  for (const doc of await blocks()) {
    if (runsOn(doc.body, date)) return doc
    const goesOn = doc.body.order === 'sequence' || isPaused(doc.body)
    if (goesOn && isCurrent(doc.body, await takenDays(doc), date)) return doc
  }
  return undefined
}

/** What was done of a day of a block: its newest workout, and the working sets of all of them. */
export interface DayWork {
  workout: string
  sets: number
  /** Its workout is running. */
  open: boolean
  /** So much of it was done that it does not come again; a day that was broken off comes again. */
  done: boolean
}

/** The days of a block with workouts that were started from them, by the id of the day. */
export async function workOfDays({ id, body }: Doc<Block>): Promise<ReadonlyMap<string, DayWork>> {
  const started = (await workoutsFrom(body.start, '9999')).flatMap((doc) => {
    const work = plannedWork(doc.body)
    return work?.block === id ? [{ ...work, workout: doc.id }] : []
  })
  const finished = doneDays(id, body, started)
  const days = new Map<string, DayWork>()
  for (const { day, workout, sets, finished: isFinished } of started) {
    const before = days.get(day)
    days.set(day, {
      workout: before?.workout ?? workout, sets: sets + (before?.sets ?? 0),
      open: !isFinished || (before?.open ?? false),
      done: finished.has(day),
    })
  }
  return days
}

/** Ids of the days that do not come again (`pastDaysOf`). */
export function taken(days: ReadonlyMap<string, DayWork>): ReadonlySet<string> {
  return new Set([...days].flatMap(([day, { open, done }]) => (open || done ? [day] : [])))
}

async function takenDays(doc: Doc<Block>): Promise<ReadonlySet<string>> {
  return taken(await workOfDays(doc))
}

/** The day to train next in the current block; undefined without a block. */
export async function comingDay(date: string): Promise<Coming | undefined> {
  const doc = await blockOn(date)
  if (!doc) return undefined
  const works = await workOfDays(doc)
  const [next = null] = comingDays(doc.body, taken(works), date)
  return { doc, next, paused: isPaused(doc.body), sets: next ? (works.get(next.day.id)?.sets ?? 0) : 0 }
}

/**
 * Start the workout of a day, or go on with the running one. `slots`: what stays of the day when time is
 * short.
 */
export async function startDay(
  { block, day, deload }: Planned, slots: readonly BlockSlot[] = day.slots,
): Promise<void> {
  if (await currentWorkout()) return
  const setsOf = (some: readonly BlockSlot[]) => some.reduce((sum, slot) => sum + slot.sets, 0)
  const isCut = setsOf(slots) < setsOf(day.slots)
  const entries = entriesOf(slots.map((slot) => (deload ? { ...slot, deload } : slot)), newId).map(
    (await merges()).entry,
  )
  for (const entry of entries) {
    const machine = (await lastEntry(entry.exercise))?.machine
    if (machine) entry.machine = machine
  }
  const [last] = await workouts({ limit: 1 })
  const gym = last?.body.gym
  const at = new Date()
  const body: Workout = {
    v: 1, start: wallTime(at), offset: zoneOffset(at), title: day.name, ...(gym === undefined ? {} : { gym }),
    block: { id: block, day: day.id, ...(isCut ? { sets: setsOf(slots) } : {}) }, entries,
  }
  await write('workout', newId(), body)
}

export async function pause({ id }: Doc<Block>, cause: PauseCause, today: string): Promise<void> {
  await edit('block', id, (body) => pauseBlock(body as Block, cause, today, newId()))
}

/** End the pause; days that were not done move by the weeks that passed. */
export async function resume(doc: Doc<Block>, today: string): Promise<void> {
  const pastDays = await takenDays(doc)
  await edit('block', doc.id, (body) => resumeBlock(body as Block, pastDays, today))
}
