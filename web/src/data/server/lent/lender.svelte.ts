/** The share whose journal is on screen, for components. */

import { sentLater } from '../../../core/generated/messages-server'
import { live } from '../../store/live.svelte'
import type { Lent } from '../../store/meta'
import { sentenceOf } from '../account'
import { OfflineError } from '../api'
import { knownLent } from '../lent-copies'
import { fetchLent } from './lent'
import type { Writer } from './lent-writing'
import { session } from '../session.svelte'

export interface Lender {
  readonly share: Lent | undefined
  /** Who is signed in and may write there; undefined for who holds a link. */
  readonly writer: Writer | undefined
  /** Send and read what is new; the sentence to show, '' where all went well. */
  readonly exchange: () => Promise<string>
}

/** Follow the share with an id; `undefined` parts while one's own journal is shown. */
export function lender(id: () => string | null): Lender {
  const known = live(() => {
    const asked = id()
    return async () => (await knownLent()).find((row) => row.id === asked)
  }, ({ store }) => store === 'meta')
  return {
    get share() { return known.value },
    get writer() {
      const user = session.user
      return known.value === undefined || known.value.secret !== undefined || user?.account === undefined
        ? undefined
        : { account: user.account, name: user.name }
    },
    exchange: async () => {
      if (!known.value) return ''
      try {
        await fetchLent(known.value)
        return ''
      } catch (failure) {
        return failure instanceof OfflineError ? sentLater : sentenceOf(failure)
      }
    },
  }
}

const PARTS: Readonly<Record<Lent['what'][number], string>> = {
  training: 'training', plans: 'plans', body: 'body data',
}

/** Why a screen of another lifter's journal is empty: it is not shared, or there is nothing yet. */
export function emptyWords(share: Lent | undefined, part: Lent['what'][number], nothing: string): string {
  return share && !share.what.includes(part)
    ? `${share.owner} does not share ${PARTS[part]} with you.`
    : nothing
}
