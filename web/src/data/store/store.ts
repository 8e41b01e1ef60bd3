/**
 * Reading and writing documents. A write is the document and its outbox entry in ONE transaction, on the disk
 * when the promise resolves.
 */

import * as messages from '../../core/generated/messages-storage'
import {
  BODY_VERSION, SETTINGS_ID, type Bodies, type Body, type Kind, type Settings, type Workout,
} from '../../core/values/documents'
import { isLeftOpen } from '../../core/logic/log/left-open'
import { UNIT_WORKOUTS } from '../../core/generated/tables'
import { inTimeOrder } from '../../core/values/in-time'
import { usualUnit, type MassUnit } from '../../core/rules/loads/units'
import { mergedOf, type Merged } from '../../core/rules/exercises/merged'
import {
  bodyOf, db, GUEST, indexed, onDbChange, type Outgoing, type Stored, type Tables,
} from './db'
import { GoneError, onChange } from './idb'
import { newId } from './ids'
import { baseOf } from './outbox'
import { StuckError } from './patience'
import { FIRST, LAST, type Rows } from './table'
import { noteWrite } from './signals'

/** A write that could not be kept; `sentence` goes to the lifter. */
export class StoreError extends Error {
  constructor(
    readonly sentence: string, readonly code: 'newer' | 'full' | 'stuck' | 'failed', options?: ErrorOptions,
  ) {
    super(sentence, options)
  }
}

export interface Change<K extends Kind = Kind> { kind: K; id: string; body: Bodies[K] | null }

/** Wall times lie up to 26 hours apart at one moment; nobody begins more workouts than this in them. */
const OUT_OF_ORDER = 8

export interface Doc<B extends Body> { id: string; rev: number; body: B; demo: boolean; readonly: boolean }

/** Read one document; undefined when it is not there or was deleted. */
export async function read<K extends Kind>(kind: K, id: string): Promise<Doc<Bodies[K]> | undefined> {
  const row = await db.documents.get([kind, id])
  return row && toDoc<Bodies[K]>(row)
}

/** All documents of a kind, in the order of their ids. */
export async function all<K extends Kind>(kind: K): Promise<Doc<Bodies[K]>[]> {
  const rows = await db.documents
    .where('[kind+id]')
    .between([kind, FIRST], [kind, LAST])
    .toArray()
  return rows.flatMap((row) => toDoc<Bodies[K]>(row) ?? [])
}

/** Workouts by start, newest first. `before` is a wall time (exclusive). */
export async function workouts(options: { limit?: number; before?: string } = {}): Promise<Doc<Workout>[]> {
  const query = db.documents
    .where('[kind+start]')
    .between(['workout', FIRST], ['workout', options.before ?? LAST], true, false)
    .reverse()
  return page(query, options)
}

/** Workouts that began from one wall time (or a beginning of it) to another, exclusive, newest first. */
export async function workoutsFrom(from: string, to: string): Promise<Doc<Workout>[]> {
  const rows = await db.documents
    .where('[kind+start]')
    .between(['workout', from], ['workout', to], true, false)
    .reverse()
    .toArray()
  return rows.flatMap((row) => toDoc<Workout>(row) ?? [])
}

/**
 * Workouts that hold an exercise, or what counts as it, newest first. Entries read as what they count as:
 * never write such a body back, `edit` the stored one.
 */
export async function workoutsWith(
  exercise: string, options: { limit?: number; offset?: number } = {},
): Promise<Doc<Workout>[]> {
  const merged = await merges()
  const wanted = merged.target(exercise).exercise
  const sources = merged.sources(wanted)
  if (sources.length === 0) return lifting(wanted, options)
  const { limit, offset = 0 } = options
  const lists = await Promise.all(
    [wanted, ...sources].map((exercise) =>
      lifting(exercise, limit === undefined ? {} : { limit: offset + limit })),
  )
  const unique = [...new Map(lists.flat().map((doc) => [doc.id, doc])).values()]
  return newestFirst(unique)
    .slice(offset, limit === undefined ? undefined : offset + limit)
    .map((doc) => ({ ...doc, body: merged.workout(doc.body) }))
}

async function lifting(
  exercise: string, options: { limit?: number; offset?: number },
): Promise<Doc<Workout>[]> {
  return page(db.documents.where('lifted').between(`${exercise}|`, `${exercise}|\uffff`).reverse(), options)
}

/**
 * A page of workouts, newest first. The index is by wall time, and a journey or the autumn hour puts a few of
 * them in another order in time: so a page is cut out of one that is wider by as many at both ends.
 */
async function page(
  newest: Rows<Stored, [Kind, string]>, { limit, offset = 0 }: { limit?: number; offset?: number },
): Promise<Doc<Workout>[]> {
  const wider = Math.min(offset, OUT_OF_ORDER)
  const from = offset > wider ? newest.offset(offset - wider) : newest
  const rows = await (limit === undefined ? from : from.limit(wider + limit + OUT_OF_ORDER)).toArray()
  const docs = newestFirst(rows.flatMap((row) => toDoc<Workout>(row) ?? []))
  return docs.slice(wider, limit === undefined ? undefined : wider + limit)
}

let cached: Promise<Merged> | null = null
onDbChange(() => { cached = null })
// Registered before any live query: they ask again when this has forgotten.
onChange((changes) => {
  if (
    changes.some(({ store, key: [kind] }) => store === 'documents' && (kind === 'exercise' || kind === '*'))
  )
    cached = null
})

/** Which own exercises count as another one; read once and kept until an exercise changes. */
export function merges(): Promise<Merged> {
  const asked =
    cached ?? all('exercise').then((docs) => mergedOf(docs.map(({ id, body }) => [id, body] as const)))
  cached = asked
  asked.catch(() => { if (cached === asked) cached = null })
  return asked
}

/** The exercise that an id counts as: itself, or what it is merged into. */
export async function countedAs(exercise: string): Promise<string> {
  return (await merges()).target(exercise).exercise
}

/** The newest open workout in which something happened lately; one that was left open does not run. */
export async function runningWorkout(): Promise<Doc<Workout> | undefined> {
  const now = Date.now()
  return (await openWorkouts()).find(({ body }) => !isLeftOpen(body, now))
}

/** All workouts without an end, newest first. There is more than one when two devices started one each. */
export async function openWorkouts(): Promise<Doc<Workout>[]> {
  const rows = (await db.documents.where('open').equals(1).toArray()).flatMap(
    (row) => toDoc<Workout>(row) ?? [],
  )
  return newestFirst(rows)
}

/** Workouts by the instant at which they began, where their zones are known. */
function newestFirst(docs: readonly Doc<Workout>[]): Doc<Workout>[] {
  return inTimeOrder(
    docs,
    ({ body }) => body,
    ({ id }) => id,
  ).reverse()
}

export async function settings(): Promise<Settings> {
  return (await read('settings', SETTINGS_ID))?.body ?? { v: BODY_VERSION }
}

/**
 * Settings for a screen: the unit as chosen, else that of most of the newest sets (an imported log in pounds
 * shows pounds), else kg. The same rule as `Journal.unit` in Python.
 */
export async function shownSettings(): Promise<Settings & { unit: MassUnit }> {
  const chosen = await settings()
  if (chosen.unit !== undefined) return { ...chosen, unit: chosen.unit }
  const newest = await workouts({ limit: UNIT_WORKOUTS })
  const units = newest.flatMap(({ body }) => body.entries.flatMap((entry) => entry.sets.flatMap((set) => {
    const load = set.as_lifted ?? set.load
    return load && load.value !== 0 ? [load.unit] : []
  })))
  return { ...chosen, unit: usualUnit(units) }
}

export async function write<K extends Kind>(kind: K, id: string, body: Bodies[K]): Promise<void> {
  await writeAll([{ kind, id, body }])
}

/** Delete a document. It leaves a tombstone; writing the same id again brings it back. */
export async function remove(kind: Kind, id: string): Promise<void> {
  await writeAll([{ kind, id, body: null }])
}

/**
 * Many documents in one transaction: all or none (imports). `demo` marks invented training that never syncs.
 */
export async function writeAll(changes: readonly Change[], options: { demo?: boolean } = {}): Promise<void> {
  await inOneTransaction(async (on) => {
    for (const change of changes)
      put(on, change, await storedOf(on, change.kind, change.id), options.demo ?? false)
  })
}

/**
 * Read, change and write in one transaction, so that two quick taps cannot lose each other. Null from
 * `change` = leave it.
 */
export async function edit<K extends Kind>(
  kind: K, id: string, change: (body: Bodies[K]) => Bodies[K] | null,
): Promise<void> {
  await inOneTransaction(async (on) => {
    const before = await storedOf(on, kind, id)
    const stored = before.row && toDoc<Bodies[K]>(before.row)
    if (!stored) throw new StoreError(messages.deletedMeanwhile, 'failed')
    const body = change(stored.body)
    if (body !== null) put(on, { kind, id, body }, before, false)
  })
}

/**
 * Read, change and write some documents of a kind in one transaction. `change` answers a body for each, in
 * their order; null = delete it.
 */
export async function editTogether<K extends Kind>(
  kind: K, ids: readonly string[], change: (bodies: Bodies[K][]) => (Bodies[K] | null)[],
): Promise<void> {
  await inOneTransaction(async (on) => {
    const before = await Promise.all(ids.map((id) => storedOf(on, kind, id)))
    const stored = before.flatMap(({ row }) => (row && toDoc<Bodies[K]>(row)) ?? [])
    if (stored.length < ids.length)
      throw new StoreError(messages.deletedMeanwhile, 'failed')
    const bodies = change(stored.map((doc) => doc.body))
    for (const [at, known] of before.entries()) {
      const [id, body] = [ids[at], bodies[at]]
      if (id !== undefined && body !== undefined) put(on, { kind, id, body }, known, false)
    }
  })
}

export async function editSettings(change: (body: Settings) => Settings): Promise<void> {
  await inOneTransaction(async (on) => {
    const before = await storedOf(on, 'settings', SETTINGS_ID)
    const body = (before.row && toDoc<Settings>(before.row)?.body) ?? { v: BODY_VERSION }
    put(on, { kind: 'settings', id: SETTINGS_ID, body: change(body) }, before, false)
  })
}

async function inOneTransaction(work: (on: Tables) => Promise<void>): Promise<void> {
  if (db.lent) {
    throw new StoreError(messages.logOfAnother, 'failed')
  }
  try {
    await db.transaction(['documents', 'outbox'], work)
  } catch (problem) {
    throw explained(problem)
  }
  noteWrite()
}

/** What stands on the disk before a write: the document, and its edits on their way to the server. */
interface Before { readonly row: Stored | undefined; readonly edits: readonly Outgoing[] }

/** Both are asked for at once: the write waits for one answer. */
async function storedOf(on: Tables, kind: Kind, id: string): Promise<Before> {
  const [row, edits] = await Promise.all([
    on.documents.get([kind, id]),
    db.name === GUEST ? [] : on.outbox.where('[kind+id]').equals([kind, id]).atOnce(),
  ])
  return { row, edits }
}

function put(on: Tables, change: Change, { row: before, edits }: Before, demo: boolean): void {
  const { kind, id } = change
  if (before?.body && before.body.v > BODY_VERSION) {
    throw new StoreError(messages.newer, 'newer')
  }
  // JSON both drops what is not data (undefined, proxies) and makes this copy nobody else's.
  const body = change.body === null ? null : (JSON.parse(JSON.stringify(change.body)) as Body)
  const row: Stored = { ...(before ?? { kind, id, rev: 0, seq: 0 }), body }
  if (demo) row.demo = 1
  void on.documents.put(indexed(row))
  if (db.name !== GUEST && row.demo !== 1) queue(on, { kind, id, body }, edits)
}

/** One waiting edit per document: a newer edit replaces it. What was sent is left alone. */
function queue(
  on: Tables, { kind, id, body }: Pick<Outgoing, 'kind' | 'id' | 'body'>, edits: readonly Outgoing[],
): void {
  // A refused edit was not stored anywhere else; the new body holds it, changed by the lifter, and is made on
  // its base.
  const refused = edits.find((edit) => edit.state === 'refused' && !edit.apart)
  if (refused) void on.outbox.delete(refused.op_id)
  const waiting = edits.find((edit) => edit.state === 'waiting')
  void on.outbox.put(
    waiting
      ? { ...waiting, body }
      : { op_id: newId(), kind, id, body, at: Date.now(), state: 'waiting', ...baseOf(refused) },
  )
}

function toDoc<B extends Body>(row: Stored): Doc<B> | undefined {
  const body = bodyOf(row)
  if (body === null) return undefined
  // The caller asked for this kind, and kinds have one body type.
  return {
    id: row.id, rev: row.rev, body: body as B, demo: row.demo === 1,
    readonly: db.lent || body.v > BODY_VERSION,
  }
}

function explained(problem: unknown): unknown {
  if (problem instanceof StoreError) return problem
  if (isQuota(problem)) return new StoreError(messages.storageFull, 'full', { cause: problem })
  if (problem instanceof StuckError) return new StoreError(messages.storageStuck, 'stuck', { cause: problem })
  if (problem instanceof GoneError)
    return new StoreError(messages.signedOutElsewhere, 'stuck', { cause: problem })
  return new StoreError(messages.storageFailed, 'failed', { cause: problem })
}

function isQuota(problem: unknown): boolean {
  return problem instanceof Error && problem.name === 'QuotaExceededError'
}
