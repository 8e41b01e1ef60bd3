/** Written by `make generated` from content/messages/en/records.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const growth = `Growth`
export const allRecords = `All records`
export const search = `Search exercises`
export const reading = `Reading your history…`
export const noRecords = `No records yet.`
export const records = `Records`
export const lines = `Lines`
export const noRecordsHere = `No records for this setup yet. Your first workout sets the mark, the next ` +
    `can beat it.`
export const recordsWon = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 record, better than every earlier set with this setup at full depth.` :
    `${count} records, each better than every earlier set with this setup at full depth.`}`
export const showAll = ({ count }: { count: Value }) =>
  `Show all ${count}`
export const heaviestInRange = `heaviest in its rep range`
export const heaviestCarry = `heaviest carry`
export const heaviestHold = `heaviest hold`
export const mostReps = `most reps at this weight or more`
export const fastest = `fastest over this distance or more`
export const allSubtitle = `The best sets of every exercise, at full depth and without warm-ups.`
export const heaviest = `Heaviest`
export const strongest = `Strongest`
export const longest = `Longest`
export const mostRepsTitle = `Most reps`
