/** Written by `make generated` from content/messages/en/workout-file.ftl: change that file. */

export const noWorkout = `This file is not an Iron workout, or it is incomplete. Ask for the file again. ` +
    `Nothing was changed.`
export const notAWorkout = `This file is not an Iron workout. Choose a file that ends in .iron-workout.`
export const wholeCopy = `This file is a copy of a whole log, not a single workout. Restore it under Me, ` +
    `Your data.`
export const newer = `A newer version of Iron made this file. Reload Iron, then open the file again.`
export const damaged = `This workout file is damaged. Ask for the file again. Nothing was changed.`
export const sharedWorkout = `Shared workout`
