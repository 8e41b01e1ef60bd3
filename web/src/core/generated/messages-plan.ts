/** Written by `make generated` from content/messages/en/plan.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const blockOptions = `Block options`
export const name = `Name`
export const feetNext = `Next foot position`
export const feetWhy = `Changes the foot position from the shown week on, for variety. No study has shown ` +
    `that a foot position makes one region grow more.`
export const deloadNext = `Make next week a deload`
export const deloadWhy = `Half the sets, 10 % less load. A deload reduces fatigue. No study has shown that ` +
    `it adds muscle.`
export const saveAsProgram = `Save as a program`
export const shareFile = `Share as a file`
export const endBlock = `End block today`
export const deleteBlock = `Delete block`
export const savedAsProgram = `Saved to your programs.`
export const blockDeleted = `Block deleted. Your workouts stay.`
export const plan = `Plan`
export const weeks = `Weeks`
export const pause = `Pause`
export const deloadWeekWhy = `Deload week: half the sets, 10 % less load, to reduce fatigue.`
export const weekOf = ({ week, weeks, date }: { week: Value; weeks: Value; date: Value }) =>
  `Week ${week} of ${weeks}, from ${date}`
export const loadsLater = `Iron chooses loads for the next day only. Loads of later days depend on the ` +
    `sets you log before them.`
export const week = ({ week }: { week: Value }) =>
  `Week ${week}`
export const exerciseRemoved = ({ name }: { name: Value }) =>
  `${name} removed.`
export const exerciseAdded = ({ name }: { name: Value }) =>
  `${name} added.`
export const exerciseSwapped = ({ name }: { name: Value }) =>
  `Swapped to ${name}.`
export const dateOf = ({ day }: { day: Value }) =>
  `Date of ${day}`
export const slotChange = ({ name, aim }: { name: Value; aim: Value }) =>
  `${name}: ${aim}. Change`
export const startDay = ({ day }: { day: Value }) =>
  `Start ${day}`
export const shortDay = ({ day }: { day: Value }) =>
  `Short on time: ${day}`
export const exerciseAdd = ({ day }: { day: Value }) =>
  `Add an exercise to ${day}`
export const exercise = `Exercise`
export const slotAim = ({ sets, reps, rir }: { sets: Value; reps: Value; rir: Value }) =>
  `${sets} of ${reps}, ${rir} in reserve`
export const proposeProgram = `Propose a program`
export const proposals = `Proposals`
export const proposeChangeOf = ({ name }: { name: Value }) =>
  `Propose a change of ${name}`
export const proposeChange = `Propose a change`
export const ownProgram = ({ days }: { days: Value }) =>
  `Own program · ${isSingular(days) ? `1 day` : `${days} days`} a week`
export const daySkipped = `, skipped`
export const dayNotDone = `, not done`
export const proposeCopy = ({ owner }: { owner: Value }) =>
  `You change a copy. ${owner} decides whether it goes into the plan.`
export const changeNamed = ({ name }: { name: Value }) =>
  `${name}. Change`
export const undoLast = `Undo the last change`
export const planDeleted = `This plan was deleted meanwhile.`
export const start = `Start`
export const firstWeek = `First week`
export const startWeek = `or in the week of`
export const blockLength = ({ count, date }: { count: Value; date: Value }) =>
  `${isSingular(count) ? `1 week` : `${count} weeks`}, then a deload week that ends on ${date}.`
export const startBlock = `Start this block`
export const thisWeek = `This week`
export const nextWeek = `Next week`
export const blockStarts = ({ name, date }: { name: Value; date: Value }) =>
  `${name} starts in the week of ${date}.`
export const whichWeeks = `Which weeks`
export const searchExercises = `Search exercises`
export const search = `Search`
export const sameMuscles = `For the same muscles`
export const all = `All`
export const noLibrary = `The library is not on this device yet. Open it once while you are online.`
export const daysAWeek = `Days a week`
export const deleteNamed = ({ name }: { name: Value }) =>
  `Delete ${name}`
export const deleteButton = `Delete`
export const previewNamed = ({ name }: { name: Value }) =>
  `Preview ${name}`
export const startNamed = ({ name }: { name: Value }) =>
  `Start ${name}`
export const noPrograms = `The programs are not on this device yet. Open this page once while you are online.`
export const buildProgram = `Build a program`
export const openProgram = `Open a shared or Liftosaur program`
export const writeProgram = `Write or import a program (text)`
export const pastBlocks = `Past blocks`
export const resumeNamed = ({ name }: { name: Value }) =>
  `Resume ${name}`
export const resume = `Resume`
export const repeatNamed = ({ name }: { name: Value }) =>
  `Repeat ${name}`
export const repeat = `Repeat`
export const programDeleted = ({ name }: { name: Value }) =>
  `${name} deleted.`
export const popular = `Popular programs`
export const popularWhy = `Weights and reps follow the published rules of each program and adjust to what ` +
    `you lift.`
export const searchPrograms = `Search by name, goal, level or days`
export const searchExample = `4 days, strength, beginner`
export const weekdaysOptional = `Weekdays (optional)`
export const weekdays = `Weekdays`
export const needs = ({ equipment }: { equipment: Value }) =>
  `Needs: ${equipment}.`
export const startingNumbers = ({ unit }: { unit: Value }) =>
  `Your starting numbers [${unit}]`
export const numberFromLog = ({ value, unit, low, high }: { value: Value; unit: Value; low: Value;
    high: Value }) =>
  `From your log: about ${value} ${unit} (${low}–${high}).`
export const numberUse = ({ value, name }: { value: Value; name: Value }) =>
  `| ask.lift|Use ${value} for ${name}`
export const use = `Use`
export const firstSessions = `The first sessions`
export const programStarted = ({ name }: { name: Value }) =>
  `${name} started. Its first session is on Today.`
export const runningProgram = ({ name }: { name: Value }) =>
  `Running program ${name}`
export const warmUp = ({ number, target }: { number: Value; target: Value }) =>
  `Warm-up ${number}: ${target}`
export const set = ({ number, target, source }: { number: Value; target: Value; source: Value }) =>
  `Set ${number}: ${target} · ${source}`
export const orInstead = ({ names }: { names: Value }) =>
  `Or: ${names}.`
export const programCompleted = `Program completed. Start it again or choose another program.`
export const numberChange = ({ name }: { name: Value }) =>
  `Change the number of ${name}`
export const change = `Change`
export const save = `Save`
export const numberShare = ({ percent }: { percent: Value }) =>
  `The program uses ${percent} % of the number you enter.`
export const whatChanged = `What changed, and why`
export const editProgram = `Edit program`
export const endProgram = `End program`
export const programEnded = ({ name }: { name: Value }) =>
  `${name} ended. Your workouts stay.`
export const copyLink = `Copy link`
export const showCode = `Show QR code`
export const codeTooLong = `This program is too long for a QR code. Share the link or the file.`
export const codeOf = ({ name }: { name: Value }) =>
  `QR code with the whole program ${name}`
export const codeWhy = `Another device reads the whole program from this code, without a server.`
export const linkCopied = `Link copied.`
export const copyRefused = `The browser does not allow copying. Use the QR code or the file.`
export const deloadKeeps = `Deload weeks keep their own sets and reps in reserve.`
export const sets = `Sets`
export const repsMinimum = `Reps: minimum`
export const repsFewest = `Fewest reps`
export const repsMaximum = `Reps: maximum`
export const repsMost = `Most reps`
export const reserve = `Reps in reserve`
export const reserveHelp = `With the same load in every set, the last set leaves fewer reps in reserve ` +
    `than the first: fatigue costs reps.`
export const swapExercise = `Swap exercise`
export const remove = `Remove`
export const done = `Done`
export const programText = `Program as text`
export const openFile = `Open a file`
export const orWrite = `or write it here`
export const saveProgram = `Save program`
export const programAdded = ({ name }: { name: Value }) =>
  `${name} added to your programs.`
export const volume = `Volume of the week`
export const volumeTitle = `Sets per muscle this week`
export const picture = `Picture`
export const planned = `planned`
export const trained = `trained`
export const muscleUntrained = `No sets for this muscle this week yet.`
export const growthRange = ({ low, high }: { low: Value; high: Value }) =>
  `Range for growth: ${low}–${high} sets per muscle a week (Baz-Valle 2022, Schoenfeld 2017). Pale bars ` +
    `are planned, full bars are trained.`
export const volumeOfMuscle = ({ sets, low, high, standing }: { sets: Value; low: Value; high: Value;
    standing: Value }) =>
  `Planned ${sets} (${low}–${high} by what is known about how much of a set counts): ${standing} the range ` +
    `for growth.`
export const pressDays = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 leg-press day` : `${count} leg-press days`} this week. Iron's programs have ` +
    `one or two.`
export const setsOf = ({ state, done, planned }: { state: Value; done: Value; planned: Value }) =>
  `${state}: ${done} of ${isSingular(planned) ? `1 set` : `${planned} sets`}`
export const dateStart = ({ start }: { start: Value }) =>
  `from ${start}`
export const dateRange = ({ start, end }: { start: Value; end: Value }) =>
  `from ${start}, ended ${end}`
export const ownProgramLabel = `Yours`
export const daysOfWeek = ({ days }: { days: Value }) =>
  `${isSingular(days) ? `1 day` : `${days} days`} a week`
export const weeksLong = ({ weeks }: { weeks: Value }) =>
  `${isSingular(weeks) ? `1 week` : `${weeks} weeks`}`
export const aboutMinutes = ({ minutes }: { minutes: Value }) =>
  `about ${minutes} min`
export const since = ({ date }: { date: Value }) =>
  `Since ${date}`
export const sessionsDone = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 session` : `${count} sessions`} done`
export const roundOf = ({ cycle, cycles }: { cycle: Value; cycles: Value }) =>
  `round ${cycle} of ${cycles}`
export const nextDay = ({ day }: { day: Value }) =>
  `Next: ${day}`
export const nextDayWeek = ({ day, week }: { day: Value; week: Value }) =>
  `Next: ${day}, week ${week}`
export const lastChange = ({ change, rule }: { change: Value; rule: Value }) =>
  `Last change: ${change}. ${rule}.`
export const lastChangeSets = ({ change, rule, sets }: { change: Value; rule: Value; sets: Value }) =>
  `Last change: ${change}. ${rule} (${sets}).`
export const blocks = `Blocks of four to six weeks`
export const startAnother = `Start another program`
export const blocksHelp = `A block puts its days on your calendar and ends with a deload. You can change ` +
    `every day and exercise.`
export const buildTitle = `Build your own`
export const build = `Build your own routine`
export const newRoutine = `New routine`
export const inProgress = `In progress`
export const dayDone = `Done`
export const brokenOff = `Cut short, still to do`
export const missed = `Missed. Start it now, move it to another day or skip it.`
export const fellInPause = `This day fell in your pause. Start it now, move it to another day or skip it.`
export const skippedDay = `Skipped.`
export const skipDay = `Skip`
export const unskipDay = `Unskip`
export const shortOnTime = `Short on time`
export const reminders = {
  'log-rir': `Log your reps in reserve.`,
} as const
export const deloadNote = `Deload: half the sets, 3 more reps in reserve`
export const dayMoved = ({ day, to }: { day: Value; to: Value }) =>
  `${day} moved to ${to}.`
export const skippedNamed = ({ day }: { day: Value }) =>
  `${day} skipped.`
export const dayBack = ({ day }: { day: Value }) =>
  `${day} is back in the plan.`
export const emptyWeek = `Nothing planned this week. You can move a day here from another week.`
export const dayOrder = `Order of the days`
export const dayOrders = {
  'weekdays': `By weekday`,
  'sequence': `In sequence`,
} as const
export const orderHelp = {
  'weekdays': `Each day has its date. A missed day is offered for six days.`,
  'sequence': `Days have no fixed date. The next day waits until you train it.`,
} as const
export const orderChanged = {
  'weekdays': `Days follow the calendar.`,
  'sequence': `The next day now waits for you.`,
} as const
export const pauseBlock = `Pause this block`
export const pauseHelp = `When you resume, the days you did not do move by whole weeks. A pause does not ` +
    `count as missed days.`
export const paused = ({ cause }: { cause: Value }) =>
  `Block paused (${cause}).`
export const pausedNow = ({ cause, since }: { cause: Value; since: Value }) =>
  `${cause}: paused since ${since}.`
export const pain = `Stop what hurts, and see someone who can examine you.`
export const resumeBlock = `Resume`
export const resumed = `Block resumed.`
export const deloadExercise = `Deload this exercise`
export const deloadEnd = `End the deload of this exercise`
export const deloadHelp = `Half the sets and 3 more reps in reserve, for this exercise only, this week.`
export const deloadHelpAhead = `Half the sets and 3 more reps in reserve, for this exercise only, from ` +
    `this week to the end of the block.`
export const feetChanged = `Foot position changed from this week on.`
export const deloadAdded = `Next week is a deload. Later weeks move back one week.`
export const blockEnded = `Block ended. Your workouts stay.`
export const undo = `Undo`
export const deload = `Deload`
export const weekNumber = ({ week }: { week: Value }) =>
  `Week ${week}`
export const weekDeload = ({ week }: { week: Value }) =>
  `Week ${week}, deload`
export const addExercise = `Add an exercise`
export const noPlan = `No plan yet.`
export const monday = `Monday`
export const fromHere = `From here on`
export const onlyWeek = `Only this week`
export const sameAsLast = `Same as last time`
export const yourProgram = `Your program`
export const chooseProgram = `Choose a program`
export const anyDays = `Any days`
export const closePreview = `Close preview`
export const preview = `Preview`
export const mon = `Mon`
export const tue = `Tue`
export const wed = `Wed`
export const thu = `Thu`
export const fri = `Fri`
export const sat = `Sat`
export const sun = `Sun`
export const edit = `Edit`
export const ownVersion = `Build your own version`
export const trainingMax = `training max`
export const firstLoad = `first working load`
export const numbers = `Numbers`
export const yourNumbers = `Your numbers`
export const notKnown = `Not known yet`
export const workingLoad = `Working load`
export const noMatch = `No program matches your search.`
export const plannedTitle = `Planned`
export const trainedTitle = `Trained`
export const illness = `Illness`
export const painOrInjury = `Pain or injury`
export const travel = `Travel`
export const otherCause = `Other`
export const withoutWeekdays = `Without weekdays, the next session waits until you train.`
export const withWeekdays = `Each session keeps its weekday. The first session is on the earliest one.`
export const chooseMore = ({ count }: { count: Value }) =>
  `Choose ${count} more.`
export const chooseFewer = ({ count }: { count: Value }) =>
  `Choose ${count} fewer.`
export const gymOfProgram = `Gym: Iron plans loads you can make there`
export const usualPlates = `Usual plates`
export const programTakes = ({ percent }: { percent: Value }) =>
  `The program starts at ${percent} % of this number.`
export const dayNumber = ({ number }: { number: Value }) =>
  `Day ${number}`
export const enterNumbers = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `Enter one more number` : `Enter ${count} more numbers`}`
