/** The words of the plan. */

import type { PauseCause } from '../../core/rules/plan/block'

export const words = {
  blocks: 'Blocks of four to six weeks',
  another: 'Start another program',
  blocksHelp: 'A block puts its days on your calendar and ends with a deload. ' +
    'You can change every day and exercise.',
  buildTitle: 'Build your own',
  build: 'Build your own routine',
  newRoutine: 'New routine',
  running: 'In progress',
  done: 'Done',
  brokenOff: 'Cut short, still to do',
  missed: 'Missed. Start it now, move it to another day or skip it.',
  skippedDay: 'Skipped.',
  skip: 'Skip',
  unskip: 'Unskip',
  short: 'Short on time',
  reminders: { 'log-rir': 'Log your reps in reserve.' },
  eased: 'Deload: half the sets, 3 more reps in reserve',
  moved: (day: string, to: string) => `${day} moved to ${to}.`,
  skipped: (day: string) => `${day} skipped.`,
  back: (day: string) => `${day} is back in the plan.`,
  emptyWeek: 'Nothing planned this week. You can move a day here from another week.',
  order: 'Order of the days',
  orders: { weekdays: 'By weekday', sequence: 'In sequence' },
  orderHelp: {
    weekdays: 'Each day has its date. A missed day is offered for six days.',
    sequence: 'Days have no fixed date. The next day waits until you train it.',
  },
  orderChanged: { weekdays: 'Days follow the calendar.', sequence: 'The next day now waits for you.' },
  pause: 'Pause this block',
  pauseHelp: 'When you resume, the days you did not do move by whole weeks. A pause does not count as ' +
    'missed days.',
  paused: (cause: string) => `Block paused: ${cause.toLowerCase()}.`,
  pausedNow: (cause: string, since: string) => `Paused since ${since}: ${cause.toLowerCase()}.`,
  pain: 'Stop what hurts, and see someone who can examine you.',
  resume: 'Resume',
  resumed: 'Block resumed.',
  deloadOne: 'Deload this exercise',
  deloadEnd: 'End the deload of this exercise',
  deloadHelp: (ahead: boolean) => 'Half the sets and 3 more reps in reserve, for this exercise only, ' +
    (ahead ? 'from this week to the end of the block.' : 'this week.'),
} as const

export const CAUSES: readonly { id: PauseCause; name: string }[] = [
  { id: 'illness', name: 'Illness' }, { id: 'pain', name: 'Pain or injury' },
  { id: 'travel', name: 'Travel' },
  { id: 'other', name: 'Other' },
]

/** "Mon 23 Nov". */
export function dateWords(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC',
  })
}

export const START = {
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  /** What the chosen weekdays mean for a program that needs so many. */
  days: (needed: number, chosen: number): string => {
    if (chosen === 0) return 'Without weekdays, the next session waits until you train.'
    if (chosen === needed) return 'Each session keeps its weekday, the first one the earliest of the week.'
    return chosen < needed ? `Choose ${needed - chosen} more.` : `Choose ${chosen - needed} fewer.`
  },
  /** Where the loads come from. */
  gym: 'Gym: loads are those that it can make',
  anyGym: 'Usual plates',
  /** How a typed number is used. */
  take: (percent: number): string => `The program starts at ${percent} % of it.`,
}
