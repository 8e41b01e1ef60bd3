/** Proposals in words. */

import type { Proposal } from '../../core/values/documents'
import { dayWords } from '../../ui/text/dates'

const WHAT: Readonly<Record<Proposal['what'], string>> = {
  program: 'Program', run: 'Change of the running program', block: 'Change of the plan',
}

/** "Program from bert, 12 Nov". */
export function fromWords({ what, author, at }: Proposal, year: string): string {
  return `${WHAT[what]} from ${author ?? 'a coach'}, ${dayWords(at, year)}`
}

/** How a proposal stands, for the lifter or for the coach. */
export function stateWords({ answer, answered_at }: Proposal, year: string): string {
  if (answer === undefined) return 'Waiting for an answer'
  const on = answered_at === undefined ? '' : `, ${dayWords(answered_at, year)}`
  return `${answer === 'accepted' ? 'Accepted' : 'Declined'}${on}`
}
