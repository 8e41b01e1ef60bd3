/** Written by `make generated` from content/messages/en/keys.ftl: change that file. */

export const everywhere = `Everywhere`
export const today = `Today`
export const theLog = `The log`
export const growth = `Growth`
export const plan = `Plan`
export const library = `Library`
export const history = `History`
export const me = `Me`
export const showList = `Show this list`
export const inLog = `In the log`
export const logSet = `Log the set`
export const changeReps = `One rep more or less`
export const nextWeight = `Next weight up or down`
export const quickEntry = `Quick entry`
export const addExercise = `Add an exercise`
export const nextExercise = `Next exercise`
export const rest = `Start or stop the rest timer`
export const title = `Keyboard shortcuts`
export const shortcutsOff = `Shortcuts do not work while you type. You can turn them off under Me, Display ` +
    `and input.`
export const typeLoad = `Type the load`
export const tabThrough = `Load, then reps, then RIR`
