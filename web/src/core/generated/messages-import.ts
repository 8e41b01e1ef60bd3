/** Written by `make generated` from content/messages/en/import.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const title = `Import your history`
export const unitQuestion = `Kilograms or pounds?`
export const importWorkouts = ({ count }: { count: Value }) =>
  `Import ${isSingular(count) ? `1 workout` : `${count} workouts`}`
export const seeHistory = `See your history`
export const reading = ({ name }: { name: Value }) =>
  `Reading ${name} …`
export const needsServer = `Reading a file needs the server. Try again when you are online. Logging works ` +
    `offline.`
export const importing = ({ count }: { count: Value }) =>
  `Importing ${isSingular(count) ? `1 workout` : `${count} workouts`}…`
export const imported = ({ count, sets }: { count: Value; sets: Value }) =>
  `${isSingular(count) ? `1 workout` : `${count} workouts`} with ${isSingular(sets) ? `1 set` : `${sets} ` +
    `sets`} are in your history.`
export const howToExport = `How to get the file from your app`
export const exportApp = {
  'strong': `Strong`,
  'hevy': `Hevy`,
  'fitnotes': `FitNotes (Android)`,
  'fitbod': `Fitbod`,
  'macrofactor': `MacroFactor`,
  'liftosaur': `Liftosaur`,
  'apple-health': `Apple Health`,
  'other': `Another app`,
} as const
export const exportSteps = {
  'strong': `On an iPhone: Profile, Settings, “Export Strong Data”. On Android: Settings, “Export Data”.`,
  'hevy': `Profile, Settings, “Export & Import Data”, “Export Workouts”.`,
  'fitnotes': `Settings, “Spreadsheet Export”. A backup file works too.`,
  'fitbod': `Settings, “Export Workout Data”.`,
  'macrofactor': `More, “Data Export”, “Granular Export”, “Workout Log”, “Export Workout Log”.`,
  'liftosaur': `Settings, “Export history to CSV file”.`,
  'apple-health': `In Health, tap your picture, then “Export All Health Data”. Choose the zip file as it ` +
    `is. It holds body weights and the times of workouts, but no sets.`,
  'other': `Look in its settings for “Export”, “Backup” or “CSV”. Iron reads many formats by itself. For ` +
    `any other table it asks which column is which.`,
} as const
export const exportThen = `Save the file on this device, then choose it above. Menus change from version ` +
    `to version: if a step is missing, look for “Export”.`
export const earlier = `Earlier imports`
export const undone = `undone`
export const undo = `Undo import`
export const undoQuestion = `Undo this import?`
export const undoEffect = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 workout that you did not change since the import will be removed.` : `${count} ` +
    `workouts that you did not change since the import will be removed.`}`
export const undoStays = `These workouts stay:`
export const undoRemove = ({ count }: { count: Value }) =>
  `Remove ${isSingular(count) ? `1 workout` : `${count} workouts`}`
export const undoneAgain = `Import undone. You can import the same file again at any time.`
export const suggested = ({ answer }: { answer: Value }) =>
  `${answer} (likely)`
export const answerFirst = `Answer the question above first`
export const dayOrMonth = `Day or month first?`
export const whereTrained = `Where did you train?`
export const timeZoneWhy = `The times in this file are in UTC. Choose your time zone, so that late ` +
    `workouts stay on the right day.`
export const columnsQuestion = `Which column is which?`
export const columnsWhy = `Iron does not know this table. Choose what each column holds. The next file ` +
    `with the same columns is read at once.`
export const noColumn = `No such column`
export const readTable = `Read the table`
export const changedInFile = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 workout` : `${count} workouts`} changed in the file`
export const columnSets = `Number of sets`
export const columnTitle = `Workout name`
export const columnKind = `Kind of set`
export const workouts = `workouts`
export const sets = `sets`
export const dateRange = ({ start, end }: { start: Value; end: Value }) =>
  `${start} to ${end}`
export const unchanged = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 workout is` : `${count} workouts are`} already in your history and will not ` +
    `change.`
export const stayDeleted = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 workout that you deleted stays` : `${count} workouts that you deleted stay`} ` +
    `deleted.`
export const restRows = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 rest-timer row was saved as a rest time and not counted as a set.` : `${count} ` +
    `rest-timer rows were saved as rest times and not counted as sets.`}`
export const warningsTitle = `Please note`
export const namesToCheck = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 name` : `${count} names`} to check`
export const namesWhy = `Please check names that Iron matched by their words. An unknown name becomes an ` +
    `exercise of your own.`
export const ownExercise = `My own exercise`
export const allExercises = `All exercises`
export const newMachines = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 machine` : `${count} machines`} found in the names`
export const machinesWhy = `Sets on different machines are not compared. You can merge machines later, ` +
    `under Machines.`
export const rowsSkipped = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 row was not understood and will not be imported, with its reason below.` :
    `${count} rows were not understood and will not be imported. Each is listed with its reason.`}`
export const nameWrong = `Is a name wrong?`
export const choicesRemembered = `What you choose is remembered for later imports.`
export const nameChoose = `Choose the name to change`
export const yourOwn = `your own`
export const totals = ({ totals }: { totals: Value }) =>
  `To check against your old app: ${totals}.`
export const volume = ({ load }: { load: Value }) =>
  `volume ${load} kg`
export const reps = ({ count }: { count: Value }) =>
  `${count} reps`
export const warmUps = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 warm-up` : `${count} warm-ups`}`
export const dropSets = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 drop set` : `${count} drop sets`}`
export const toFailure = ({ count }: { count: Value }) =>
  `${count} to failure`
export const withRpe = ({ count }: { count: Value }) =>
  `${count} with RPE`
export const readInOtherUnit = {
  'kg': `Read the loads as kilograms instead`,
  'lb': `Read the loads as pounds instead`,
} as const
export const changedWhy = `Workouts that you edited here stay as they are.`
export const changedWhySets = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `1 workout has` : `${count} workouts have`} more sets in the file than here. ` +
    `Workouts that you edited here stay as they are.`
export const chooseFile = `Choose a file`
export const chooseAnother = `Tap to choose another file.`
export const orDrop = `or drop it here`
export const kilograms = `Kilograms`
export const pounds = `Pounds`
export const allImported = `Everything in this file is already in your history.`
export const nothingToAdd = `This file has nothing to add.`
export const fileHint = `Choose the file your old app exports: Strong, Hevy, FitNotes, Liftosaur, Fitbod, ` +
    `StrongLifts, GymBook, JEFIT, a Garmin activity, or any table or spreadsheet. You see a preview first, ` +
    `and nothing is saved until you confirm.`
export const dayFirst = `Day first`
export const monthFirst = `Month first`
export const changesMarked = `Changes will be imported`
export const changesImport = `Import the changes`
export const columnDate = `Date`
export const columnExercise = `Exercise`
export const columnWeight = `Weight`
export const columnReps = `Reps`
export const columnUnit = `Unit`
export const columnDuration = `Duration`
export const columnDistance = `Distance`
export const columnNote = `Note`
export const lineColumn = `Line`
export const columnColumn = `Column`
export const valueColumn = `Value`
export const reasonColumn = `Reason`
export const inFile = `In the file`
export const inIron = `In Iron`
export const noteColumn = `Note`
export const setsColumn = `Sets`
export const notUnderstood = ({ count }: { count: Value }) =>
  `Rows Iron could not read: ${count}`
