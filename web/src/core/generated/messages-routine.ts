/** Written by `make generated` from content/messages/en/routine.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const over = `Routine`
export const add = `Add exercises`
export const noExercises = `No exercises yet. Add the first one.`
export const sets = `Sets`
export const fewest = `Fewest reps`
export const most = `Most reps`
export const low = `Reps: minimum`
export const high = `Reps: maximum`
export const reserve = `Reps in reserve`
export const usual = `Usual`
export const load = `Iron suggests the load for these reps. When you reach the top of the range, the load ` +
    `goes up.`
export const rest = `Rest`
export const usualRest = `Usual rest`
export const same = `Same as last time`
export const up = `Move up`
export const down = `Move down`
export const join = `Superset with the next exercise`
export const leave = `Leave the superset`
export const remove = `Remove`
export const removed = `Exercise removed.`
export const note = `Note`
export const name = `Name`
export const folder = `Folder`
export const folderHelp = `For example “Push pull legs”. Leave it empty for no folder.`
export const duplicate = `Duplicate`
export const duplicated = ({ name }: { name: Value }) =>
  `${name} created.`
export const combine = `Combine with another routine`
export const combineTitle = `Combine routines`
export const combineHelp = `The exercises of the other routine are added at the end. The other routine ` +
    `stays as it is.`
export const combined = ({ name }: { name: Value }) =>
  `Exercises of ${name} added.`
export const deleteRoutine = `Delete routine`
export const deleted = `Routine deleted. Your workouts stay.`
export const start = `Start`
export const missingTitle = `Routine not found`
export const missingWhy = `The routine was deleted or has not synced to this device yet.`
export const undo = `Undo`
export const off = `Off`
export const setsOf = ({ count, reps }: { count: Value; reps: Value }) =>
  `${isSingular(count) ? `1 set of ${reps}` : `${count} sets of ${reps}`}`
