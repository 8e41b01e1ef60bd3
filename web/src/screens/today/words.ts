/** The words of Today. */

import type { PauseCause } from '../../core/rules/plan/block'

export const words = {
  next: 'Next workout',
  plan: 'Plan',
  deload: 'deload',
  start: 'Start',
  short: 'Short on time',
  startWorkout: 'Start a workout',
  startOther: 'Start another workout',
  paused: 'Plan paused',
  pausedSince: (
    block: string, cause: string, since: string
  ) => `${block} is paused (${cause}) since ${since}.`,
  seeSomeone: 'If it does not get better, see someone who can examine you.',
  resume: 'Resume plan',
  routines: 'Routines',
  newRoutine: 'New routine',
  emptyRoutine: 'No exercises yet',
} as const

export const CAUSES: Readonly<Record<PauseCause, string>> = {
  illness: 'illness', pain: 'pain', travel: 'travel', other: 'other reason',
}

/** The next session of a running program. */
export const RUN = {
  optional: '(optional)',
  skipTo: (name: string, day: string) => `Skip to ${name}, planned for ${day || 'today'}`,
  skipped: (count: number) =>
    `${count === 1 ? 'That leaves out the missed session' : 'That leaves out the sessions before it'}. ` +
    'A session that you leave out does not count as a miss.',
} as const

/** Above the name of the next day: when it is. */
export const WHEN = {
  today: 'Planned for today',
  waiting: 'Next in your plan',
  missed: (weekday: string, day: string) => `Missed on ${weekday}, ${day}`,
  ahead: (weekday: string, day: string) => `Next: ${weekday}, ${day}`,
} as const
