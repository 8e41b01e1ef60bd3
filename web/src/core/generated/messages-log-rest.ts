/** Written by `make generated` from content/messages/en/log-rest.ftl: change that file. */

type Value = string | number

export const restTitle = `Rest`
export const restKind = `After sets of this kind`
export const restScope = `For which exercises`
export const restAll = `All exercises`
export const restNone = `Off`
export const restOwn = `Other rest, such as 2:45`
export const restSet = `Set`
export const restBegin = `Start rest`
export const restIntervals = `Interval timer: EMOM, Tabata, work and rest`
export const restSound = `Sound at the end`
export const restVibration = `Vibration at the end`
export const restAwake = `Keep the screen on during workouts`
export const restAwakeWhy = `Uses more battery. It ends with the workout and when you leave Iron.`
export const restAsleep = `The rest stays right while the device sleeps. With the screen off, a web page ` +
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
export const notRest = ({ typed }: { typed: Value }) =>
  `“${typed}” is not a rest. Type seconds or minutes, such as 2:45.`
export const note = `Rest on the lock screen`
export const noteWhy = `One quiet line while Iron is away, where the device allows it.`
export const noteRefused = `The browser said no. Allow notifications for this page in its settings.`
export const noteUntil = ({ time }: { time: Value }) =>
  `Rest until ${time}`
export const noteThen = ({ set }: { set: Value }) =>
  `Then ${set}`
export const noteOver = `Rested`
export const intervalsTitle = `Interval timer`
export const intervalsKind = `Kind of timer`
export const intervalsName = {
  'emom': `EMOM`,
  'tabata': `Tabata`,
  'work-rest': `Work / rest`,
} as const
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
