/** Written by `make generated` from content/messages/en/overview.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const title = `Overview`
export const over = `Growth`
export const subtitle = `Your last 12 weeks, counted on this device.`
export const subtitlePast = ({ day }: { day: Value }) =>
  `12 weeks up to your last workout on ${day}, counted on this device.`
export const noWorkouts = `No workouts yet. Log one to see your overview.`
export const startLogging = `Start logging`
export const goal = `Week goal`
export const setGoal = `Set a week goal`
export const changeGoal = `Change goal`
export const noGoal = `A goal of your own for each week, in training days or sets.`
export const removeGoal = `Remove goal`
export const save = `Save`
export const count = `Goal`
export const kinds = {
  'days': `Training days`,
  'sets': `Sets`,
} as const
export const reached = `Goal reached.`
export const sessions = `Training days a week`
export const sets = `Sets per muscle`
export const body = `Muscles trained`
export const week = `Week`
export const weekOf = ({ day }: { day: Value }) =>
  `Week of ${day}`
export const thisWeek = `This week`
export const records = `Recent records`
export const recordsSubtitle = `The last 30 days, each better than every earlier set with the same setup.`
export const recordsSubtitlePast = `The 30 days up to then, each better than every earlier set with the ` +
    `same setup.`
export const noRecords = `No records in the last 30 days. The first workout of an exercise sets the mark, ` +
    `later ones beat it.`
export const noRecordsPast = `No records in the 30 days up to then.`
export const reading = `Reading your history…`
export const all = `All records`
export const range = ({ low, high }: { low: Value; high: Value }) =>
  `The marked range is ${low}–${high} sets a week for growth (Baz-Valle 2022, Schoenfeld 2017). A set ` +
    `counts in part for muscles that help. “Usual” is the median of your last 8 weeks with training.`
export const goalDays = ({ reached, count }: { reached: Value; count: Value }) =>
  `${reached} of ${isSingular(count) ? `1 training day` : `${count} training days`}`
export const goalSets = ({ reached, count }: { reached: Value; count: Value }) =>
  `${reached} of ${isSingular(count) ? `1 set` : `${count} sets`}`
export const usual = ({ sets, usual }: { sets: Value; usual: Value }) =>
  `${sets} · usual ${usual}`
