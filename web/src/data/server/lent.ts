/**
 * Other lifters' journals that this phone may read: what is shared as the server last said, and a copy of
 * each in a database of its own, to be read without signal. It is deleted when the share ends and when the
 * account signs out.
 */

import type { ShareReceived, SharedPage, SharesOut } from '../../core/generated/wire'
import {
  BODY_VERSION, SETTINGS_ID, type Body, type Comment, type Kind, type Settings,
} from '../../core/values/documents'
import { api, ApiError } from './api'
import { GUEST, indexed, lentName, openDb, ownDb, type IronDb } from '../store/db'
import { newId } from '../store/ids'
import { databaseExists, deleteDatabase } from '../store/idb'
import { getMeta, setMeta, type Lent } from '../store/meta'

const PAGE = 200

/** What may be read here, as it was last known. */
export async function knownLent(): Promise<readonly Lent[]> {
  return (await getMeta('lent')) ?? []
}

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
  await forget(lent.id)
}

/** Fetch what is new of a shared journal. Throws OfflineError or ApiError; one that ended is deleted here. */
export async function fetchLent(lent: Lent): Promise<void> {
  const journal = openDb(lentName(lent.id), 'once')
  try {
    await sendComments(journal, lent)
    while (await fetchPage(journal, lent));
    await lendSettings(journal)
  } catch (failure) {
    if (failure instanceof ApiError && failure.status === 410) await forget(lent.id)
    throw failure
  } finally {
    journal.close()
  }
}

/**
 * Keep a comment on what a share lends, or with null delete an own one; it is sent with the next exchange.
 */
export async function keepComment(share: string, id: string, body: Comment | null): Promise<void> {
  const journal = openDb(lentName(share), 'never')
  try {
    await journal.transaction(['documents', 'outbox'], async (on) => {
      const waiting = await on.outbox.where('[kind+id]').equals(['comment', id]).toArray()
      for (const edit of waiting) await on.outbox.delete(edit.op_id)
      const row = { kind: 'comment' as const, id, rev: 0, seq: 0, body }
      await (body === null ? on.documents.delete(['comment', id]) : on.documents.put(indexed(row)))
      // What was never sent has not to be taken back.
      if (body !== null || waiting.length === 0)
        await on.outbox.put({ op_id: newId(), kind: 'comment', id, body, at: Date.now(), state: 'waiting' })
    })
  } finally {
    journal.close()
  }
}

/** Whether a copy is here. */
export function isHere(id: string): Promise<boolean> {
  return databaseExists(lentName(id))
}

/** Delete every copy: the account signs out. */
export async function dropLent(): Promise<void> {
  const lent = await knownLent()
  for (const { id } of lent) await deleteDatabase(lentName(id))
  if (lent.length > 0) await setMeta('lent', [])
}

async function noteLent(all: readonly Lent[]): Promise<void> {
  const now = Date.now()
  const still = all.filter(({ ends_at }) => ends_at === null || Date.parse(ends_at) > now)
  for (const { id } of await knownLent())
    if (!still.some((lent) => lent.id === id)) await deleteDatabase(lentName(id))
  await setMeta('lent', still)
}

async function forget(id: string): Promise<void> {
  await deleteDatabase(lentName(id))
  await noteLent((await knownLent()).filter((lent) => lent.id !== id))
}

/** Send comments that wait; one that is refused for good goes, and the refusal is thrown. */
async function sendComments(journal: IronDb, { id: share }: Lent): Promise<void> {
  for (const { op_id, id, body } of await journal.outbox.toArray()) {
    const path = `shares/${share}/comments`
    try {
      if (body === null) await api(`${path}/${id}`, { method: 'DELETE' })
      else {
        const { workout, entry, set, text, at } = body as Comment // kept above only
        await api(path, { json: { op_id, id, workout, entry, set, text, at } })
      }
    } catch (failure) {
      if (!(failure instanceof ApiError) || ![400, 403, 404].includes(failure.status)) throw failure
      await journal.transaction(['documents', 'outbox'], async (on) => {
        await on.outbox.delete(op_id)
        if (body !== null) await on.documents.delete(['comment', id])
      })
      throw failure
    }
    await journal.outbox.delete(op_id)
  }
}

/** One page; true while there is more. The documents and the place where they end are kept together. */
async function fetchPage(journal: IronDb, { id, secret }: Lent): Promise<boolean> {
  const known = (await journal.meta.get('lent_place'))?.value as { place: string } | undefined
  const asked = new URLSearchParams({ limit: String(PAGE), place: known?.place ?? '' })
  const path = secret === undefined ? `shares/${id}/documents` : 'shared/documents'
  const page = await api<SharedPage>(
    `${path}?${asked.toString()}`, secret === undefined ? {} : { share: secret },
  )
  await journal.transaction(['documents', 'meta'], async (on) => {
    if (page.whole) await on.documents.clear()
    for (const { kind, id, rev, deleted, body } of page.docs) {
      const key = kind as Kind // the server sends kinds of documents
      if (deleted) await on.documents.delete([key, id])
      else await on.documents.put(indexed({ kind: key, id, rev, seq: 0, body: body as Body }))
    }
    await on.meta.put({ key: 'lent_place', value: { place: page.place, at: Date.now() } })
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
