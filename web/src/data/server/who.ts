/**
 * Which account this browser has open: one for all tabs, remembered over restarts, so that a start needs no
 * network.
 */

/**
 * `account` is an id that no other account has, on any server; a phone that signed in before there was one
 * learns it.
 */
export interface User { id: string; name: string; owner: boolean; account?: string }

const KEY = 'iron-user'

const channel =
  typeof document !== 'undefined' && 'BroadcastChannel' in globalThis
    ? new BroadcastChannel('iron-session')
    : null

/**
 * The account that was opened last in any tab; null is the guest, undefined where the browser keeps nothing.
 */
export function rememberedUser(): User | null | undefined {
  try {
    const stored = localStorage.getItem(KEY)
    return stored ? (JSON.parse(stored) as User) : null // written below only
  } catch {
    return undefined
  }
}

/** Remember who is here and tell the other tabs. */
export function rememberUser(user: User | null): void {
  try {
    if (user) localStorage.setItem(KEY, JSON.stringify(user))
    else localStorage.removeItem(KEY)
  } catch {
    // Closed storage: the choice lasts as long as the tab.
  }
  channel?.postMessage('changed')
}

/** A journal that stayed on this phone when its account signed out, because it holds unsent changes. */
export interface KeptJournal { user: User; waiting: number }

const KEPT = 'iron-kept'

/** Journals of former accounts on this phone that wait for their account to sign in again. */
export function keptJournals(): KeptJournal[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as KeptJournal[] // written below only
  } catch {
    return []
  }
}

/** Note a journal that stays, or with none waiting that it does not any more. */
export function noteKept(user: User, waiting: number): void {
  const others = keptJournals().filter((journal) => !isSameUser(journal.user, user))
  const all = waiting > 0 ? [...others, { user, waiting }] : others
  try {
    if (all.length > 0) localStorage.setItem(KEPT, JSON.stringify(all))
    else localStorage.removeItem(KEPT)
  } catch {
    // Closed storage: the journal is there all the same, and opens when its account signs in.
  }
}

/** Call `look` whenever another tab may have signed somebody in or out. */
export function onOtherTab(look: () => void): void {
  channel?.addEventListener('message', look)
  // For browsers without the channel, and for tabs that slept when it spoke.
  window.addEventListener('storage', (event) => { if (event.key === KEY || event.key === null) look() })
  window.addEventListener('focus', look)
  window.addEventListener('pageshow', look)
  document.addEventListener('visibilitychange', look)
}

/** Accounts are compared by their id; one whose id is not known yet by its name on the server. */
export function isSameUser(a: User | null, b: User | null): boolean {
  if (!a || !b) return a === b
  return a.account !== undefined && b.account !== undefined ? a.account === b.account : a.id === b.id
}

/** The database of an account's journal. Names may come again on a server, ids never do. */
export function journalOf(user: User): string {
  return `iron-${user.account ?? user.id}`
}

/** Where an earlier Iron kept it. */
export function formerJournalOf(user: User): string {
  return `iron-${user.id}`
}
