/** Written by `make generated` from content/messages/en/share.ftl: change that file. */

type Value = string | number

export const history = `History`
export const openTitle = `Open a shared workout`
export const chooseFile = `Choose a file`
export const preview = `Preview`
export const saveRoutine = `Save as a routine`
export const sameStart = `Your history already has a workout with the same start time, probably this one.`
export const copyToHistory = ({ date }: { date: Value }) =>
  `Copy to your history, on ${date}`
export const tooLarge = `This file is too large to be a workout. Choose a file that ends in .iron-workout.`
export const unreadable = `The browser could not read this file. Choose it again.`
export const copied = `Copied to your history.`
export const share = `Share`
export const pictureMaking = `Creating the picture…`
export const includeNotes = `Include notes`
export const whatIsShared = `The workout's name and date, exercises and sets are shared. Your gym and ` +
    `machines are not. The picture is created on this phone.`
export const shareFile = `Share as an Iron file`
export const copyText = `Copy as text`
export const text = `The text`
export const allWorkouts = `See all workouts`
export const pictureSaved = `Picture saved to your downloads.`
export const fileSaved = `File saved to your downloads. It can be opened in Iron under History.`
export const copyRefused = `The browser blocked copying. The text was saved to your downloads.`
export const alwaysShared = `Name, date, exercises and sets are always shared. Your gym and machines never ` +
    `are.`
export const pictureShare = `Share the picture`
export const pictureSave = `Save the picture`
export const openUnder = `Choose a file that ends in .iron-workout. You see a preview before anything is ` +
    `saved.`
export const savedRoutine = `Saved as a routine. Find it under Today.`
export const undo = `Undo`
export const noSets = `This workout has no working sets to show.`
export const gone = `This workout was deleted or has not synced to this phone.`
export const textCopied = `Copied.`
