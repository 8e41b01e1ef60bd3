/** What of an account's log is on the server: one statement, and what is to be said of it. */

import * as messages from '../../core/generated/messages-me'
import type { SyncState } from '../../data/server/sync.svelte'

export interface OnServer {
  /** Changes that the server has not confirmed; undefined until they are counted. */
  waiting: number | undefined
  state: SyncState
  /** The server's sentence when the state is failed. */
  problem: string
  /** When everything was exchanged last, in words; empty: never. */
  last: string
}

/** `isBusy`: the statement changes by itself soon. `more` never says otherwise than `text`. */
export function syncWords({ waiting, state, problem, last }: OnServer): {
  text: string; isBusy: boolean; more: string
} {
  const isBusy = state === 'busy' && (waiting !== 0 || last === '')
  return { text: statement(waiting, isBusy, last), isBusy, more: more(waiting ?? 0, state, problem, last) }
}

function statement(waiting: number | undefined, isBusy: boolean, last: string): string {
  if (isBusy) return waiting ? messages.changesSyncing({ count: waiting }) : messages.syncing
  if (waiting === undefined) return ''
  if (waiting > 0) return messages.unsyncedChanges({ count: waiting })
  return last === '' ? '' : messages.allSynced
}

function more(waiting: number, state: SyncState, problem: string, last: string): string {
  if (state === 'offline') return waiting > 0 ? messages.offlineLater : messages.offline
  if (state === 'signed-out') return messages.signedOutElsewhere
  if (state === 'failed') return problem
  return last === '' ? '' : messages.lastSynced({ time: last })
}
