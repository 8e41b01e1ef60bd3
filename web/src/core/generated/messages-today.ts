/** Written by `make generated` from content/messages/en/today.ftl: change that file. */

type Value = string | number

const FORMS = new Intl.PluralRules('en-GB')
const selects = (value: Value, variant: Value): boolean =>
  value === variant || (typeof value === 'number' && FORMS.select(value) === variant)

export const next = `Next workout`
export const plan = `Plan`
export const deload = `deload`
export const start = `Start`
export const short = `Short on time`
export const startWorkout = `Start a workout`
export const startOther = `Start another workout`
export const paused = `Plan paused`
export const pausedSince = ({ block, cause, since }: { block: Value; cause: Value; since: Value }) =>
  `${block} is paused (${cause}) since ${since}.`
export const cause = {
  'illness': `illness`,
  'pain': `pain`,
  'travel': `travel`,
  'other': `other reason`,
} as const
export const seeSomeone = `If it does not get better, see someone who can examine you.`
export const resumePlan = `Resume plan`
export const whenToday = `Planned for today`
export const whenWaiting = `Next in your plan`
export const whenMissed = ({ weekday, day }: { weekday: Value; day: Value }) =>
  `Missed on ${weekday}, ${day}`
export const whenAhead = ({ weekday, day }: { weekday: Value; day: Value }) =>
  `Next: ${weekday}, ${day}`
export const runOptional = `(optional)`
export const runSkipTo = ({ name, day }: { name: Value; day: Value }) =>
  `Skip to ${name}, planned for ${day}`
export const runSkipToToday = ({ name }: { name: Value }) =>
  `Skip to ${name}, planned for today`
export const runSkipped = ({ count }: { count: Value }) =>
  `${selects(count, 1) ? `That leaves out the missed session` : `That leaves out the sessions before it`}. ` +
    `A session that you leave out does not count as a miss.`
export const routines = `Routines`
export const newRoutine = `New routine`
export const emptyRoutine = `No exercises yet`
export const title = `Today`
export const running = `Workout in progress`
export const resume = `Resume`
export const noSets = `No sets yet`
export const noExercise = `No exercise`
export const otherRunning = ({ weekday, time }: { weekday: Value; time: Value }) =>
  `Another workout has been running since ${weekday}, ${time}. Finish it or resume it. Both workouts are ` +
    `saved.`
export const finishIt = `Finish it`
export const resumeIt = `Resume it`
export const recent = `Recent`
export const repeat = `Repeat`
export const repeatNamed = ({ name }: { name: Value }) =>
  `Repeat this workout: ${name}`
export const startTitle = `The training log that knows the exercise.`
export const startWhat = `Log your setup with every set: foot position, depth, machine. Iron only compares ` +
    `sets that are alike, so the progress you see is real.`
export const optionLog = `Start logging`
export const optionLogWhy = `No account needed. Works offline.`
export const optionProgram = `Choose a program`
export const optionProgramWhy = `Ready-made plans, or a routine you build yourself.`
export const optionImport = `Import your history`
export const optionImportWhy = `A file from Strong, Hevy, FitNotes or another app. You see a preview ` +
    `before anything is saved.`
export const optionDemo = `Try a demo`
export const optionDemoWhy = `18 months of made-up training. Remove it any time.`
export const startPrivate = `Your log stays on this phone until you sign in.`
