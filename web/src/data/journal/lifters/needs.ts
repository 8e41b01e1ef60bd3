/**
 * What a coach should look at in a log that is shared with him, from the copy on this phone. The rules are
 * those of the lifter's own screens: missed days (`next-day.ts`), records (`set-records.ts`), and stalls as
 * the server found them in what is shared.
 */

import { mergedOf } from '../../../core/rules/exercises/merged'
import { growing } from '../../../core/rules/history/growth'
import { fromWorkout, type Facts } from '../../../core/rules/history/performed'
import { recording } from '../../../core/rules/history/set-records'
import { addDays } from '../../../core/values/numbers'
import { runsOn, type Block } from '../../../core/rules/plan/block'
import { comingDays, isCurrent, isPaused } from '../../../core/rules/plan/next-day'
import { datedSessions } from '../../../core/rules/programs/days'
import { foldRun } from '../../../core/rules/programs/run'
import { parseKey } from '../../../core/rules/history/lines'
import {
  BODY_VERSION, type Bodies, type Comment, type Kind, type Workout,
} from '../../../core/values/documents'
import { isActive } from '../../../core/logic/programs/active'
import { inTimeOrder } from '../../../core/values/in-time'
import { isAfter } from '../../../core/values/moments'
import { contentIndex } from '../../reading/content'
import { bodyMass } from '../../reading/body-mass'
import { knownExercise } from '../../reading/exercise'
import { ownFacts } from '../../reading/own-facts'
import type { KeptSnapshot } from '../../reading/snapshot'
import { bodyOf, lentName, openDb, type IronDb } from '../../store/db'
import { inPieces } from '../../store/pauses'
import type { Lent } from '../../store/meta'
import { FIRST, LAST } from '../../store/table'
import { taken, workIn } from '../plan'
import { surroundingsFrom } from '../runs'

/** Records and absences are looked for in so many days: one training week. */
const DAYS = 7

type Row<K extends Kind> = { id: string; body: Bodies[K] }

/** What needs a look. */
export interface Needs {
  /** Days since the last workout; null where there is none. */
  days: number | null
  /** A training week or more without a workout, and no planned day that was missed. */
  isAway: boolean
  /** The newest planned day of the last week that was not done. */
  missed?: { day: string; date: string }
  /** The plan is paused for pain since a day. */
  painSince?: string
  stall?: { exercise: string; name: string; sentence: string }
  /** Answers of the lifter that are newer than the coach's last word on the same workout. */
  questions: { workout: string; text: string; at: string }[]
  /** Names of exercises with a new record in the last week. */
  records: { exercise: string; name: string }[]
}

/** How many things need a look. */
export function countNeeds({ isAway, missed, painSince, stall, questions, records }: Needs): number {
  const single = [isAway, missed, painSince, stall, records.length > 0].filter(Boolean)
  return single.length + questions.length
}

/** Read the copy of a share; `account` is the coach's. */
export async function needsOf(lent: Lent, account: string | undefined, today: string): Promise<Needs> {
  const journal = openDb(lentName(lent.id), 'never')
  try {
    const [workouts, blocks, comments] = await Promise.all([
      rowsOf(journal, 'workout'), rowsOf(journal, 'block'), rowsOf(journal, 'comment'),
    ])
    const ordered = inTimeOrder(workouts, ({ body }) => body, ({ id }) => id).reverse()
    const last = ordered[0]?.body.start.slice(0, 10)
    const names = await namesOf(journal)
    const stall = await stallIn(journal, names)
    const days = last === undefined ? null : daysBetween(last, today)
    // Bodies of kind block have this shape (docs/training.md).
    const plan = planNeeds(blocks as unknown as { id: string; body: Block }[], ordered, today)
    // Who does not share training did not miss what is not seen.
    const missed = lent.what.includes('training')
      ? (plan.missed ?? (await missedSession(journal, ordered, today)))
      : undefined
    return {
      days, isAway: days !== null && days >= DAYS && missed === undefined,
      ...(missed ? { missed } : {}),
      ...(plan.painSince === undefined ? {} : { painSince: plan.painSince }),
      ...(stall ? { stall } : {}),
      questions: questionsIn(comments, account),
      records: await recordsIn(journal, ordered, today, names),
    }
  } finally {
    journal.close()
  }
}

async function rowsOf<K extends Kind>(journal: IronDb, kind: K): Promise<Row<K>[]> {
  const rows = await journal.documents.where('[kind+id]').between([kind, FIRST], [kind, LAST]).toArray()
  return rows.flatMap((row) => {
    const body = bodyOf(row)
    // The kind says what the body is; a newer one is shown nowhere.
    return body === null || body.v > BODY_VERSION ? [] : [{ id: row.id, body: body as Bodies[K] }]
  })
}

function planNeeds(
  blocks: { id: string; body: Block }[], workouts: readonly Row<'workout'>[], today: string,
): Pick<Needs, 'missed' | 'painSince'> {
  for (const block of blocks.sort((a, b) => (a.body.start < b.body.start ? 1 : -1))) {
    const past = taken(workIn(block, workouts.filter(({ body }) => body.start >= block.body.start)))
    if (!runsOn(block.body, today) && !isCurrent(block.body, past, today)) continue
    const pause = isPaused(block.body) ? block.body.pauses?.at(-1) : undefined
    const missed = comingDays(block.body, past, today).filter(({ when }) => when === 'missed').at(-1)?.day
    return {
      ...(missed ? { missed: { day: missed.name, date: missed.date } } : {}),
      ...(pause?.cause === 'pain' ? { painSince: pause.from } : {}),
    }
  }
  return {}
}

/** The newest session of a running program on weekdays that was not done in the last week. */
async function missedSession(
  journal: IronDb, workouts: readonly Row<'workout'>[], today: string,
): Promise<Needs['missed']> {
  const runs = (await rowsOf(journal, 'run')).filter(({ body }) => isActive(body))
  if (runs.length === 0) return undefined
  const [index, own, machines, gyms] = await Promise.all([
    contentIndex(), rowsOf(journal, 'exercise'), rowsOf(journal, 'machine'), rowsOf(journal, 'gym'),
  ])
  const around = surroundingsFrom(index, own, machines, gyms)
  const dated = runs.flatMap(({ id, body }) => {
    const since = workouts.filter((row) => row.body.start >= body.start)
    const fold = foldRun(id, body, since.map((row) => [row.id, row.body] as const), around)
    return datedSessions(fold, body.start, today)
      .filter(({ on }) => on < today && on > addDays(today, -DAYS))
      .map(({ on, place }) => ({ date: on, day: fold.program.days[place.day]?.name ?? body.name }))
  })
  return dated.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)
}

/** On workouts that the coach commented on: what the lifter said after his last word, one a workout. */
function questionsIn(comments: readonly Row<'comment'>[], account: string | undefined): Needs['questions'] {
  const newest = new Map<string, { own?: Comment; answer?: Comment }>()
  for (const { body } of comments) {
    const about = newest.get(body.workout) ?? {}
    newest.set(body.workout, about)
    if (body.by !== undefined && body.by !== account) continue
    const side = body.by === undefined ? 'answer' : 'own'
    const before = about[side]
    if (!before || isAfter(body, before)) about[side] = body
  }
  return [...newest.values()].flatMap(({ own, answer }) => {
    if (!answer || !own || !isAfter(answer, own)) return []
    const { workout, text, at } = answer
    return [{ workout, text, at }]
  })
}

async function stallIn(
  journal: IronDb, names: (exercise: string) => Promise<string>,
): Promise<Needs['stall']> {
  const row = await journal.snapshot.get('growth:all')
  if (!row) return undefined
  // Written by `refreshLentSnapshot` only.
  for (const [line, { stall }] of Object.entries((row.value as KeptSnapshot).snapshot.lines))
    if (stall) {
      const exercise = parseKey(line).exercise
      return { exercise, name: await names(exercise), sentence: stall.sentence }
    }
  return undefined
}

async function recordsIn(
  journal: IronDb, workouts: readonly Row<'workout'>[], today: string,
  names: (exercise: string) => Promise<string>,
): Promise<Needs['records']> {
  const since = addDays(today, -DAYS + 1)
  const [own, measured] = await Promise.all([rowsOf(journal, 'exercise'), rowsOf(journal, 'measurement')])
  const merged = mergedOf(own.map(({ id, body }) => [id, body] as const))
  const massOn = bodyMass(measured.map((row) => ({ ...row, rev: 0, demo: false, readonly: true })))
  const bodies = workouts.map(({ id, body }) => ({ id, body: merged.workout(body) }))
  const recent = new Set(
    bodies.filter(({ body }) => body.start >= since).flatMap(({ body }) => exercisesOf(body)),
  )
  const records: Needs['records'] = []
  for (const exercise of recent) {
    const facts = await factsIn(own, exercise)
    const sets = [...bodies].reverse().flatMap(({ id, body }) =>
      exercisesOf(body).includes(exercise)
        ? fromWorkout(id, body, () => facts, massOn(body.start), exercise)
        : [],
    )
    const lines = await inPieces(growing(sets, facts, undefined))
    for (const line of lines.filter(({ last }) => last >= since)) {
      const won = await inPieces(recording(line.sets, facts.loadMeaning))
      if (!won.some(({ start }) => start >= since)) continue
      records.push({ exercise, name: await names(exercise) })
      break
    }
  }
  return records
}

async function factsIn(own: readonly Row<'exercise'>[], exercise: string): Promise<Facts> {
  const body = own.find(({ id }) => id === exercise)?.body
  return body ? ownFacts(exercise, body) : (await knownExercise(exercise)).facts
}

/** Names of the lifter's own exercises, then those of the library. */
async function namesOf(journal: IronDb): Promise<(exercise: string) => Promise<string>> {
  const own = new Map((await rowsOf(journal, 'exercise')).map(({ id, body }) => [id, body.name]))
  return async (exercise) => own.get(exercise) ?? (await knownExercise(exercise)).name
}

function exercisesOf({ entries }: Workout): string[] {
  return entries.filter(({ sets }) => sets.length > 0).map(({ exercise }) => exercise)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
