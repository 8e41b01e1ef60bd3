/** Written by `make generated` from content/messages/en/growth.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const earlierChanges = ({ count }: { count: Value }) =>
  `${count} earlier changes`
export const changedOn = ({ day }: { day: Value }) =>
  `What changed on ${day}`
export const growth = `Growth`
export const timeShown = `Time shown`
export const threeMonths = `3 months`
export const twelveMonths = `12 months`
export const threeYears = `3 years`
export const allTime = `All time`
export const noSets = `No sets yet. Log your first set to see your progress here.`
export const logIt = `Log it`
export const lines = `Lines`
export const chart = `Chart`
export const chartShows = `What the chart shows`
export const load = `Load`
export const noSetsThen = `No sets in this period. Choose a longer one.`
export const notCompared = `Different machines and foot positions are shown together, but not compared.`
export const moreOf = `More of this exercise`
export const records = `Records`
export const guide = `Guide`
export const offline = `You are offline.`
export const linesShown = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 line` : `${count} lines`} side by side`
export const singleLine = ({ name }: { name: Value }) =>
  `One line: ${name}`
export const linesAll = `All lines`
export const silent = {
  'body_mass': `needs your body weight`,
  'load': `its load is not known`,
  'sets': `no set with full reps yet`,
} as const
export const noWorkouts = `No workouts yet. Log one, or import your history from another app.`
export const startLogging = `Start logging`
export const importHistory = `Import history`
export const more = `More`
export const changeSince = ({ change, day }: { change: Value; day: Value }) =>
  `${change} since ${day}`
export const strength = `Strength on this line`
export const bestOn = ({ day }: { day: Value }) =>
  `Your best set on ${day}.`
export const setsOfLine = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 set` : `${count} sets`} with this setup.`
export const fromWorkout = ({ day }: { day: Value }) =>
  `From your workout of ${day}.`
export const fromWorkoutOffline = ({ day }: { day: Value }) =>
  `From your workout of ${day}. The range appears when you are online.`
export const tenNeeds = `To estimate your 10RM, Iron needs sets with reps.`
export const tenNeedsBody = `To estimate your 10RM, Iron needs sets with reps and your body weight (under ` +
    `Me).`
export const rangeFrom = ({ why, time }: { why: Value; time: Value }) =>
  `${why} The range is from ${time}.`
export const rangeFromNewer = ({ why, time, count }: { why: Value; time: Value; count: Value }) =>
  `${why} The range is from ${time}; ${isSingular(count) ? `1 newer workout` : `${count} newer workouts`} ` +
    `shown as points only.`
export const bestByReps = `Best load by reps`
export const reps = `Reps`
export const bestWhy = `Full depth only. Warm-ups do not count.`
export const growthSubtitle = `Your strength in each exercise, for the setup you used last.`
export const search = `Search exercises`
export const sortBy = `Sort by`
export const sorts = {
  'recent': `Most recent`,
  'name': `Name`,
  'often': `Most trained`,
  'change': `Biggest gain`,
} as const
export const bodyPart = `Body part`
export const allParts = `All body parts`
export const overview = `Overview`
export const allRecords = `All records`
export const noMatch = `No trained exercise matches. Change the search or the filter.`
export const calculating = `Calculating…`
export const noneYet = `No workouts yet.`
export const rangeComing = `Calculating the range…`
export const viewReps = `Reps`
export const viewBest = `Best`
export const byWeight = `By weight`
export const volume = `Volume`
export const mostReps = `Most reps`
export const longestSet = `Longest set`
export const farthest = `Farthest`
export const fastest = `Fastest`
export const mostAtWeight = `Most reps at each weight`
export const day = `Day`
export const line = `Line`
export const hardSets = `Hard sets`
export const weekColumn = `Week of`
export const loadReps = `Load × reps`
export const hardSetsWhy = `Hard sets a week: no warm-ups, and at most 4 reps in reserve or no effort logged.`
export const set = `Set`
export const note = `Note`
export const tableOf = ({ count }: { count: Value }) =>
  `Table of ${count}`
export const ofEachWorkout = ({ best }: { best: Value }) =>
  `${best} of each workout.`
export const heaviestIn = ({ unit }: { unit: Value }) =>
  `Heaviest load, in ${unit},`
export const repsAt = ({ load, unit }: { load: Value; unit: Value }) =>
  `Reps at ${load} ${unit}, best set of each workout.`
export const lastWorkout = ({ day, load }: { day: Value; load: Value }) =>
  `Your last workout, ${day}, says ${load}.`
export const lastWorkoutPause = ({ day, load, pause }: { day: Value; load: Value; pause: Value }) =>
  `Your last workout, ${day}, says ${load}. The estimate for today is lower after a break of ${pause}.`
export const atLeast = ({ load }: { load: Value }) =>
  `at least ${load}`
export const headlineSince = ({ change, day }: { change: Value; day: Value }) =>
  `${change} since ${day}.`
export const setsCompared = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 set compared.` : `${count} sets compared.`}`
export const setsComparedCut = ({ count, cut }: { count: Value; cut: Value }) =>
  `${isSingular(count) ? `1 set compared` : `${count} sets compared`}, ${cut} with cut depth (hollow).`
export const weekOf = ({ day, sets, load }: { day: Value; sets: Value; load: Value }) =>
  `Week of ${day}: ${isSingular(sets) ? `1 hard set` : `${sets} hard sets`}, ${load}.`
export const allSets = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `the only set` : `all ${count} sets`}`
