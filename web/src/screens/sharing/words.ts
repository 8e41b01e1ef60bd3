/** What can be shared, in words. */

import * as messages from '../../core/generated/messages-sharing'
import type { Part } from '../../data/server/lent/sharing'
import { dayWords } from '../../ui/text/dates'

export const PARTS: readonly { id: Part; name: string; under: string }[] = [
  { id: 'training', name: messages.partTraining, under: messages.partTrainingNote },
  { id: 'plans', name: messages.partPlans, under: messages.partPlansNote },
  { id: 'body', name: messages.partBody, under: messages.partBodyNote },
]

export function partWords(what: readonly Part[]): string {
  return PARTS.filter(({ id }) => what.includes(id)).map(({ name }) => name).join(', ')
}

/** The day, in this phone's zone, until which something is shared. */
export function untilWords(ends: string | null): string {
  if (ends === null) return messages.noEnd
  const end = new Date(ends)
  const day = [end.getFullYear(), end.getMonth() + 1, end.getDate()]
    .map((part) => String(part).padStart(2, '0')).join('-')
  const until = dayWords(day, String(new Date().getFullYear()))
  return end.getTime() <= Date.now() ? messages.ended({ day: until }) : messages.until({ day: until })
}

/** Where a shared log opens. */
export function firstScreen({ id, what }: { id: string; what: readonly Part[] }): string {
  const screen = what.includes('training') ? 'history' : what.includes('plans') ? 'plan' : 'body'
  return `lifter/${id}/${screen}`
}
