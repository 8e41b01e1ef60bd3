/**
 * Which workouts lost a value in a merge: announced on the phone whose push was merged and on every other one
 * that had the workout, until somebody looks there.
 */

import type { LossOut, RevisionOut } from '../../core/generated/wire'
import type { IronDb } from '../store/db'
import type { LostNotice } from '../store/meta'
import type { PushResult } from '../store/outbox'
import { ownDb } from '../store/db'
import type { Call } from './api'

/** More would not be looked through one by one. */
const MOST_NOTICES = 20

/**
 * Note the workouts among the merged answers in which a value lost. A history that cannot be read now is left
 * out: the values stay in it, under Older versions.
 */
export async function noteLost(here: IronDb, call: Call, results: readonly PushResult[]): Promise<void> {
  for (const { op_id: op, status, doc } of results) {
    if (status !== 'merged' || doc?.kind !== 'workout') continue
    const revisions = await call<RevisionOut[]>(`history/workout/${doc.id}`).catch(() => [])
    await note(here, doc.id, revisions.find((revision) => revision.op_id === op)?.lost.length ?? 0)
  }
}

/**
 * Note the workouts of a pull in which a value lost since this phone last had them. Call it before the
 * documents are stored. A workout that was not here yet had no value of this phone to lose.
 */
export async function noteLosses(here: IronDb, losses: readonly LossOut[]): Promise<void> {
  const values = new Map<string, number>()
  for (const { kind, id, rev, values: count } of losses) {
    if (kind !== 'workout') continue
    const known = await here.documents.get([kind, id])
    if (known && known.rev > 0 && rev > known.rev) values.set(id, (values.get(id) ?? 0) + count)
  }
  for (const [workout, count] of values) await note(here, workout, count)
}

/** The workout was looked at: its notice goes. */
export async function forgetLost(workout: string): Promise<void> {
  const notices = await noticesOf(ownDb)
  const others = notices.filter((notice) => notice.workout !== workout)
  if (others.length < notices.length) await ownDb.meta.put({ key: 'lost', value: others })
}

async function note(here: IronDb, workout: string, values: number): Promise<void> {
  if (values === 0) return
  const others = (await noticesOf(here)).filter((notice) => notice.workout !== workout)
  await here.meta.put({ key: 'lost', value: [...others, { workout, values }].slice(-MOST_NOTICES) })
}

async function noticesOf(here: IronDb): Promise<LostNotice[]> {
  return ((await here.meta.get('lost'))?.value as LostNotice[] | undefined) ?? [] // written above only
}
