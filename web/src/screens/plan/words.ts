/** The words of the plan. */

import * as messages from '../../core/generated/messages-plan'
import type { PauseCause } from '../../core/rules/plan/block'

export const CAUSES: readonly { id: PauseCause; name: string }[] = [
  { id: 'illness', name: messages.illness }, { id: 'pain', name: messages.painOrInjury },
  { id: 'travel', name: messages.travel },
  { id: 'other', name: messages.otherCause },
]

/** Made once: making one takes longer than using it a hundred times, and each day offers many dates. */
const DATE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC',
})

/** "Mon 23 Nov". */
export function dateWords(date: string): string {
  return DATE.format(new Date(`${date}T00:00:00Z`))
}

export const START = {
  weekdays: [messages.mon, messages.tue, messages.wed, messages.thu, messages.fri, messages.sat,
    messages.sun],
  /** What the chosen weekdays mean for a program that needs so many. */
  days: (needed: number, chosen: number): string => {
    if (chosen === 0) return messages.withoutWeekdays
    if (chosen === needed) return messages.withWeekdays
    return chosen < needed ? messages.chooseMore({ count: needed - chosen })
      : messages.chooseFewer({ count: chosen - needed })
  },
  /** Where the loads come from. */
  gym: messages.gymOfProgram,
  anyGym: messages.usualPlates,
  /** How a typed number is used. */
  take: (percent: number): string => messages.programTakes({ percent }),
}
