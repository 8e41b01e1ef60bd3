/** Written by `make generated` from content/messages/en/lines.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const noMachine = `machine not recorded`
export const ownMachine = `another machine`
export const bothSides = `both sides`
export const side = {
  'left': `left side`,
  'right': `right side`,
  'single': `one side at a time`,
} as const
export const value = ({ variable, value }: { variable: Value; value: Value }) =>
  `${variable} ${value}`
export const valueUnknown = ({ variable }: { variable: Value }) =>
  `${variable} not recorded`
export const notRecorded = `not recorded`
export const reps = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `rep` : `reps`}`
export const repsAtBodyWeight = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `rep` : `reps`} at body weight`
export const longest = `longest`
export const farthest = ({ unit }: { unit: Value }) =>
  `${unit}, farthest`
export const perLap = ({ lap }: { lap: Value }) =>
  `per ${lap}`
export const carried = ({ unit }: { unit: Value }) =>
  `${unit} carried`
export const forTen = ({ unit }: { unit: Value }) =>
  `${unit} for 10 reps`
export const helpForTen = ({ unit }: { unit: Value }) =>
  `${unit} of help for 10 reps`
export const body = `Body`
export const weightForTen = `weight for 10 reps`
export const noChange = `no change`
export const changeUnit = ({ change, unit }: { change: Value; unit: Value }) =>
  `${change} ${unit}`
export const changeReps = ({ change, count }: { change: Value; count: Value }) =>
  `${change} ${isSingular(count) ? `rep` : `reps`}`
