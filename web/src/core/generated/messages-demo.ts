/** Written by `make generated` from content/messages/en/demo.ftl: change that file. */

export const title = `Demo`
export const guestsOnly = `The demo is only available without an account. Sign out to try it as a guest.`
export const notLoaded = `The demo could not be loaded. Try again when you are online.`
export const tryAgain = `Try again`
export const loading = `Loading 18 months of made-up training…`
