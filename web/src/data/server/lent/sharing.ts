/** What the lifter lets others read: given, listed, ended. */

import type { ShareGiven, ShareMade, SharesOut } from '../../../core/generated/sharing'
import { api } from '../api'

export type { ShareGiven } from '../../../core/generated/sharing'
export type Part = ShareGiven['what'][number]

export interface Wanted { to?: string; label?: string; what: Part[]; days?: number }

/** The newest first. */
export async function givenShares(): Promise<ShareGiven[]> {
  return (await api<SharesOut>('shares')).given
}

/** Share with an account, or make a link, whose address is told this once. */
export function share(wanted: Wanted): Promise<ShareMade> {
  return api<ShareMade>('shares', { json: wanted })
}

/** End a share at once. */
export async function endShare(id: string): Promise<void> {
  await api(`shares/${id}`, { method: 'DELETE' })
}
