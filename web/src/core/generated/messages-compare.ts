/** Written by `make generated` from content/messages/en/compare.ftl: change that file. */

type Value = string | number

export const compare = `Compare`
export const muscles = `Muscles`
export const musclesWhy = `How much of a set counts, from 0 to 1. The bar is the estimate, the line its ` +
    `range.`
export const shared = `What the two share`
export const nothingRecorded = `Nothing is recorded.`
export const swapQuestion = ({ name, other }: { name: Value; other: Value }) =>
  `If you swap ${name} for ${other}`
export const nothingChanges = `Nothing changes.`
export const sideBySide = `Side by side`
export const youLog = `You log`
export const skill = `Skill`
export const setUpTime = `Time to set up`
export const setup = `Setup`
export const opinion = `Skill and time to set up are our opinion.`
export const swap = `Swap the two`
export const otherExercise = `Another exercise`
export const library = `Library`
export const notComparable = `These two cannot be compared. One is not in the library, or the library is ` +
    `not on this device yet.`
export const openLibrary = `Open the library`
export const first = ({ name }: { name: Value }) =>
  `Your first ${name}`
export const forTen = ({ unit }: { unit: Value }) =>
  `${unit} for 10 reps`
export const startWith = `Start with`
export const startLow = `, the low end of the range, and adjust after the first sets.`
export const fromOther = ({ name, load, unit, low, high }: { name: Value; load: Value; unit: Value;
    low: Value; high: Value }) =>
  `From your ${name}: ${load} ${unit} for 10 reps (${low}–${high}). Eight in ten lifters fall in this range.`
export const study = `The study`
export const logIt = `Log it`
export const noEstimate = ({ name }: { name: Value }) =>
  `There is no estimate for ${name} at your strength. Start with the lightest weight and adjust after the ` +
    `first sets.`
export const noStrength = ({ name }: { name: Value }) =>
  `Iron does not know your strength in ${name} yet. Log a few sets of ${name} with reps in reserve to see ` +
    `a range here.`
export const muscle = `Muscle`
export const notListed = `not listed`
export const band = ({ credit, low, high }: { credit: Value; low: Value; high: Value }) =>
  `${credit} (${low}–${high})`
export const compareWith = `Compare with`
export const search = `Search exercises`
export const noMatch = `No match. Only exercises that share a muscle can be compared.`
export const showAll = ({ count }: { count: Value }) =>
  `Show all ${count}`
