/** The words of the log, in one place: other languages replace this file. */

import { reserveWords } from '../../ui/text/words'
import type { Source } from './state/next-set'

export const SOURCE: Readonly<Record<Source, string>> = {
  chosen: 'Your choice', 'last-time': 'Same as last time', today: 'Same as last set', nowhere: '',
}

/** What the short names mean, in full. */
export const EFFORT = {
  RIR: 'Reps in reserve', RPE: 'Effort (RPE)',
} as const

export const WORDS = {
  addExercise: 'Add exercise',
  allDone: 'All planned sets done',
  done: 'Done',
  finish: 'Finish',
  finishWorkout: 'Finish workout',
  firstTime: 'First time with this setup: nothing to compare with yet.',
  moreSetup: 'More',
  nextExercise: 'Next exercise',
  noGym: 'Choose gym',
  noSets: 'No sets yet',
  note: 'Note',
  otherLoad: 'You chose another load.',
  record: 'PR',
  today: 'Today',
  then: 'This workout',
  lastTime: 'Last time',
  nearest: 'Similar line',
  set: 'Set',
} as const

/** “Aim 8–10, 2 in reserve”, `Aim 30`, or nothing. */
export function aimWords(aim: { reps_low?: number; reps_high?: number; rir?: number } | undefined): string {
  if (!aim) return ''
  const { reps_low: low, reps_high: high, rir } = aim
  const reps =
    low === undefined && high === undefined
      ? ''
      : low === high || high === undefined
        ? `${low}`
        : low === undefined
          ? `up to ${high}`
          : `${low}–${high}`
  const reserve = rir === undefined ? '' : reserveWords(rir)
  const parts = [reps ? `${reps} reps` : '', reserve].filter(Boolean)
  return parts.length ? `Aim: ${parts.join(', ')}` : ''
}

export function nextWords(name: string): string {
  return `Next: ${name}`
}

/** How far an exercise of the list is: `2 of 4`, `2 sets`. */
export function progressWords(rounds: number, planned: number | undefined): string {
  if (planned !== undefined) return `${rounds} of ${planned}`
  return rounds === 0 ? '' : `${rounds} ${rounds === 1 ? 'set' : 'sets'}`
}

export const PROGRAM = {
  instead: (name: string) =>
    `In place of ${name}. Choose the load yourself; these sets do not change the program.`,
  swap: 'Sets of another exercise are logged, but the program does not count them.',
  outside: 'This exercise is not in your program. Its sets do not change the program.',
  timer: (rounds: number, every: number) => `Start the timer: ${rounds} × ${every} s`,
} as const

export const REST = {
  title: 'Rest',
  kind: 'After sets of this kind',
  scope: 'For which exercises',
  all: 'All exercises',
  none: 'Off',
  off: 'Rest off',
  own: 'Other rest, such as 2:45',
  set: 'Set',
  start: 'Start',
  begin: 'Start rest',
  pause: 'Pause the rest',
  resume: 'Resume the rest',
  intervals: 'Interval timer: EMOM, Tabata, work and rest',
  sound: 'Sound at the end',
  vibration: 'Vibration at the end',
  awake: 'Keep the screen on',
  awakeWhy: 'Uses more battery. It ends when you leave Iron.',
  asleep:
    'The rest stays right while the phone sleeps. With the screen off, a web page cannot make a sound.',
  alarm: 'Alarm with the screen off',
  alarmOff: 'Your server sends a notification at the end of the rest, with Log and +30 s.',
  alarmBy: (carrier: string) => `${carrier} carries it, encrypted, and cannot read it. Needs signal.`,
  alarmRefused: 'The browser or its push service said no. Allow notifications for this page, then try again.',
  alarmGuest: 'An alarm with the screen off needs an account: your server sends it.',
  alarmNoPush: 'This browser takes no alarm while the screen is off.',
  alarmIphone: 'For an alarm with the screen off, add Iron to the home screen (iOS 16.4 or newer).',
  of: (time: string) => `Rest ${time}`,
  paused: (time: string) => `Paused at ${time}`,
  over: (time: string) => `Rest over, +${time}`,
} as const

export const INTERVALS = {
  title: 'Interval timer',
  kind: 'Kind of timer',
  workRest: 'Work / rest',
  every: 'A round every',
  work: 'Work',
  rest: 'Rest',
  rounds: 'Rounds',
  done: 'Done',
  pause: 'Pause the timer',
  resume: 'Resume the timer',
  stop: 'Stop the timer',
  what: {
    emom: 'Every minute on the minute: do your reps, rest until the next round begins.',
    tabata: 'Short and hard: 20 seconds of work, 10 seconds of rest.',
    'work-rest': 'Your own times.',
  },
  phase: { ready: 'Get ready', work: 'Work', rest: 'Rest', over: 'All rounds' },
  round: (at: number, of: number) => `round ${at} of ${of}`,
  start: (length: string) => `Start, ${length} in all`,
} as const

export const HOLD = {
  start: 'Start the stopwatch',
  countdown: (time: string) => `Start a countdown of ${time}`,
  stop: (time: string) => `Stop at ${time}`,
} as const
