/** What a group sees, in words. */

import * as messages from '../../core/generated/messages-groups'
import type { BoardWeek, GroupOut, Shown } from '../../data/server/lent/groups'
import { sentenceOf } from '../../data/server/account'
import { OfflineError } from '../../data/server/api'
import { wallTime } from '../../data/store/ids'
import { dayWords, timeOfDay } from '../../ui/text/dates'
import { DOT, plural } from '../../ui/text/words'

export const SHOWN: readonly { id: Shown; name: string }[] = [
  { id: 'days', name: messages.shownDays },
  { id: 'sets', name: messages.shownSets },
  { id: 'goal', name: messages.shownGoal },
]

/** "Training days, Working sets", or that nothing is shown. */
export function shownWords(shows: readonly Shown[]): string {
  const names = SHOWN.filter(({ id }) => shows.includes(id)).map(({ name }) => name)
  return names.length === 0 ? messages.sharesNothing : names.join(', ')
}

/** "3 training days · 24 sets · goal reached". A goal that was not reached is not mentioned. */
export function weekWords({ days, sets, goal_reached: isReached }: BoardWeek): string {
  const parts = [
    days === null ? '' : plural(days, 'training day'), sets === null ? '' : plural(sets, 'set'),
    isReached ? messages.goalReached : '',
  ]
  return parts.filter(Boolean).join(DOT) || '–'
}

export function membersWords({ members, is_maker: isMaker }: GroupOut): string {
  return [plural(members, 'member'), isMaker ? messages.createdByYou : ''].filter(Boolean).join(DOT)
}

/** "30 November, 18:05", of a moment in UTC, in this phone's zone. */
export function momentWords(moment: string): string {
  const wall = wallTime(new Date(moment))
  return `${dayWords(wall, String(new Date().getFullYear()))}, ${timeOfDay(wall)}`
}

/** Why something could not be done; without signal what to do then. */
export function refusalOf(failure: unknown, what: string): string {
  return failure instanceof OfflineError
    ? messages.needsConnection({ what })
    : sentenceOf(failure)
}
