/** Written by `make generated` from content/messages/en/share.ftl: change that file. */

import { isSingular } from './plural'

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
    `machines are not. The picture is created on this device.`
export const shareFile = `Share as an Iron file`
export const copyText = `Copy as text`
export const text = `Show the text`
export const allWorkouts = `See all workouts`
export const pictureSaved = `Picture saved to your downloads.`
export const fileSaved = `File saved to your downloads. It can be opened in Iron under History.`
export const copyRefused = `The browser blocked copying. The text was saved to your downloads.`
export const alwaysShared = `Name, date, exercises and sets are always shared. Your gym and machines never ` +
    `are.`
export const pictureShare = `Share the picture`
export const pictureSave = `Save the picture`
export const openSubtitle = `Choose a file that ends in .iron-workout. You see a preview before anything ` +
    `is saved.`
export const savedRoutine = `Saved as a routine. Find it under Today.`
export const undo = `Undo`
export const noSets = `This workout has no working sets to show.`
export const workoutMissing = `This workout was deleted or has not synced to this device.`
export const textCopied = `Copied.`
export const untitled = ({ weekday }: { weekday: Value }) =>
  `${weekday} workout`
export const moreExercises = ({ count }: { count: Value }) =>
  `and ${count} more`
export const pr = `PR`
export const linePr = ({ line }: { line: Value }) =>
  `${line} (PR)`
export const lifted = ({ unit }: { unit: Value }) =>
  `${unit} lifted`
export const loadsIn = ({ unit }: { unit: Value }) =>
  `Weights in ${unit}`
export const sets = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `set` : `sets`}`
export const minutes = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `minute` : `minutes`}`
export const prs = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `PR` : `PRs`}`
export const prsIn = ({ count }: { count: Value }) =>
  `${isSingular(count) ? `PR in 1 exercise.` : `PRs in ${count} exercises.`}`
