/** Written by `make generated` from content/messages/en/demo.ftl: change that file. */

export const title = `Demo`
export const guestsOnly = `The demo is only available without an account. Sign out to try it as a guest.`
export const ownTraining = `The demo is only for an empty log, so that made-up workouts never mix with ` +
    `yours. To try it, open Iron in a private window.`
export const toToday = `Go to Today`
export const notLoaded = `The demo could not be loaded. Try again when you are online.`
export const tryAgain = `Try again`
export const loading = `Loading 18 months of made-up training…`
