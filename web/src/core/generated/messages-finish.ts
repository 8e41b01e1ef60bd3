/** Written by `make generated` from content/messages/en/finish.ftl: change that file. */

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
export const discarded = `Workout discarded.`
export const undo = `Undo`
export const notHere = `This workout is not here`
export const notHereWhy = `It was deleted, or this phone has not seen it yet.`
export const toToday = `Go to today`
