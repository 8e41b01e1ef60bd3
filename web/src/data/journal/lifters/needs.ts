/**
 * What a coach should look at in a log that is shared with him, from the copy on this phone. The rule is
 * `core/rules/plan/coach-needs.ts`; stalls are as the server found them in what is shared. Nothing of the
 * coach's own log is read: neither his exercises nor what he merged.
 */

import { mergedOf, type Merged } from '../../../core/rules/exercises/merged'
import { growing } from '../../../core/rules/history/growth'
import { fromWorkout, noFacts, type Facts } from '../../../core/rules/history/performed'
import { recording } from '../../../core/rules/history/set-records'
import type { Block } from '../../../core/rules/plan/block'
import { coachNeeds, recordsSince, type Needs, type Seen } from '../../../core/rules/plan/coach-needs'
import { datedSessions } from '../../../core/rules/programs/days'
import { foldRun } from '../../../core/rules/programs/run'
import { parseKey } from '../../../core/rules/history/lines'
import { BODY_VERSION, type Bodies, type Kind, type Workout } from '../../../core/values/documents'
import { isActive } from '../../../core/logic/programs/active'
import { inTimeOrder } from '../../../core/values/in-time'
import { contentIndex } from '../../reading/content'
import { bodyMass } from '../../reading/body-mass'
import { libraryExercise } from '../../reading/exercise'
import { ownFacts } from '../../reading/own-facts'
import type { KeptSnapshot } from '../../reading/snapshot'
import { bodyOf, lentName, openDb, type IronDb } from '../../store/db'
import { inPieces } from '../../store/pauses'
import type { Lent } from '../../store/meta'
import { FIRST, LAST } from '../../store/table'
import { surroundingsFrom } from '../runs'

type Row<K extends Kind> = { id: string; body: Bodies[K] }

/** Name and facts of an exercise of the lifter's. */
interface Known { name: string; facts: Facts }

/** The exercises of a lifter: what counts as another one, and what is known of each. */
interface Exercises {
  merged: Merged
  known: (exercise: string) => Promise<Known>
}

/** Read the copy of a share; `account` is the coach's. */
export async function needsOf(lent: Lent, account: string | undefined, today: string): Promise<Needs> {
  const journal = openDb(lentName(lent.id), 'never')
  try {
    const [workouts, blocks, comments, own] = await Promise.all([
      rowsOf(journal, 'workout'), rowsOf(journal, 'block'), rowsOf(journal, 'comment'),
      rowsOf(journal, 'exercise'),
    ])
    const exercises = exercisesFrom(own)
    return coachNeeds({
      today, account: account ?? null, sees_training: lent.what.includes('training'),
      workouts: workouts.map(({ body }) => body),
      // Bodies of kind block have this shape (docs/training.md).
      blocks: blocks.map(({ id, body }) => [id, body as unknown as Block] as const),
      sessions: await sessionsIn(journal, workouts, own, today),
      comments: comments.map(({ body }) => body),
      stall: await stallIn(journal, exercises),
      records: await recordsIn(journal, workouts, exercises, today),
    })
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

function exercisesFrom(own: readonly Row<'exercise'>[]): Exercises {
  const merged = mergedOf(own.map(({ id, body }) => [id, body] as const))
  const bodies = new Map(own.map(({ id, body }) => [id, body]))
  return {
    merged,
    known: async (exercise) => {
      const { exercise: id } = merged.target(exercise)
      const body = bodies.get(id)
      if (body) return { name: body.name, facts: ownFacts(id, body) }
      return (await libraryExercise(id)) ?? { name: id, facts: noFacts(id) }
    },
  }
}

/** Sessions of the running programs on weekdays that are still to be done, up to the first from today on. */
async function sessionsIn(
  journal: IronDb, workouts: readonly Row<'workout'>[], own: readonly Row<'exercise'>[], today: string,
): Promise<Seen['sessions']> {
  const runs = (await rowsOf(journal, 'run')).filter(({ body }) => isActive(body))
  if (runs.length === 0) return []
  const [index, machines, gyms] = await Promise.all([
    contentIndex(), rowsOf(journal, 'machine'), rowsOf(journal, 'gym'),
  ])
  const around = surroundingsFrom(index, own, machines, gyms)
  return runs.flatMap(({ id, body }) => {
    try {
      const fold = foldRun(id, body, workouts.map((row) => [row.id, row.body] as const), around)
      return datedSessions(fold, body.start, today)
        .map(({ on, place }) => ({ date: on, day: fold.program.days[place.day]?.name ?? body.name }))
    } catch {
      return [] // a text that cannot be read: its own page says so
    }
  })
}

async function stallIn(journal: IronDb, { known }: Exercises): Promise<Needs['stall']> {
  const row = await journal.snapshot.get('growth:all')
  if (!row) return null
  // Written by `refreshLentSnapshot` only.
  for (const [line, { stall }] of Object.entries((row.value as KeptSnapshot).snapshot.lines))
    if (stall) {
      const { exercise } = parseKey(line)
      return { exercise, name: (await known(exercise)).name, sentence: stall.sentence }
    }
  return null
}

/** The newest record of each exercise that was trained since the first day whose records are new. */
async function recordsIn(
  journal: IronDb, workouts: readonly Row<'workout'>[], { merged, known }: Exercises, today: string,
): Promise<Seen['records']> {
  const since = recordsSince(today)
  const measured = await rowsOf(journal, 'measurement')
  const massOn = bodyMass(measured.map((row) => ({ ...row, rev: 0, demo: false, readonly: true })))
  const ordered = inTimeOrder(workouts, ({ body }) => body, ({ id }) => id)
    .map(({ id, body }) => ({ id, body: merged.workout(body) }))
  const recent = new Set(
    ordered.filter(({ body }) => body.start >= since).flatMap(({ body }) => exercisesOf(body)),
  )
  const rows: { exercise: string; name: string; date: string }[] = []
  for (const exercise of recent) {
    const { name, facts } = await known(exercise)
    const sets = ordered.flatMap(({ id, body }) =>
      exercisesOf(body).includes(exercise)
        ? fromWorkout(id, body, () => facts, massOn(body.start), exercise)
        : [],
    )
    const lines = await inPieces(growing(sets, facts, undefined))
    for (const line of lines.filter(({ last }) => last >= since)) {
      const won = await inPieces(recording(line.sets, facts.loadMeaning))
      rows.push(...won.map(({ start }) => ({ exercise, name, date: start.slice(0, 10) })))
    }
  }
  return rows
}

function exercisesOf({ entries }: Workout): string[] {
  return entries.filter(({ sets }) => sets.length > 0).map(({ exercise }) => exercise)
}
