/**
 * Which workouts lost a value in a merge: asked once after the push that was merged, shown until somebody
 * looks.
 */

import type { RevisionOut } from '../../core/generated/wire'
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
    const values = revisions.find((revision) => revision.op_id === op)?.lost.length ?? 0
    if (values === 0) continue
    const others = (await noticesOf(here)).filter((notice) => notice.workout !== doc.id)
    await here.meta.put({
      key: 'lost', value: [...others, { workout: doc.id, values }].slice(-MOST_NOTICES),
    })
  }
}

/** The workout was looked at: its notice goes. */
export async function forgetLost(workout: string): Promise<void> {
  const notices = await noticesOf(ownDb)
  const others = notices.filter((notice) => notice.workout !== workout)
  if (others.length < notices.length) await ownDb.meta.put({ key: 'lost', value: others })
}

async function noticesOf(here: IronDb): Promise<LostNotice[]> {
  return ((await here.meta.get('lost'))?.value as LostNotice[] | undefined) ?? [] // written above only
}
