/** Written by `make generated` from content/messages/en/history.ftl: change that file. */

type Value = string | number

export const repeatNow = `Repeat this workout now`
export const dateAndName = `Date and name`
export const copyToDay = `Copy to a day`
export const saveRoutine = `Save as a routine`
export const olderVersions = `Older versions`
export const saveFit = `Save as a FIT file`
export const mergeWith = ({ name, time }: { name: Value; time: Value }) =>
  `Merge with ${name} of ${time}`
export const deleteButton = `Delete`
export const workoutChanged = `Workout changed.`
export const copiedTo = ({ day }: { day: Value }) =>
  `Copied to ${day}.`
export const merged = `The two workouts are merged.`
export const workoutDeleted = ({ day }: { day: Value }) =>
  `Workout of ${day} deleted.`
export const routineSaved = `Saved as a routine. You can find it on Today.`
export const calendar = `Calendar`
export const previousMonth = `Previous month`
export const nextMonth = `Next month`
export const theDay = `The day`
export const addOnDay = `Add a workout on this day`
export const theYear = `The year`
export const previousYear = `Previous year`
export const nextYear = `Next year`
export const nothingLogged = `, nothing logged`
export const comments = `Comments`
export const commentBy = ({ name }: { name: Value }) =>
  `Comment by ${name}`
export const commentDelete = ({ name }: { name: Value }) =>
  `Delete the comment by ${name}`
export const about = `About`
export const wholeWorkout = `The whole workout`
export const send = `Send`
export const setOf = ({ name, number }: { name: Value; number: Value }) =>
  `${name}, set ${number}`
export const title = `History`
export const pastWorkout = `Past workout`
export const showAs = `Show as`
export const search = `Search workouts`
export const searchExample = `Exercise, name, note, month`
export const noMatch = ({ words }: { words: Value }) =>
  `No workout matches “${words}”.`
export const nothingYet = `No workouts yet. Log your first one, or import your history from another app.`
export const startLogging = `Start logging`
export const importHistory = `Import history`
export const showOlder = `Show older workouts`
export const openShared = `Open a shared workout`
export const addPast = `Add a past workout`
export const pastCreated = `Past workout created. Add your exercises.`
export const inProgress = `in progress`
export const andMore = ({ names, count }: { names: Value; count: Value }) =>
  `${names} and ${count} more`
export const workout = `Workout`
export const newest = `newest`
export const restore = `Restore`
export const overwritten = ({ where }: { where: Value }) =>
  `Overwritten: ${where}`
export const restoreValue = ({ where }: { where: Value }) =>
  `Restore ${where}`
export const versionsOffline = `Older versions are on the server. Try again when you are online.`
export const versionsRefused = `The server could not list the older versions. Try again.`
export const valueRestored = `Value restored.`
export const valueDeleted = `The exercise or set of this value was deleted. Restore an older version instead.`
export const start = `Start`
export const end = `End`
export const name = `Name`
export const nameExample = `Legs A`
export const note = `Note`
export const share = `Share`
export const edit = `Edit`
export const newerVersion = `This workout was saved by a newer version of Iron. Reload Iron to edit it.`
export const notFound = `Workout not found`
export const notHere = `This workout was deleted or has not synced to this device.`
export const allWorkouts = `See all workouts`
export const cutDepth = `cut depth`
export const notRecorded = `not recorded`
export const theWorkout = `the workout`
export const undo = `Undo`
export const open = `Open`
export const save = `Save`
export const nothingPlanned = `Nothing planned.`
export const noWorkoutDay = `No workout on this day.`
export const yourAnswer = `Your answer`
export const yourComment = `Your comment`
export const you = `You`
export const list = `List`
export const noWorkouts = `No workouts yet.`
export const versionsSubtitle = `Changes from all your devices. When two devices changed the same value, ` +
    `both are listed.`
export const loading = `Loading…`
export const thisPhone = `This device`
export const anotherDevice = `Another device`
export const restored = `Older version restored.`
export const demoInvented = `Demo data`
