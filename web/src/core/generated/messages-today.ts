/** Written by `make generated` from content/messages/en/today.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

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
export const whenBrokenOff = ({ weekday, day, sets, planned }: { weekday: Value; day: Value; sets: Value;
    planned: Value }) =>
  `Cut short on ${weekday}, ${day}: ${sets} of ${planned} sets`
export const whenPaused = ({ weekday, day }: { weekday: Value; day: Value }) =>
  `Planned for ${weekday}, ${day}, during your pause`
export const whenAhead = ({ weekday, day }: { weekday: Value; day: Value }) =>
  `Next: ${weekday}, ${day}`
export const runOptional = `(optional)`
export const runSkipTo = ({ name, day }: { name: Value; day: Value }) =>
  `Skip to ${name}, planned for ${day}`
export const runSkipToToday = ({ name }: { name: Value }) =>
  `Skip to ${name}, planned for today`
export const runSkipped = ({ count }: { count: Value }) =>
  `${count === 1 ? `That leaves out the missed session` : `That leaves out the sessions before it`}. A ` +
    `session that you leave out does not count as a miss.`
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
export const leftOpen = ({ weekday, day, sets }: { weekday: Value; day: Value; sets: Value }) =>
  `The workout of ${weekday}, ${day} was never finished: ${sets}. When you start another one, Iron ends it ` +
    `at its last set.`
export const leftOpenBlank = ({ weekday, day }: { weekday: Value; day: Value }) =>
  `You started a workout on ${weekday}, ${day} and logged nothing. When you start another one, Iron ` +
    `discards it.`
export const discardIt = `Discard it`
export const finishIt = `Finish it`
export const resumeIt = `Resume it`
export const recent = `Recent`
export const repeat = `Repeat`
export const repeatNamed = ({ name }: { name: Value }) =>
  `Repeat this workout: ${name}`
export const startTitle = `The training log that knows the exercise.`
export const startWhy = `Log your setup with every set: foot position, depth, machine. Iron only compares ` +
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
export const startPrivate = `Your log stays on this device until you sign in.`
export const coachWould = ({ change }: { change: Value }) =>
  `What changes: ${change}`
export const coachNotNow = `Not now`
export const coachNoted = `Noted. Iron will not ask again.`
export const iron = `Iron`
export const startNamed = ({ name }: { name: Value }) =>
  `Start ${name}`
export const runNext = ({ name }: { name: Value }) =>
  `Next session of ${name}`
export const safety = `Safety of your log`
export const safetyBrowser = `This browser may delete your log`
export const safetyPhone = `Your log is only on this device`
export const safetyWhy = ({ risk }: { risk: Value }) =>
  `${risk} Save a copy once a week, or create an account.`
export const saveCopy = `Save a copy`
export const createAccount = `Create an account`
export const tour = ({ number, count }: { number: Value; count: Value }) =>
  `How Iron works, ${number} of ${count}`
export const skip = `Skip`
export const tourNext = `Next`
export const gotIt = `Got it`
export const tourTap = `One tap is one set`
export const tourFair = `Fair comparisons`
export const tourData = `Your data, online or offline`
export const twoWeeks = `The last two weeks`
export const twoWeeksSum = ({ days, sets }: { days: Value; sets: Value }) =>
  `Last two weeks: ${isSingular(days) ? `1 training day` : `${days} training days`}, ${isSingular(sets) ?
    `1 set` : `${sets} sets`}`
export const overview = `Overview`
export const setsPerDay = ({ days }: { days: Value }) =>
  `Sets per day, the last ${days} days`
export const round = ({ cycle, cycles }: { cycle: Value; cycles: Value }) =>
  `Round ${cycle} of ${cycles}`
export const roundWeek = ({ cycle, cycles, week, weeks }: { cycle: Value; cycles: Value; week: Value;
    weeks: Value }) =>
  `Round ${cycle} of ${cycles}, week ${week} of ${weeks}`
export const tourTapText = `The big numbers are your next set. Did it go as planned? Tap the button. If ` +
    `not, tap a number and slide to change it.`
export const tourFairText = `Feet low or high, narrow or wide: each setup has its own chart. A set with ` +
    `cut depth never counts as a PR, so the chart shows real strength.`
export const tourDataText = `Every set is saved on this device at once. Sign in to see your log on other ` +
    `devices too, or export everything as one file.`
export const stalled = `Stalled lift`
export const deloadOffer = `Deload suggestion`
export const lighterWeek = `A lighter week?`
export const changePlan = `Change the plan`
export const planDeload = `Plan a deload`
export const dismissed = `Dismissed.`
export const undo = `Undo`
export const syncedSafe = `Everything that is synced is safe on the server. Only unsynced changes are at ` +
    `risk.`
export const saveWhy = `A saved file or an account protects your log.`
export const notNow = `Not now`
