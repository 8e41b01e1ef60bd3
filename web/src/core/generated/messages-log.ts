/** Written by `make generated` from content/messages/en/log.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const loadName = {
  'load': `Load`,
  'added': `Added load`,
  'assistance': `Help`,
  'band': `Band`,
} as const
export const source = {
  'chosen': `Your choice`,
  'last-time': `Same as last time`,
  'today': `Same as last set`,
  'nowhere': ``,
} as const
export const logSet = ({ set }: { set: Value }) =>
  `Log ${set}`
export const logOpening = `Log`
export const addThis = ({ set }: { set: Value }) =>
  `Add ${set}`
export const addSet = `Add a set`
export const oneMore = ({ set }: { set: Value }) =>
  `One more: ${set}`
export const choose = {
  'load': `Choose a load`,
  'reps': `Choose the reps`,
  'duration': `Choose a time`,
  'distance': `Choose a distance`,
} as const
export const effort = {
  'RIR': `Reps in reserve`,
  'RPE': `Effort (RPE)`,
} as const
export const titleNamed = ({ name }: { name: Value }) =>
  `${name} · Log · Iron`
export const newer = `A newer Iron wrote this workout. Reload Iron to change it.`
export const whatFirst = `What first?`
export const whatFirstWhy = `Pick an exercise. What you did last time comes with it.`
export const backWorkout = `Back to the workout`
export const editing = `Editing`
export const elapsed = `Time since the start`
export const gymAt = ({ gym }: { gym: Value }) =>
  `At ${gym}. Change the gym`
export const gymNone = `No gym chosen. Change the gym`
export const kind = {
  'warm-up': `Warm-up`,
  'working': `Working`,
  'drop': `Drop`,
  'rest-pause': `Rest-pause`,
} as const
export const side = {
  'both': `Both sides`,
  'left': `Left side`,
  'right': `Right side`,
  'single': `One side`,
} as const
export const sideShort = {
  'both': `Both`,
  'left': `Left`,
  'right': `Right`,
} as const
export const card = `Exercise and setup`
export const machineUnknown = `Machine unknown`
export const machineBase = {
  'bar': ({ mass }: { mass: Value }) =>
  `bar ${mass}`,
  'sled': ({ mass }: { mass: Value }) =>
  `sled ${mass}`,
  'base': ({ mass }: { mass: Value }) =>
  `base ${mass}`,
} as const
export const machineGuess = ({ base }: { base: Value }) =>
  `${base} (guess)`
export const machineChange = ({ machine }: { machine: Value }) =>
  `Machine: ${machine}. Change machine and setup`
export const moreFor = ({ name }: { name: Value }) =>
  `More for ${name}`
export const depth = `Depth`
export const range = `Range`
export const depthClass = {
  'full': `full`,
  'cut': `cut`,
  'partial': `partial`,
} as const
export const setup = `Setup`
export const setupMachine = `Machine and side`
export const nextSet = `Next set`
export const setNumber = ({ number }: { number: Value }) =>
  `Set ${number}`
export const setNumberOf = ({ number, planned }: { number: Value; planned: Value }) =>
  `Set ${number} of ${planned}`
export const number = ({ name, number }: { name: Value; number: Value }) =>
  `${name}: ${number}`
export const numberNone = ({ name }: { name: Value }) =>
  `${name}: none`
export const effortNone = ({ effort }: { effort: Value }) =>
  `${effort}: not recorded`
export const kindChange = ({ kind }: { kind: Value }) =>
  `${kind}. Change the kind of set`
export const kindOfSet = `Kind of set`
export const sideOfSet = `Side`
export const reps = `reps`
export const repetitions = `Repetitions`
export const distance = `Distance`
export const duration = `Time`
export const bar = ({ mass }: { mass: Value }) =>
  `${mass} bar`
export const barIn = ({ unit }: { unit: Value }) =>
  `Bar in ${unit}`
export const barWhy = `The load stays bar and plates together; only the plates change.`
export const loadIn = ({ load, unit }: { load: Value; unit: Value }) =>
  `${load} in ${unit}`
export const loadBody = `Body`
export const distanceIn = ({ unit }: { unit: Value }) =>
  `Distance in ${unit}`
export const distanceUnit = `Unit of distance`
export const otherTime = `Another time…`
export const otherDistance = `Another distance…`
export const failed = `Failed`
export const notNoted = `Not noted`
export const nearestLoad = ({ load }: { load: Value }) =>
  `Nearest: ${load}.`
export const nearestLoads = ({ low, high }: { low: Value; high: Value }) =>
  `Nearest: ${low} or ${high}.`
export const noSuchMark = ({ load, nearest }: { load: Value; nearest: Value }) =>
  `This machine has no ${load}. ${nearest}`
export const noSuchPlates = ({ load, nearest }: { load: Value; nearest: Value }) =>
  `Your plates cannot make ${load}. ${nearest}`
export const stepLess = `One step less`
export const stepMore = `One step more`
export const pad = `Number pad`
export const padFor = ({ what }: { what: Value }) =>
  `Number pad for ${what}`
export const padPoint = `Decimal point`
export const padDelete = `Delete`
export const take = `Take`
export const timeIn = `Time in minutes and seconds`
export const notTime = ({ typed }: { typed: Value }) =>
  `“${typed}” is not a time. Type minutes and seconds, such as 25:30.`
export const notDistance = ({ typed, unit }: { typed: Value; unit: Value }) =>
  `“${typed}” is not a distance. Type a number of ${unit}, such as 5.2.`
export const tooMuch = ({ typed, most }: { typed: Value; most: Value }) =>
  `${typed} is too much. Type at most ${most}.`
export const mostTime = `24 hours`
export const extraWorking = `Working set`
export const extraDrop = `Drop to`
export const doubt = `A set to check`
export const doubtRight = `It is right`
export const doubtElse = `If not, tap the set and change it.`
export const doubtConfirmed = `Confirmed: the set counts.`
export const questionedSetRemoved = `This set was removed.`
export const undo = `Undo`
export const useAdvised = ({ set }: { set: Value }) =>
  `Use ${set}`
export const setLogged = `Set logged.`
export const setsLogged = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 set logged.` : `${count} sets logged.`}`
export const setChanged = `Set changed.`
export const setRemoved = `Set removed.`
export const swapped = ({ name }: { name: Value }) =>
  `${name} instead.`
export const machineNew = `The sets before stay on their machine; the next ones begin a new line.`
export const addExercise = `Add exercise`
export const allDone = `All planned sets done`
export const done = `Done`
export const finish = `Finish`
export const finishWorkout = `Finish workout`
export const firstTime = `First time with this setup: nothing to compare with yet.`
export const moreSetup = `More`
export const nextExercise = `Next exercise`
export const nextNamed = ({ name }: { name: Value }) =>
  `Next: ${name}`
export const noGym = `Choose gym`
export const noSets = `No sets yet`
export const note = `Note`
export const otherLoad = `You chose another load.`
export const record = `PR`
export const today = `Today`
export const thisWorkout = `This workout`
export const lastTime = `Last time`
export const lateAdvice = `This advice came after the numbers on the card.`
export const nearest = `Similar line`
export const set = `Set`
export const exercises = `Exercises of this workout`
export const table = `Last time and today`
export const tableSet = ({ label, set }: { label: Value; set: Value }) =>
  `Set ${label}: ${set}`
export const tableRecord = ({ set }: { set: Value }) =>
  `${set}, a PR`
export const tableChange = ({ set }: { set: Value }) =>
  `${set}. Change`
export const tableChangeLast = ({ set, last }: { set: Value; last: Value }) =>
  `${set}. Last time ${last}. Change`
export const undoSet = ({ label }: { label: Value }) =>
  `Undo set ${label}`
export const faults = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 fault` : `${count} faults`}`
export const noted = `note`
export const notSaved = `not saved`
export const retry = `Retry`
export const aim = ({ aim }: { aim: Value }) =>
  `Aim: ${aim}`
export const aimReps = ({ reps }: { reps: Value }) =>
  `${reps} reps`
export const repsUpTo = ({ high }: { high: Value }) =>
  `up to ${high}`
export const setsOfPlanned = ({ done, planned }: { done: Value; planned: Value }) =>
  `${done} of ${planned}`
export const setsDone = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 set` : `${count} sets`}`
export const toBeat = ({ mark, when }: { mark: Value; when: Value }) =>
  `PR to beat: ${mark}, ${when}`
export const help = ({ load }: { load: Value }) =>
  `${load} help`
export const paceOver = ({ time, lap, distance }: { time: Value; lap: Value; distance: Value }) =>
  `${time} per ${lap} over ${distance}`
export const lessHelp = {
  'reps': `Less help than ever here: any rep is a PR.`,
  'duration': `Less help than ever here: any time is a PR.`,
  'distance': `Less help than ever here: any distance is a PR.`,
  'pace': ``,
} as const
export const heavier = {
  'reps': `Heavier than ever here: any rep is a PR.`,
  'duration': `Heavier than ever here: any time is a PR.`,
  'distance': `Heavier than ever here: any distance is a PR.`,
  'pace': `Farther than ever here: a PR.`,
} as const
export const programTarget = `Target of the program`
export const programSet = ({ number, count, target }: { number: Value; count: Value; target: Value }) =>
  `Set ${number} of ${count}: ${target}`
export const programSlotSet = ({ slot, number, count, target }: { slot: Value; number: Value;
    count: Value; target: Value }) =>
  `${slot}, set ${number} of ${count}: ${target}`
export const programAmrap = `(as many as possible)`
export const programInstead = ({ name }: { name: Value }) =>
  `In place of ${name}. Choose the load yourself; these sets do not change the program.`
export const programSwap = `Sets of another exercise are logged, but the program does not count them.`
export const programOutside = `This exercise is not in your program. Its sets do not change the program.`
export const programTimer = ({ rounds, seconds }: { rounds: Value; seconds: Value }) =>
  `Start the timer: ${rounds} × ${seconds} s`
export const restOff = `Rest off`
export const restSettings = ({ rest }: { rest: Value }) =>
  `${rest}. Rest settings`
export const restLess = ({ seconds }: { seconds: Value }) =>
  `${seconds} seconds less`
export const restMore = ({ seconds }: { seconds: Value }) =>
  `${seconds} seconds more`
export const restNow = `Start the rest`
export const restEnd = `End the rest`
export const restStart = `Start`
export const restPause = `Pause the rest`
export const restResume = `Resume the rest`
export const restOf = ({ time }: { time: Value }) =>
  `Rest ${time}`
export const restPaused = ({ time }: { time: Value }) =>
  `Paused at ${time}`
export const restOver = ({ time }: { time: Value }) =>
  `Rest over, +${time}`
export const holdStart = `Start the stopwatch`
export const holdCountdown = ({ time }: { time: Value }) =>
  `Start a countdown of ${time}`
export const holdStop = ({ time }: { time: Value }) =>
  `Stop at ${time}`
