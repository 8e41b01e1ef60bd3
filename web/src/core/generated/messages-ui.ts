/** Written by `make generated` from content/messages/en/ui.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const close = `Close`
export const closeMessage = `Close message`
export const back = `Back`
export const partMissing = `This part is not on this device yet. Open it once while you are online.`
export const bodyPicture = ({ muscles }: { muscles: Value }) =>
  `Body picture: ${muscles}.`
export const emptySet = `empty set`
export const toFailure = `to failure`
export const failed = `failed`
export const repsAlone = ({ reps }: { reps: Value }) =>
  `${isSingular(reps) ? `1 rep` : `${reps} reps`}`
export const dayToday = `today`
export const dayYesterday = `yesterday`
export const daysAgo = ({ days }: { days: Value }) =>
  `${days} days ago`
export const showMore = ({ count, total }: { count: Value; total: Value }) =>
  `Show ${count} more of ${total}`
export const onEachSide = ({ plates }: { plates: Value }) =>
  `On each side: ${plates} a side`
export const onEachSideNone = `On each side: no plates`
export const onPin = ({ plates }: { plates: Value }) =>
  `On the pin: ${plates}`
export const aSide = ({ plates }: { plates: Value }) =>
  `${plates} a side`
export const noPlates = `no plates`
export const inReserve = ({ reps, rpe }: { reps: Value; rpe: Value }) =>
  `${reps} in reserve (RPE ${rpe})`
export const fiveOrMore = `5 or more`
export const warmUpSets = ({ count }: { count: Value }) =>
  `+ ${count} warm-up`
export const help = `help`
export const month = {
  'january': `January`,
  'february': `February`,
  'march': `March`,
  'april': `April`,
  'may': `May`,
  'june': `June`,
  'july': `July`,
  'august': `August`,
  'september': `September`,
  'october': `October`,
  'november': `November`,
  'december': `December`,
} as const
export const monthShort = {
  'january': `Jan`,
  'february': `Feb`,
  'march': `Mar`,
  'april': `Apr`,
  'may': `May`,
  'june': `Jun`,
  'july': `Jul`,
  'august': `Aug`,
  'september': `Sep`,
  'october': `Oct`,
  'november': `Nov`,
  'december': `Dec`,
} as const
export const weekday = {
  'sunday': `Sunday`,
  'monday': `Monday`,
  'tuesday': `Tuesday`,
  'wednesday': `Wednesday`,
  'thursday': `Thursday`,
  'friday': `Friday`,
  'saturday': `Saturday`,
} as const
export const aboutYears = ({ years }: { years: Value }) =>
  `about ${years} years`
export const weeksLong = ({ weeks }: { weeks: Value }) =>
  `${weeks} weeks`
export const minutesLong = ({ minutes }: { minutes: Value }) =>
  `${minutes} min`
export const hoursLong = ({ hours, minutes }: { hours: Value; minutes: Value }) =>
  `${hours} h ${minutes} min`
export const ownExercise = `Own exercise`
export const ownRepRange = `Your rep range`
export const workoutDiscarded = `Workout discarded.`
export const undo = `Undo`
