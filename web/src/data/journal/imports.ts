/** Bringing history: the plan comes from the server, the documents are kept here in one transaction. */

import type { Bodies, Import, Kind } from '../../core/values/documents'
import { fresh, type Fresh } from '../../core/rules/records/import-plan'
import { planTakeBack, type TakeBack } from '../../core/rules/records/take-back'
import { api } from '../server/api'
import { db } from '../store/db'
import { wallTime } from '../store/ids'
import { all, writeAll, type Change, type Doc } from '../store/store'

export interface ExerciseFound {
  name: string
  id: string | null
  sets: number
  suggestions: { id: string; score: number }[]
  machine: string | null
  note: string
}
export interface Skipped { line: number; column: string; value: string; reason: string }

/** The answer of POST /api/v1/import/plan. */
export interface Plan {
  format: string
  app: string
  file_name: string
  file: string
  unit: 'kg' | 'lb' | null
  needs_unit: { sentence: string; suggested: 'kg' | 'lb' | null; reason: string } | null
  workouts: number
  sets: number
  rest_rows: number
  note_rows: number
  span: [string, string] | null
  exercises: ExerciseFound[]
  machines: { id: string; name: string; exercise: string; gym: string | null }[]
  skipped: Skipped[]
  warnings: string[]
  documents: [Kind, string, Bodies[Kind]][]
}

/** What the lifter chose for names of the file: a library exercise, or null for one of his own. */
export type Chosen = Record<string, { exercise: string | null }>

export async function planImport(file: File, unit: 'kg' | 'lb' | null, chosen: Chosen): Promise<Plan> {
  const form = new FormData()
  form.append('file', file)
  form.append('at', wallTime())
  if (unit !== null) form.append('unit', unit)
  if (Object.keys(chosen).length > 0) form.append('choices', JSON.stringify(chosen))
  return api<Plan>('import/plan', { form })
}

/** What of a plan is new here. */
export async function freshOf(plan: Plan): Promise<Fresh> {
  const there = new Set<string>()
  const deleted = new Set<string>()
  const takenBack = new Set<string>()
  for (const { kind, id, body } of await db.documents.toArray()) {
    if (body === null) deleted.add(`${kind}|${id}`)
    else if (kind === 'import' && (body as Import).taken_back) {
      for (const [listedKind, listedId] of (body as Import).documents)
        takenBack.add(`${listedKind}|${listedId}`)
    } else there.add(`${kind}|${id}`)
  }
  for (const key of takenBack) deleted.delete(key)
  // Bodies pass through as they came: the contract's own types, seen as plain JSON.
  const planned = plan.documents.map(([kind, id, body]) => ({
    kind, id, body: body as unknown as Record<string, unknown>,
  }))
  return fresh(planned, there, deleted)
}

/** All documents of an import in one transaction: all or none. */
export async function bringIn(found: Fresh): Promise<void> {
  // planned above, by kind
  await writeAll(found.documents.map(({ kind, id, body }) => ({ kind, id, body }) as unknown as Change))
}

export async function imports(): Promise<Doc<Import>[]> {
  const found = await all('import')
  return found.sort((a, b) => (a.body.at < b.body.at ? 1 : -1))
}

export async function takeBackPlan(taken: Doc<Import>): Promise<TakeBack> {
  const rows = await db.documents.toArray()
  const current = rows.map(
    ({ kind, id, body }) => [kind, id, body as Record<string, unknown> | null] as const,
  )
  return planTakeBack(taken.body as unknown as Record<string, unknown>, current)
}

export async function takeBack(id: string, plan: TakeBack): Promise<void> {
  // kinds of documents
  const gone = plan.delete.map(([kind, key]): Change => ({ kind: kind as Kind, id: key, body: null }))
  // the import's own body, marked
  await writeAll([...gone, { kind: 'import', id, body: plan.import_body as unknown as Import }])
}
