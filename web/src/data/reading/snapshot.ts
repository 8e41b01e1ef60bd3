/**
 * What the phone cannot compute and keeps: capacity with its interval and trend of every line, from Python.
 * Signed in it is asked for; a guest's documents are computed without being stored. Without signal the last
 * one stays.
 */

import type { LineOut, SnapshotOut } from '../../core/generated/wire'
import { knownCapacity, type Capacity } from '../../core/logic/history/capacity'
import { SETTINGS_ID, type Body, type Kind } from '../../core/values/documents'
import { api } from '../server/api'
import { db, GUEST, lentName, openDb, switches, type IronDb } from '../store/db'
import type { Lent, MetaValues } from '../store/meta'
import { yieldToEventLoop } from '../store/pauses'
import { wallTime } from '../store/ids'
import { all, countedAs, settings, workoutsWith, type Doc } from '../store/store'
import { sync } from '../server/sync.svelte'

export type SnapshotLine = LineOut
export type TrendPoint = LineOut['trend'][number]

/** A snapshot as kept here; `at` is this phone's wall time when it came. */
export interface KeptSnapshot { snapshot: SnapshotOut; at: string; print: string }

const ALL = 'all'

/** A journal that the server does not compute by itself: the guest's, and another lifter's. */
export function hasNoServer(journal: IronDb): boolean {
  return journal.name === GUEST || journal.lent
}

/** The last snapshot that holds an exercise, if any came. */
export async function keptSnapshot(exercise: string): Promise<KeptSnapshot | undefined> {
  const key = hasNoServer(db) ? await countedAs(exercise) : ALL
  return (await db.snapshot.get(`growth:${key}`))?.value as KeptSnapshot | undefined // written below only
}

/** Every line that a snapshot is kept for, whichever exercise it came with. */
export async function keptLines(): Promise<Record<string, SnapshotLine>> {
  const rows = await db.snapshot.where('key').startsWith('growth:').toArray()
  return Object.assign({}, ...rows.map((row) => (row.value as KeptSnapshot).snapshot.lines)) as Record<
    string,
    SnapshotLine
  >
}

/** What is known of the lines of an exercise, the one with most sets first. */
export async function keptCapacities(exercise: string): Promise<Capacity[]> {
  return Object.values(await keptLines())
    .filter((line) => line.exercise === exercise)
    .sort((a, b) => b.sets - a.sets)
    .flatMap((line) => knownCapacity(line.capacity) ?? [])
}

/**
 * Ask for a fresh snapshot and keep it: a guest's of one exercise, an account's of all. Throws OfflineError
 * or ApiError; what was kept stays. A guest's workouts are sent only when they changed since the last time.
 */
export async function refreshSnapshot(exercise: string): Promise<void> {
  const [here, atStart] = [db, switches]
  // The whole day: all that was trained today counts, and the browser's cache can tell that nothing changed.
  const at = `${wallTime().slice(0, 10)}T23:59:59`
  if (!hasNoServer(here)) {
    await sync.now()
    const snapshot = await api<SnapshotOut>(`snapshot?at=${at}`)
    await keepAs(here, ALL, snapshot, '')
    return
  }
  const [documents, name] = [await documentsOf(exercise), await countedAs(exercise)]
  if (switches !== atStart) return
  const { body, print } = await written(documents, at)
  const now = `${at}|${print}`
  if ((await keptSnapshot(exercise))?.print === now) return
  const snapshot = await api<SnapshotOut>('compute', { blob: body })
  await keepAs(here, name, snapshot, now)
}

/** Ask for the snapshot of what a share lends where its documents or the day changed; keep it in the copy. */
export async function refreshLentSnapshot({ id, what, secret }: Lent): Promise<void> {
  if (secret !== undefined || !what.includes('training')) return
  const journal = openDb(lentName(id), 'never')
  try {
    const at = `${wallTime().slice(0, 10)}T23:59:59`
    // Written by `fetchLent` only.
    const read = (await journal.meta.get('lent_place'))?.value as MetaValues['lent_place'] | undefined
    const print = `${at}|${read?.changed ?? ''}`
    const known = (await journal.snapshot.get(`growth:${ALL}`))?.value as KeptSnapshot | undefined
    if (known?.print === print) return
    await keepAs(journal, ALL, await api<SnapshotOut>(`shares/${id}/snapshot?at=${at}`), print)
  } finally {
    journal.close()
  }
}

/** So many documents become text at a time: a tap never waits for ten years of them. */
const AT_A_TIME = 24

async function written(documents: readonly Sent[], at: string): Promise<{ body: Blob; print: string }> {
  const parts: Blob[] = [new Blob(['{"documents":['])]
  let length = 0
  let hash = FNV_START
  for (let from = 0; from < documents.length; from += AT_A_TIME) {
    const part =
      (from > 0 ? ',' : '') +
      documents
        .slice(from, from + AT_A_TIME)
        .map((document) => JSON.stringify(document))
        .join(',')
    // As one string the browser would turn it into bytes in one go: a second on a slow phone.
    parts.push(new Blob([part]))
    length += part.length
    hash = fnv(hash, part)
    await yieldToEventLoop()
  }
  parts.push(new Blob([`],"at":${JSON.stringify(at)}}`]))
  return {
    body: new Blob(parts, { type: 'application/json' }), print: `${length}:${(hash >>> 0).toString(16)}`,
  }
}

async function keepAs(here: IronDb, name: string, snapshot: SnapshotOut, print: string): Promise<void> {
  const stored: KeptSnapshot = { snapshot, at: wallTime(), print }
  await here.snapshot.put({ key: `growth:${name}`, value: stored, at: stored.at })
}

/**
 * What a fit of one exercise needs: its workouts, without the other entries, machines, body mass and
 * settings.
 */
async function documentsOf(asked: string): Promise<Sent[]> {
  const exercise = await countedAs(asked)
  const [workouts, machines, measured, own, chosen] = await Promise.all([
    workoutsWith(exercise), all('machine'), all('measurement'), all('exercise'), settings(),
  ])
  const cut = workouts.map((workout) => {
    const entries = workout.body.entries.filter((entry) => entry.exercise === exercise)
    return { ...workout, body: { ...workout.body, entries } }
  })
  return [
    ...cut.map(sent('workout')),
    ...machines.filter(({ body }) => body.exercise === exercise).map(sent('machine')),
    ...measured.map(sent('measurement')),
    // Workouts come as what they count as: the merge itself stays at home.
    ...own
      .filter(({ id }) => id === exercise)
      .map(({ id, body: { alias_of: _, ...body } }) => ({ kind: 'exercise' as const, id, body })),
    { kind: 'settings', id: SETTINGS_ID, body: chosen },
  ]
}

interface Sent { kind: Kind; id: string; body: Body }

function sent(kind: Kind): (doc: Doc<Body>) => Sent {
  return ({ id, body }) => ({ kind, id, body })
}

const FNV_START = 0x811c9dc5

/** FNV-1a, 32 bits, gone on with: tells whether anything changed, guards nothing. */
function fnv(hash: number, text: string): number {
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
