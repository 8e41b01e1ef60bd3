/** Written by `make generated` from content/messages/en/log-start.ftl: change that file. */

export const title = `Log · Iron`
export const backToday = `Back to today`
export const workoutMissing = `This workout is not here`
export const workoutMissingWhy = `It was deleted, or it is not on this device yet.`
export const noWorkout = `No workout is running`
export const noWorkoutWhy = `Start one. Everything is stored on this device, with or without a connection.`
export const start = `Start a workout`
