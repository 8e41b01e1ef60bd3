/**
 * Who is here. Without an account everything works in the guest's database; each account has its own. The
 * last one is remembered, so a start needs no network.
 */

import type { ServerOut } from '../../core/generated/wire'
import { waitingGuest } from './adoption'
import { api, speakFor } from './api'
import { ownDb, GUEST, useDb } from '../store/db'
import { databaseExists, deleteDatabase, GoneError, type Creation } from '../store/idb'
import { setMeta } from '../store/meta'
import { unsynced } from '../store/outbox'
import { dropLent, unsentCount } from './lent-copies'
import { sync } from './sync.svelte'
import {
  formerJournalOf, isSameUser, journalOf, noteKept, onOtherTab, rememberedUser, rememberUser, type User,
} from './who'

export type { User } from './who'
export type ServerInfo = ServerOut
interface MeAnswer {
  user: { id?: string | number; name: string; owner: boolean; account?: string } | null
  server: ServerInfo
}

let user = $state.raw<User | null>(null)
let server = $state.raw<ServerInfo | null>(null)

export const session = {
  /** The account whose journal is open; null is the guest. */
  get user(): User | null { return user },
  /** What the server said last; null before it was reached. */
  get server(): ServerInfo | null { return server },
}

/** Open the journal that was open last, and follow what other tabs do. */
export function startSession(): void {
  const remembered = rememberedUser()
  if (remembered) {
    open(remembered, 'never')
    ownDb.meta.count().catch((problem: unknown) => {
      if (problem instanceof GoneError) becomeGuest()
      // The rows could not move (no room): the journal stays under its former name, and the next start tries
      // again.
      else if (
        formerJournalOf(remembered) !== journalOf(remembered)
      ) useDb(formerJournalOf(remembered), 'never')
    })
  }
  onOtherTab(followOtherTabs)
}

/** Another tab signed in or out: this one shows somebody else's journal, so it starts again. */
function followOtherTabs(): void {
  const remembered = rememberedUser()
  if (remembered === undefined || isSameUser(remembered, user)) return
  ownDb.close()
  location.reload()
}

function open(next: User, creation: Creation): void {
  openJournal(next, creation)
  user = next
}

function openJournal(next: User, creation: Creation): void {
  speakFor(next.account)
  const [former, name] = [formerJournalOf(next), journalOf(next)]
  useDb(name, creation, async () => {
    // A journal that is made now is not one that an earlier Iron left.
    if (creation === 'once' || former === name || !(await databaseExists(former))) return
    await (await import('./former-journal')).moveFormerJournal(former, name)
  })
}

function becomeGuest(): void {
  user = null
  speakFor(undefined)
  rememberUser(null)
  useDb(GUEST)
}

/** Ask the server who is signed in. Does not switch journals by itself. */
export async function whoAmI(): Promise<User | null> {
  const answer = await api<MeAnswer>('me')
  server = answer.server
  if (!answer.user) return null
  const { id, name, owner, account } = answer.user
  const user_ = { id: String(id ?? name), name, owner, ...(account === undefined ? {} : { account }) }
  // The account's id was not known yet: the journal gets its name.
  if (user && user.account === undefined && isSameUser(user, user_) && account !== undefined) {
    rememberUser(user_)
    open(user_, 'never')
  }
  return user_
}

/**
 * Call after a sign-in or sign-up. The same account goes on with its journal, and what waits is sent. Another
 * one gets its own, and takes the guest's documents along once; the journal before it stays on this phone
 * while it holds changes that the server does not have.
 */
export async function signedIn(): Promise<User | null> {
  const user_ = await whoAmI()
  if (!user_) return null
  if (isSameUser(user, user_)) {
    await sync.now()
    return user_
  }
  const guest = ownDb.name === GUEST
  if (!guest) await signOutHere({ keep: (await unsyncedHere()) > 0 })
  await makeJournal(user_)
  rememberUser(user_)
  user = user_
  noteKept(user_, 0)
  // Sent with the exchange, after what the account has is here; photos move then too (adoption.ts). When the
  // page is left in between, the next exchange goes on.
  if (guest) await setMeta('adopting', true)
  await sync.now()
  return user_
}

/** The journal is on the disk before anything says so: a page that is left at once starts signed in again. */
async function makeJournal(next: User): Promise<void> {
  openJournal(next, 'once')
  try {
    await ownDb.meta.count()
  } catch (problem) {
    becomeGuest()
    throw problem
  }
}

/**
 * How many documents the server does not have yet: edits here, and what the guest logged before the sign-in.
 */
export async function unsyncedHere(): Promise<number> {
  return (await unsynced(ownDb)) + (await waitingGuest(ownDb)) + (await unsentCount())
}

/**
 * Go on as guest. The account's journal is deleted from this phone; with `keep` it stays, and what waits in
 * it is sent when the account signs in here again. Warn with `unsyncedHere` first.
 */
export async function signOutHere({ keep = false } = {}): Promise<void> {
  const [name, left] = [ownDb.name, user]
  if (name === GUEST) return
  await dropLent()
  if (left) noteKept(left, keep ? await unsyncedHere() : 0)
  becomeGuest()
  if (keep) return
  await deleteDatabase(name)
  await (await import('../store/copy-shelf')).dropCopies(name).catch(() => undefined)
  await (await import('../store/photos')).dropPhotos(name)
}
