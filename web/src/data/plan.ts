/** Programs and blocks on this phone, and the workout that a day of a block becomes. */

import { blockFrom, dayOn, type Block, type BlockDay, type ProgramFile } from '../core/block'
import type { Workout } from '../core/documents'
import { entriesOf } from '../core/routine'
import { newId, wallTime, zoneOffset } from './ids'
import { lastEntry } from './last'
import { all, merges, openWorkout, write, type Doc } from './store'

/** The programs that come with Iron, by id; empty without signal before they were ever opened. */
export async function programs(): Promise<Record<string, ProgramFile>> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}content/programs.json`)
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return answer.ok && isJson ? ((await answer.json()) as Record<string, ProgramFile>) : {}
  } catch {
    return {}
  }
}

/** Blocks, the newest start first. */
export async function blocks(): Promise<Doc<Block>[]> {
  const found = (await all('block')) as Doc<Block>[] // bodies of kind block have this shape (docs/training.md)
  return found.sort((a, b) => (a.body.start < b.body.start || (a.body.start === b.body.start && a.id < b.id) ? 1 : -1))
}

export async function makeBlock(id: string, program: ProgramFile, start: string): Promise<void> {
  const before = (await blocks()).filter((doc) => doc.body.program === id).length
  await write('block', newId(), blockFrom(id, program, start, before))
}

/** What the newest block plans for a date. */
export async function plannedOn(date: string): Promise<{ day: BlockDay; deload: boolean } | null> {
  const [newest] = await blocks()
  return newest ? dayOn(newest.body, date) : null
}

/** Start the workout of a day, or go on with the running one. */
export async function startDay(day: BlockDay): Promise<void> {
  if (await openWorkout()) return
  const entries = entriesOf(day.slots, newId).map((await merges()).entry)
  for (const entry of entries) {
    const machine = (await lastEntry(entry.exercise))?.machine
    if (machine) entry.machine = machine
  }
  const at = new Date()
  const body: Workout = { v: 1, start: wallTime(at), offset: zoneOffset(at), title: day.name, entries }
  await write('workout', newId(), body)
}
