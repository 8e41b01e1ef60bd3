/** Written by `make generated` from content/messages/en/plan-parts.ftl: change that file. */

type Value = string | number

export const inReserve = ({ rir }: { rir: Value }) =>
  `${rir} in reserve`
export const added = ({ name, asked }: { name: Value; asked: Value }) =>
  `Added: ${name}, ${asked}`
export const removed = ({ name, asked }: { name: Value; asked: Value }) =>
  `Removed: ${name}, ${asked}`
export const deloadWeek = `deload week`
export const week = ({ week }: { week: Value }) =>
  `week ${week}`
export const weeksRange = ({ first, last }: { first: Value; last: Value }) =>
  `weeks ${first} to ${last}`
export const weeks = ({ weeks }: { weeks: Value }) =>
  `weeks ${weeks}`
export const changesInPlan = `What changes in the plan`
export const changes = `What changes`
export const noChanges = `Nothing in the plan changes.`
export const newerProgram = `A newer version of Iron wrote this program. Nothing is lost. Reload Iron to ` +
    `continue it.`
export const lastSession = `Last session:`
export const programDoes = `What the program does`
export const notImported = `Not imported`
export const remembers = `Numbers the program keeps`
export const rules = `Rules`
export const threeWeeksLabel = `What changes in the next three weeks`
export const threeWeeks = `The next three weeks`
export const threeWeeksWhy = `This is what happens if you complete every session as planned. Logged ` +
    `workouts stay as they are.`
export const notPlanned = `not planned`
export const leftOut = `left out`
export const threeWeeksSame = `No target changes in the next three weeks.`
export const shortTitle = `Short on time`
export const minutes = `Minutes`
export const leftOutTitle = `Left out`
export const allSets = `all sets`
export const shortWhy = `Exercises that train the most muscles stay. Times are estimates: 4 seconds for ` +
    `each rep, your rest times, and 3 minutes to set up each exercise.`
export const shortStart = `Start the short version`
export const runningProgram = ({ name }: { name: Value }) =>
  `Running program ${name}`
export const weeksARound = ({ days, weeks, rounds }: { days: Value; weeks: Value; rounds: Value }) =>
  `${days}, ${weeks} a round, ${rounds}`
export const lineOf = ({ line, what }: { line: Value; what: Value }) =>
  `Line ${line}, ${what}:`
export const schemes = ({ count }: { count: Value }) =>
  `${count} schemes`
export const whyFor = ({ owner }: { owner: Value }) =>
  `Why? A note for ${owner} (optional)`
export const sendTo = ({ owner }: { owner: Value }) =>
  `Send proposal to ${owner}`
export const sendWhy = ({ owner }: { owner: Value }) =>
  `${owner} sees what would change and accepts or declines it. Nothing changes until then.`
export const session = ({ number, day }: { number: Value; day: Value }) =>
  `Session ${number}: ${day}`
export const shortAsk = ({ name, minutes }: { name: Value; minutes: Value }) =>
  `${name} takes about ${minutes} minutes. How many minutes do you have?`
export const shortDoes = ({ minutes }: { minutes: Value }) =>
  `You do, about ${minutes} minutes`
export const keeps = {
  'load': `working load`,
  'training-max': `training max`,
} as const
export const setsAtPercent = ({ sets, percent }: { sets: Value; percent: Value }) =>
  `${sets} at ${percent} %`
export const setsAtPercentOf = ({ sets, percent, of }: { sets: Value; percent: Value; of: Value }) =>
  `${sets} at ${percent} % of ${of}`
export const setsWithLoad = ({ sets, load }: { sets: Value; load: Value }) =>
  `${sets} with ${load}`
export const setsInReserve = ({ sets, rir }: { sets: Value; rir: Value }) =>
  `${sets}, ${rir} in reserve`
export const setsAtRpe = ({ sets, rpe }: { sets: Value; rpe: Value }) =>
  `${sets} @ RPE ${rpe}`
export const setsOfWeek = ({ sets, week }: { sets: Value; week: Value }) =>
  `${sets} (week ${week})`
export const setsOfStage = ({ sets, stage }: { sets: Value; stage: Value }) =>
  `${sets} (stage ${stage})`
export const partDay = ({ number }: { number: Value }) =>
  `Day ${number}`
export const partRule = ({ number }: { number: Value }) =>
  `Rule ${number}`
export const partSource = ({ number }: { number: Value }) =>
  `Source ${number}`
export const partRow = ({ number }: { number: Value }) =>
  `Row ${number}`
