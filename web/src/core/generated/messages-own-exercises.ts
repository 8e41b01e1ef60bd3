/** Written by `make generated` from content/messages/en/own-exercises.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const deletedMeanwhile = `This exercise was deleted meanwhile.`
export const mergeItself = ({ name }: { name: Value }) =>
  `“${name}” cannot be merged into itself. Choose another exercise.`
export const mergeMissing = `This exercise was deleted, or the library is not on this device. Choose ` +
    `another exercise.`
export const mergedAlready = ({ name, into }: { name: Value; into: Value }) =>
  `“${name}” is already merged into “${into}”. Undo that merge first.`
export const deleteUsed = ({ name, count }: { name: Value; count: Value }) =>
  `“${name}” is in ${isSingular(count) ? `1 workout` : `${count} workouts`}, so it cannot be deleted. ` +
    `Merge it into another exercise instead.`
export const deleteMerged = ({ name, into }: { name: Value; into: Value }) =>
  `“${name}” is merged into “${into}”. Undo that merge first.`
