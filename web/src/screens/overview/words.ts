/** Words of the overview that are put together from several messages. */

import * as messages from '../../core/generated/messages-overview'
import { plain } from '../../ui/text/amounts'

export function ofGoal(reached: number, count: number, what: 'days' | 'sets'): string {
  return what === 'days'
    ? messages.goalDays({ reached, count })
    : messages.goalSets({ reached: plain(reached), count })
}

/** "below your usual 12", for screen readers and under the bar. */
export function muscleWords(sets: number, usual: number | null): string {
  const now = `${plain(Math.round(sets * 10) / 10)}`
  return usual === null ? now : messages.usual({ sets: now, usual: plain(Math.round(usual * 10) / 10) })
}
