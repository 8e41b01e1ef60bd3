/** Written by `make generated` from content/messages/en/past.ftl: change that file. */

type Value = string | number

export const startMissing = `Enter the date and time of the start.`
export const endMissing = `Enter the date and time of the end.`
export const startNoDate = ({ typed }: { typed: Value }) =>
  `“${typed}” is not a date. Choose a date for the start.`
export const endNoDate = ({ typed }: { typed: Value }) =>
  `“${typed}” is not a date. Choose a date for the end.`
export const yearEarly = ({ year, first }: { year: Value; first: Value }) =>
  `The year ${year} looks like a typing error. Choose a year after ${first}.`
export const startInFuture = `The start is in the future. Choose an earlier date or time.`
export const endBeforeStart = ({ end, start }: { end: Value; start: Value }) =>
  `The workout ends at ${end}, before it starts at ${start}. Change the start or the end.`
export const tooLong = ({ hours }: { hours: Value }) =>
  `Start and end are more than ${hours} hours apart. Change the start or the end.`
