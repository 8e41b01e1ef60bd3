/** Programs and blocks for the plan: made, shared, and held against what was trained. */

import { addDays } from '../../core/values/numbers'
import { mondayOf, type Block } from '../../core/rules/plan/block'
import { blockFrom, type ProgramFile } from '../../core/rules/plan/block-make'
import { inTime } from '../../core/rules/history/lines'
import { fromWorkout, noFacts, type Facts, type Performed } from '../../core/rules/history/performed'
import { isProgram } from '../../core/logic/routine'
import { programOf } from '../../core/rules/plan/block-edit'
import { setCount } from '../../core/rules/history/volume'
import { exerciseFacts } from '../reading/content'
import { knownExercise } from '../reading/exercise'
import { newId } from '../store/ids'
import { blocks, workOfDays } from './plan'
import { all, workouts, write, type Doc } from '../store/store'

/** Workouts looked at: two a day for ten weeks. */
const MOST = 140

export interface Program { id: string; body: ProgramFile; own: boolean }

/** The programs to choose from: one's own, then those that come with Iron, the leg press first. */
export async function programs(): Promise<Program[]> {
  const own = (await all('program')).flatMap(({ id, body }) =>
    isProgram(body) && body.routine !== true && !('format' in body) ? [{ id, body }] : [])
  const comes = Object.entries(await shipped()).map(([id, body]) => ({ id, body, own: false }))
  // Programs for everybody come before those around the leg press.
  const press = (program: Program) => Number(program.id.includes('press'))
  return [
    ...own.map(({ id, body }) => ({ id, body, own: true })), ...comes.sort((a, b) => press(a) - press(b)),
  ]
}

async function shipped(): Promise<Record<string, ProgramFile>> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}content/programs.json`)
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return answer.ok && isJson ? ((await answer.json()) as Record<string, ProgramFile>) : {}
  } catch {
    return {}
  }
}

/**
 * A block of a program from the week of a day on; returns its id. The facts of its exercises come along for
 * the gym.
 */
export async function makeBlock(program: Program, start: string): Promise<string> {
  const before = (await blocks()).filter((doc) => doc.body.program === program.id).length
  const id = newId()
  const body = blockFrom(program.id, program.body, start, before)
  await write('block', id, body)
  for (const exercise of exercisesOf(body)) void exerciseFacts(exercise).catch(() => undefined)
  return id
}

export async function saveProgram(body: ProgramFile): Promise<string> {
  const id = newId()
  await write('program', id, body)
  return id
}

export async function saveAsProgram(block: Block): Promise<string> {
  return saveProgram(programOf(block, block.name))
}

function exercisesOf(block: Block): string[] {
  return [
    ...new Set(
      block.weeks.flatMap((week) => week.days.flatMap((day) => day.slots.map((slot) => slot.exercise))),
    ),
  ]
}

/**
 * The first day that an edit of the weeks ahead may touch: a week with a workout of the block in it has
 * begun.
 */
export async function untouchedFrom(doc: Doc<Block>, today: string): Promise<string> {
  const performed = await workOfDays(doc)
  const begun = doc.body.weeks.some((week) =>
    week.days.some((day) => mondayOf(day.date) === mondayOf(today) && performed.has(day.id)),
  )
  return begun ? addDays(mondayOf(today), 7) : today
}

export type FactsOf = (exercise: string) => Facts

/** The facts of some exercises, for volume. */
export async function factsOfAll(exercises: Iterable<string>): Promise<FactsOf> {
  const ids = [...new Set(exercises)]
  const known = new Map(
    (await Promise.all(ids.map(knownExercise))).map(({ facts }, at) => [ids[at] ?? '', facts]),
  )
  return (exercise) => known.get(exercise) ?? noFacts(exercise)
}

/** Hard sets of the seven days from a Monday on, with the facts of their exercises. */
export async function trainedIn(monday: string): Promise<{ sets: Performed[]; factsOf: FactsOf }> {
  return trainedBetween(monday, addDays(monday, 7))
}

/** Hard sets from a day until before another. */
export async function trainedBetween(
  from: string, until: string,
): Promise<{ sets: Performed[]; factsOf: FactsOf }> {
  const recent = (await workouts({ before: until, limit: MOST })).filter((doc) => doc.body.start >= from)
  const factsOf = await factsOfAll(recent.flatMap((doc) => doc.body.entries.map((entry) => entry.exercise)))
  const sets = inTime(recent.flatMap((doc) => fromWorkout(doc.id, doc.body, factsOf))).filter(
    (set) => setCount(set) > 0,
  )
  return { sets, factsOf }
}

