/** Written by `make generated` from content/messages/en/programs.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const upTo = ({ set, cap }: { set: Value; cap: Value }) =>
  `${set} up to ${cap}`
export const withReserve = ({ set, rir }: { set: Value; rir: Value }) =>
  `${set} RIR ${rir}`
export const withLoad = ({ sets, load }: { sets: Value; load: Value }) =>
  `${sets} with ${load}`
export const nameWithNumber = ({ name, nth }: { name: Value; nth: Value }) =>
  `${name} (${nth})`
export const test = ({ reps }: { reps: Value }) =>
  `Test: the most that you can lift for ${isSingular(reps) ? `1 rep.` : `${reps} reps.`}`
export const kind = {
  'drop': `Drop set: take load off and go on at once.`,
  'rest-pause': `Rest-pause: the same load again after a short rest.`,
  'myo-rep': `Myo-reps: the same load again after a few breaths.`,
  'back-off': `Back-off set: lighter than the top set.`,
  'cluster': `Cluster: rack the weight for a few breaths between small groups of reps.`,
} as const
export const emomMinutely = `EMOM: begin a set every minute; the time that is left is rest.`
export const emomMinutelyFor = ({ minutes }: { minutes: Value }) =>
  `EMOM: begin a set every minute for ${minutes} minutes; the time that is left is rest.`
export const emom = ({ seconds }: { seconds: Value }) =>
  `EMOM: begin a set every ${seconds} seconds; the time that is left is rest.`
export const emomFor = ({ seconds, minutes }: { seconds: Value; minutes: Value }) =>
  `EMOM: begin a set every ${seconds} seconds for ${minutes} minutes; the time that is left is rest.`
export const speed = ({ loss }: { loss: Value }) =>
  `End the set when a rep is ${loss} % slower than the first.`
export const optional = `This set may be left out.`
export const instead = ({ name, gym }: { name: Value; gym: Value }) =>
  `In place of ${name}, which ${gym} does not have.`
export const replacesInGym = ({ name }: { name: Value }) =>
  `In place of ${name}, which this gym does not have.`
export const unlikely = ({ chance }: { chance: Value }) =>
  `Your log gives the heaviest set a chance of ${chance}.`
export const unlikelyNext = ({ name, sets, unlikely }: { name: Value; sets: Value; unlikely: Value }) =>
  `Next time: ${name}, ${sets}. ${unlikely}`
export const nextInProgram = ({ when, sets }: { when: Value; sets: Value }) =>
  `Next in the program (${when}): ${sets}.`
export const dayOfWeek = ({ day, week }: { day: Value; week: Value }) =>
  `${day}, week ${week}`
