/** Proposals in words. */

import * as messages from '../../core/generated/messages-proposals'
import type { Proposal } from '../../core/values/documents'
import { dayWords } from '../../ui/text/dates'

const WHAT: Readonly<Record<Proposal['what'], string>> = {
  program: messages.kindProgram, run: messages.kindRun, block: messages.kindBlock,
}

/** "Program from bert, 12 Nov". */
export function fromWords({ what, author, at }: Proposal, year: string): string {
  return messages.proposalOf({ what: WHAT[what], author: author ?? messages.aCoach, day: dayWords(at, year) })
}

/** How a proposal stands, for the lifter or for the coach. */
export function stateWords({ answer, answered_at }: Proposal, year: string): string {
  if (answer === undefined) return messages.waiting
  const isAccepted = answer === 'accepted'
  if (answered_at === undefined) return isAccepted ? messages.accepted : messages.declined
  return (isAccepted ? messages.acceptedOn : messages.declinedOn)({ day: dayWords(answered_at, year) })
}
