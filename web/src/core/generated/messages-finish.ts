/** Written by `make generated` from content/messages/en/finish.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const finishQuestion = `Finish the workout?`
export const leftOut = ({ exercises }: { exercises: Value }) =>
  `No sets, so not saved: ${exercises}.`
export const newerIron = `A newer Iron wrote this workout. Reload Iron to change it.`
export const name = `Name`
export const nameExample = `Legs A`
export const note = `Note`
export const finish = `Finish`
export const backToLog = `Back to the log`
export const share = `Share`
export const discard = `Discard the workout`
export const finished = `Workout finished.`
export const undo = `Undo`
export const notHere = `This workout is not here`
export const notHereWhy = `This workout was deleted or has not synced to this device yet.`
export const toToday = `Go to today`
export const firstTime = `First time with this setup`
export const pr = `PR`
export const asLastTime = ({ when }: { when: Value }) =>
  `As much as last time (${when})`
export const volumeChange = ({ sign, percent, when }: { sign: Value; percent: Value; when: Value }) =>
  `${sign}${percent} % volume since last time (${when})`
export const repsChange = ({ sign, reps, when }: { sign: Value; reps: Value; when: Value }) =>
  `${sign}${reps} since last time (${when})`
export const noProgramChange = `No number of the program changes after this session.`
export const inNumbers = `The workout in numbers`
export const edit = `Edit`
export const setsByMuscle = `Sets for each muscle`
export const muscles = `Muscles`
export const minutesLabel = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `minute` : `minutes`}`
export const setsLabel = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `set` : `sets`}`
export const setsWarmUp = ({ sets, count }: { sets: Value; count: Value }) =>
  `${sets} + ${count} warm-up`
export const volumeIn = ({ unit }: { unit: Value }) =>
  `${unit} volume`
export const prs = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `PR` : `PRs`}`
export const editNamed = ({ name }: { name: Value }) =>
  `Edit ${name}`
export const setsCount = ({ amount, count }: { amount: Value; count: Value }) =>
  `${amount} ${isSingular(count) ? `set` : `sets`}`
export const setNumber = ({ number }: { number: Value }) =>
  `Set ${number}:`
export const changesOf = ({ name }: { name: Value }) =>
  `What this session changes in ${name}`
export const since = ({ change, day }: { change: Value; day: Value }) =>
  `${change} since ${day}`
