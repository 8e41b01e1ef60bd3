/** The words of the overview. */

import { BAND_HIGH, BAND_LOW } from '../../core/generated/tables'
import { plain } from '../../ui/text/amounts'
import { plural } from '../../ui/text/words'

export const words = {
  title: 'Overview',
  over: 'Growth',
  under: 'Your last 12 weeks, counted on this device.',
  underPast: (day: string) => `12 weeks up to your last workout on ${day}, counted on this device.`,
  empty: 'No workouts yet. Log one to see your overview.',
  startLogging: 'Start logging',
  goal: 'Week goal',
  setGoal: 'Set a week goal',
  changeGoal: 'Change goal',
  noGoal: 'A goal of your own for each week, in training days or sets.',
  removeGoal: 'Remove goal',
  save: 'Save',
  count: 'Goal',
  kinds: { days: 'Training days', sets: 'Sets' },
  reached: 'Goal reached.',
  sessions: 'Training days a week',
  sets: 'Sets per muscle',
  body: 'Muscles trained',
  week: 'Week',
  weekOf: (day: string) => `Week of ${day}`,
  thisWeek: 'This week',
  records: 'Recent records',
  recordsUnder: 'The last 30 days, each better than every earlier set with the same setup.',
  recordsUnderPast: 'The 30 days up to then, each better than every earlier set with the same setup.',
  noRecords:
    'No records in the last 30 days. The first workout of an exercise sets the mark, later ones beat it.',
  noRecordsPast: 'No records in the 30 days up to then.',
  reading: 'Reading your history…',
  all: 'All records',
  range: `The marked range is ${BAND_LOW}–${BAND_HIGH} sets a week for growth (Baz-Valle 2022, Schoenfeld ` +
    '2017). A set counts in part for muscles that help. “Usual” is the median of your last 8 weeks with ' +
      'training.',
} as const

export function ofGoal(reached: number, count: number, what: 'days' | 'sets'): string {
  return what === 'days'
    ? `${reached} of ${plural(count, 'training day')}`
    : `${plain(reached)} of ${plural(count, 'set')}`
}

/** "below your usual 12", for screen readers and under the bar. */
export function muscleWords(sets: number, usual: number | null): string {
  const now = `${plain(Math.round(sets * 10) / 10)}`
  return usual === null ? now : `${now} · usual ${plain(Math.round(usual * 10) / 10)}`
}
