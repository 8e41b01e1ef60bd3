/** Written by `make generated` from content/messages/en/log.ftl: change that file. */

type Value = string | number

const FORMS = new Intl.PluralRules('en-GB')
const selects = (value: Value, variant: Value): boolean =>
  value === variant || (typeof value === 'number' && FORMS.select(value) === variant)

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
export const nearest = `Similar line`
export const set = `Set`
export const aim = ({ aim }: { aim: Value }) =>
  `Aim: ${aim}`
export const aimReps = ({ reps }: { reps: Value }) =>
  `${reps} reps`
export const repsUpTo = ({ high }: { high: Value }) =>
  `up to ${high}`
export const setsOfPlanned = ({ done, planned }: { done: Value; planned: Value }) =>
  `${done} of ${planned}`
export const setsDone = ({ count }: { count: Value }) =>
  `${selects(count, 'one') ? `1 set` : `${count} sets`}`
export const programInstead = ({ name }: { name: Value }) =>
  `In place of ${name}. Choose the load yourself; these sets do not change the program.`
export const programSwap = `Sets of another exercise are logged, but the program does not count them.`
export const programOutside = `This exercise is not in your program. Its sets do not change the program.`
export const programTimer = ({ rounds, seconds }: { rounds: Value; seconds: Value }) =>
  `Start the timer: ${rounds} × ${seconds} s`
export const restTitle = `Rest`
export const restKind = `After sets of this kind`
export const restScope = `For which exercises`
export const restAll = `All exercises`
export const restNone = `Off`
export const restOff = `Rest off`
export const restOwn = `Other rest, such as 2:45`
export const restSet = `Set`
export const restStart = `Start`
export const restBegin = `Start rest`
export const restPause = `Pause the rest`
export const restResume = `Resume the rest`
export const restIntervals = `Interval timer: EMOM, Tabata, work and rest`
export const restSound = `Sound at the end`
export const restVibration = `Vibration at the end`
export const restAwake = `Keep the screen on`
export const restAwakeWhy = `Uses more battery. It ends when you leave Iron.`
export const restAsleep = `The rest stays right while the phone sleeps. With the screen off, a web page ` +
    `cannot make a sound.`
export const restAlarm = `Alarm with the screen off`
export const restAlarmOff = `Your server sends a notification at the end of the rest, with Log and +30 s.`
export const restAlarmBy = ({ carrier }: { carrier: Value }) =>
  `${carrier} carries it, encrypted, and cannot read it. Needs signal.`
export const restAlarmRefused = `The browser or its push service said no. Allow notifications for this ` +
    `page, then try again.`
export const restAlarmGuest = `An alarm with the screen off needs an account: your server sends it.`
export const restAlarmNoPush = `This browser takes no alarm while the screen is off.`
export const restAlarmIphone = `For an alarm with the screen off, add Iron to the home screen (iOS 16.4 or ` +
    `newer).`
export const restOf = ({ time }: { time: Value }) =>
  `Rest ${time}`
export const restPaused = ({ time }: { time: Value }) =>
  `Paused at ${time}`
export const restOver = ({ time }: { time: Value }) =>
  `Rest over, +${time}`
export const intervalsTitle = `Interval timer`
export const intervalsKind = `Kind of timer`
export const intervalsWorkRest = `Work / rest`
export const intervalsEvery = `A round every`
export const intervalsWork = `Work`
export const intervalsRest = `Rest`
export const intervalsRounds = `Rounds`
export const intervalsDone = `Done`
export const intervalsPause = `Pause the timer`
export const intervalsResume = `Resume the timer`
export const intervalsStop = `Stop the timer`
export const intervalsWhat = {
  'emom': `Every minute on the minute: do your reps, rest until the next round begins.`,
  'tabata': `Short and hard: 20 seconds of work, 10 seconds of rest.`,
  'work-rest': `Your own times.`,
} as const
export const intervalsPhase = {
  'ready': `Get ready`,
  'work': `Work`,
  'rest': `Rest`,
  'over': `All rounds`,
} as const
export const intervalsRound = ({ at, all }: { at: Value; all: Value }) =>
  `round ${at} of ${all}`
export const intervalsStart = ({ length }: { length: Value }) =>
  `Start, ${length} in all`
export const holdStart = `Start the stopwatch`
export const holdCountdown = ({ time }: { time: Value }) =>
  `Start a countdown of ${time}`
export const holdStop = ({ time }: { time: Value }) =>
  `Stop at ${time}`
