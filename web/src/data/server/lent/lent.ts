/**
 * Other lifters' journals that this phone may read: what is shared as the server last said, and a copy of
 * each in a database of its own, to be read without signal. It is deleted when the share ends and when the
 * account signs out.
 */

import type { ShareReceived, SharedPage, SharesOut } from '../../../core/generated/sharing'
import {
  BODY_VERSION, SETTINGS_ID, type Body, type Kind, type Settings,
} from '../../../core/values/documents'
import { api, ApiError } from '../api'
import { GUEST, indexed, lentName, openDb, ownDb, type IronDb } from '../../store/db'
import { databaseExists } from '../../store/idb'
import type { Lent, MetaValues } from '../../store/meta'
import { forget, knownLent, noteLent } from '../lent-copies'
import { sendWritten } from './lent-writing'

const PAGE = 200

/** Ask the server what is shared with this account, forget what ended. Throws OfflineError or ApiError. */
export async function refreshLent(): Promise<readonly Lent[]> {
  const links = (await knownLent()).filter(({ secret }) => secret !== undefined)
  const received = ownDb.name === GUEST ? [] : (await api<SharesOut>('shares')).received
  await noteLent([...received, ...links])
  return knownLent()
}

/** Forget what has run out, also without signal. */
export async function forgetEnded(): Promise<void> {
  await noteLent(await knownLent())
}

/** Read the journal that a link opens from now on; throws ApiError where it has ended. */
export async function openLink(secret: string): Promise<Lent> {
  const lent: Lent = { ...(await api<ShareReceived>('shared', { share: secret })), secret }
  await noteLent([...(await knownLent()).filter(({ id }) => id !== lent.id), lent])
  await fetchLent(lent)
  return lent
}

export async function acceptShare(id: string): Promise<void> {
  await api(`shares/${id}/accept`, { method: 'POST' })
}

/** Decline a share or give it back; a link is only forgotten here. */
export async function giveBack(lent: Lent): Promise<void> {
  if (lent.secret === undefined) await api(`shares/${lent.id}`, { method: 'DELETE' })
  await forget(lent)
}

/** Fetch what is new of a shared journal. Throws OfflineError or ApiError; one that ended is deleted here. */
export async function fetchLent(lent: Lent): Promise<void> {
  const journal = openDb(lentName(lent.id), 'once')
  try {
    const refusal = await sendWritten(journal, lent)
    while (await fetchPage(journal, lent));
    await lendSettings(journal)
    if (refusal) throw refusal
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 410) await forget(lent)
    throw failure
  } finally {
    journal.close()
  }
}

/** Whether a copy is here. */
export function isHere(id: string): Promise<boolean> {
  return databaseExists(lentName(id))
}

/** One page; true while there is more. The documents and the place where they end are kept together. */
async function fetchPage(journal: IronDb, { id, secret }: Lent): Promise<boolean> {
  const known = (await journal.meta.get('lent_place'))?.value as MetaValues['lent_place'] | undefined
  const asked = new URLSearchParams({ limit: String(PAGE), place: known?.place ?? '' })
  const path = secret === undefined ? `shares/${id}/documents` : 'shared/documents'
  const page = await api<SharedPage>(
    `${path}?${asked.toString()}`, secret === undefined ? {} : { share: secret },
  )
  await journal.transaction(['documents', 'outbox', 'meta'], async (on) => {
    if (page.whole) {
      await on.documents.clear()
      // What waits to be sent is in no page yet.
      for (const { kind, id, body } of await on.outbox.toArray())
        if (body !== null) await on.documents.put(indexed({ kind, id, rev: 0, seq: 0, body }))
    }
    for (const { kind, id, rev, deleted, body } of page.docs) {
      const key = kind as Kind // the server sends kinds of documents
      if (deleted) await on.documents.delete([key, id])
      else await on.documents.put(indexed({ kind: key, id, rev, seq: 0, body: body as Body }))
    }
    const now = Date.now()
    const changed = page.whole || page.docs.length > 0 ? now : (known?.changed ?? now)
    const value: MetaValues['lent_place'] = { place: page.place, at: now, changed }
    await on.meta.put({ key: 'lent_place', value })
  })
  return page.more
}

/** The reader's own units and look; nothing of his that would change what is computed. */
async function lendSettings(journal: IronDb): Promise<void> {
  const own = (await ownDb.documents.get(['settings', SETTINGS_ID]))?.body as Settings | null | undefined
  const { unit, week_start, theme, plate_colours } = own ?? { v: BODY_VERSION }
  const chosen = Object.entries({ unit, week_start, theme, plate_colours })
  const body: Settings = {
    v: BODY_VERSION, ...Object.fromEntries(chosen.filter(([, value]) => value !== undefined)),
  }
  await journal.transaction(['documents'], (on) =>
    on.documents.put(indexed({ kind: 'settings', id: SETTINGS_ID, rev: 0, seq: 0, body })),
  )
}
