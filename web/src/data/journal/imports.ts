/** Bringing history: the plan comes from the server, the documents are kept here in one transaction. */

import { UNIT_WORKOUTS } from '../../core/generated/tables'
import type { PlanAnswer } from '../../core/generated/import-plan'
import { SETTINGS_ID, type Bodies, type Import, type Kind } from '../../core/values/documents'
import { fresh, type Fresh } from '../../core/rules/records/import-plan'
import { planTakeBack, type TakeBack } from '../../core/rules/records/take-back'
import { api } from '../server/api'
import { db } from '../store/db'
import { wallTime } from '../store/ids'
import { all, settings, shownSettings, workouts, writeAll, type Change, type Doc } from '../store/store'

/** What the lifter says about a file. */
export interface Answers {
  unit: 'kg' | 'lb' | null
  dateOrder: 'dmy' | 'mdy' | null
  zone: string | null
  columns: Record<string, string> | null
  update: boolean
}

/** The answer of POST /api/v1/import/plan. */
export type Plan = PlanAnswer & { documents: [Kind, string, Bodies[Kind]][] }

/** What the lifter chose for names of the file: a library exercise, or null for one of his own. */
export type Chosen = Record<string, { exercise: string | null }>

export async function planImport(file: File, answers: Answers, chosen: Chosen): Promise<Plan> {
  const form = new FormData()
  form.append('file', file)
  form.append('at', wallTime())
  if (answers.unit !== null) form.append('unit', answers.unit)
  if (answers.dateOrder !== null) form.append('date_order', answers.dateOrder)
  if (answers.zone !== null) form.append('zone', answers.zone)
  if (answers.columns !== null) form.append('columns', JSON.stringify(answers.columns))
  if (answers.update) form.append('update', '1')
  if (Object.keys(chosen).length > 0) form.append('choices', JSON.stringify(chosen))
  return api<Plan>('import/plan', { form })
}

/** What of a plan is new here. */
export async function freshOf(plan: Plan, update = false): Promise<Fresh> {
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
  // A workout that the file brings up to date is here and is written again; the server left out what was
  // edited.
  if (update) for (const { id, edited } of plan.changed) if (!edited) there.delete(`workout|${id}`)
  for (const key of takenBack) deleted.delete(key)
  // Bodies pass through as they came: the contract's own types, seen as plain JSON.
  const planned = plan.documents.map(([kind, id, body]) => ({
    kind, id, body: body as unknown as Record<string, unknown>,
  }))
  return fresh(planned, there, deleted)
}

/** All documents of an import in one transaction: all or none. */
export async function bringIn(planned: Fresh): Promise<void> {
  // planned above, by kind
  const brought = planned.documents.map(({ kind, id, body }) => ({ kind, id, body }) as unknown as Change)
  await writeAll([...brought, ...(await unitKept())])
}

/**
 * The unit in which the lifter logs becomes a choice: a history in pounds does not turn a log in kilograms
 * into pounds. Who has only imported so far sees what most of the newest sets have.
 */
async function unitKept(): Promise<Change[]> {
  if ((await settings()).unit !== undefined) return []
  const newest = await workouts({ limit: UNIT_WORKOUTS })
  const isLogging = newest.some(({ body }) =>
    body.source?.import === undefined && body.entries.some(({ sets }) => sets.some(({ load }) => load)))
  return isLogging ? [{ kind: 'settings', id: SETTINGS_ID, body: await shownSettings() }] : []
}

export async function imports(): Promise<Doc<Import>[]> {
  const imports = await all('import')
  return imports.sort((a, b) => (a.body.at < b.body.at ? 1 : -1))
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
