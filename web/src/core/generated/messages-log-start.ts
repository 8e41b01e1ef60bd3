/** Written by `make generated` from content/messages/en/log-start.ftl: change that file. */

export const title = `Log · Iron`
export const backToday = `Back to today`
export const notHere = `This workout is not here`
export const notHereWhy = `It was deleted, or this phone has not seen it yet.`
export const none = `No workout is running`
export const noneWhy = `Start one; everything stays on this phone, with or without signal.`
export const start = `Start a workout`
