/** Proposals of coaches in the journal that is shown. */

import type { Proposal } from '../../../core/values/documents'
import { all, type Doc } from '../../store/store'

/** All proposals, the newest first. */
export async function proposals(): Promise<Doc<Proposal>[]> {
  return (await all('proposal')).sort((a, b) => (a.body.at < b.body.at ? 1 : -1))
}

/** The newest one that waits for the lifter. */
export async function openProposal(): Promise<Doc<Proposal> | undefined> {
  return (await proposals()).find(({ body }) => body.answer === undefined)
}
