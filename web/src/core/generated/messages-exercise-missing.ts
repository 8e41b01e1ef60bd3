/** Written by `make generated` from content/messages/en/exercise-missing.ftl: change that file. */

type Value = string | number

export const title = `Exercise not found`
export const searchLibrary = `Search the library`
export const yourExercises = `Your exercises`
export const why = ({ id }: { id: Value }) =>
  `“${id}” is neither in the library nor one of your own exercises. It may have been renamed or deleted.`
