/**
 * Who is here. Without an account everything works in the guest's database; each account has its own. The last one is
 * remembered, so a start needs no network.
 */

import { SETTINGS_ID } from '../../core/values/documents'
import { api } from './api'
import { databaseName, db, GUEST, openDb, useDb } from '../store/db'
import { deleteDatabase } from '../store/idb'
import { getMeta, setMeta } from '../store/meta'
import { unsynced } from '../store/outbox'
import { writeAll, type Change } from '../store/store'
import { sync } from './sync.svelte'

/** `account` is an id that no other account has, on any server; a phone that signed in before there was one learns it. */
export interface User { id: string; name: string; owner: boolean; account?: string }
export interface ServerInfo { version: string; https: boolean; signup: 'code' | 'invite' | 'closed' }
interface MeAnswer { user: { id?: string | number; name: string; owner: boolean; account?: string } | null; server: ServerInfo }

const KEY = 'iron-user'

let user = $state.raw<User | null>(null)
let server = $state.raw<ServerInfo | null>(null)

export const session = {
  /** The account whose journal is open; null is the guest. */
  get user(): User | null { return user },
  /** What the server said last; null before it was reached. */
  get server(): ServerInfo | null { return server },
}

export function startSession(): void {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept) become(JSON.parse(kept) as User) // written below only
  } catch {
    // Closed storage or a broken entry: a guest.
  }
}

/** Ask the server who is signed in. Does not switch journals by itself. */
export async function whoAmI(): Promise<User | null> {
  const answer = await api<MeAnswer>('me')
  server = answer.server
  if (!answer.user) return null
  const { id, name, owner, account } = answer.user
  const found = { id: String(id ?? name), name, owner, ...(account === undefined ? {} : { account }) }
  if (user?.id === found.id && user.account !== account) remember(found)
  return found
}

/** Call after a sign-in or sign-up: opens the account's journal, pulls it, and takes the guest's documents along once. */
export async function signedIn(): Promise<User | null> {
  const found = await whoAmI()
  if (!found) return null
  const guest = db.name === GUEST
  become(found)
  await sync.now()
  if (guest) await adoptGuest()
  void sync.now()
  return found
}

/** How many documents would be lost on this phone by signing out now. */
export function unsyncedHere(): Promise<number> {
  return unsynced(db)
}

/** Empty the account's database on this phone and go on as guest. Warn with `unsyncedHere` first. */
export async function signOutHere(): Promise<void> {
  const name = db.name
  if (name === GUEST) return
  become(null)
  await deleteDatabase(name)
  await (await import('../copies/copies')).dropCopies(name).catch(() => undefined)
  await (await import('../journal/photos')).dropPhotos(name)
}

function become(next: User | null): void {
  remember(next)
  useDb(databaseName(next?.id ?? null))
}

function remember(next: User | null): void {
  user = next
  try {
    if (next) localStorage.setItem(KEY, JSON.stringify(next))
    else localStorage.removeItem(KEY)
  } catch {
    // Closed storage: the choice lasts as long as the tab.
  }
}

/** Push what the guest wrote with an empty base. The account's settings win; the demo lifter stays behind. */
async function adoptGuest(): Promise<void> {
  const guest = openDb(GUEST)
  try {
    const rows = await guest.documents.toArray()
    const own = rows.filter((row) => row.demo !== 1 && row.body !== null)
    const hasSettings = (await db.documents.get(['settings', SETTINGS_ID]))?.body != null
    const changes: Change[] = []
    for (const row of own) {
      if (row.kind === 'settings' && hasSettings) continue
      // Stored bodies are what `write` of this kind took.
      changes.push({ kind: row.kind, id: row.id, body: row.body as Change['body'] })
    }
    await writeAll(changes)
    await setMeta('adopted', true)
    // Only now, when the account's database has them on disk, does the guest let go.
    await guest.documents.bulkDelete(own.map((row) => [row.kind, row.id]))
    // Where they cannot move (no room) they stay with the guest: nothing is lost.
    await (await import('../journal/photos')).movePhotos(GUEST, db.name).catch(() => undefined)
  } finally {
    guest.close()
  }
}

/** True after the guest's documents came along (machines of the same name may want merging). */
export async function adopted(): Promise<boolean> {
  return (await getMeta('adopted')) ?? false
}

/** Ask the browser to keep our data when space is short. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false
}
