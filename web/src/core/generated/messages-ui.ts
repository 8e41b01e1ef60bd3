/** Written by `make generated` from content/messages/en/ui.ftl: change that file. */

type Value = string | number

const FORMS = new Intl.PluralRules('en-GB')
const selects = (value: Value, variant: Value): boolean =>
  value === variant || (typeof value === 'number' && FORMS.select(value) === variant)

export const close = `Close`
export const closeMessage = `Close message`
export const back = `Back`
export const partMissing = `This part is not on your phone yet. Open it once while you are online.`
export const bodyPicture = ({ muscles }: { muscles: Value }) =>
  `Body picture: ${muscles}.`
export const emptySet = `empty set`
export const toFailure = `to failure`
export const failed = `failed`
export const repsAlone = ({ reps }: { reps: Value }) =>
  `${selects(reps, 'one') ? `1 rep` : `${reps} reps`}`
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
