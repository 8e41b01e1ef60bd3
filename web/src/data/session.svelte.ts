/** Who is here. Without an account everything works; the last one is remembered so that a start needs no network. */

import { databaseName, useDb } from './db'

export interface User { id: string; name: string; owner: boolean }

const KEY = 'iron-user'

let user = $state.raw<User | null>(null)

export const session = {
  get user(): User | null { return user },
  set user(next: User | null) {
    user = next
    if (next) localStorage.setItem(KEY, JSON.stringify(next))
    else localStorage.removeItem(KEY)
    useDb(databaseName(next?.id ?? null))
  },
}

export function startSession(): void {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept) session.user = JSON.parse(kept) as User // written above only
  } catch {
    // Closed storage or a broken entry: a guest.
  }
}
