/** Written by `make generated` from content/messages/en/server.ftl: change that file. */

type Value = string | number

export const unreachable = `The server cannot be reached.`
export const unreachableLogOn = `The server cannot be reached. You can keep logging offline.`
export const down = ({ status }: { status: Value }) =>
  `The server does not answer (${status}). What you logged stays on this device, and Iron tries again.`
export const noReason = ({ status }: { status: Value }) =>
  `The server refused this without a reason (${status}).`
export const changeRefused = `The server refused this change without a reason.`
export const answerEmpty = `The server sent an empty answer. Try again.`
export const syncStopped = `Sync stopped because of an error. Iron will try again.`
export const needsServer = `The server makes this file. Try again when you are online.`
export const signedOut = `You were signed out. Sign in again.`
export const signUpClosed = `Sign-up is closed on this server. Ask the owner for an invitation link.`
export const signedInAlready = `You are already signed in.`
export const signInExpired = `The sign-in has expired. Sign in again.`
export const tooManyTries = `Too many tries. Wait a minute, then try again.`
export const passkeysNeedHttps = `Passkeys need HTTPS, or localhost on the server itself. This address is ` +
    `neither.`
export const passkeysNeedName = `Passkeys need a host name. Open Iron as http://localhost instead of ` +
    `127.0.0.1.`
export const passkeysUnsupported = `This browser does not support passkeys.`
export const passkeyUnused = `No passkey was used. The window was closed, or this device has no passkey ` +
    `for Iron.`
export const mailOff = `This server cannot send e-mail now, so the link does not work. Ask the owner of ` +
    `the server.`
export const sentLater = `Saved. It is sent when you are online.`
export const notSent = ({ reason }: { reason: Value }) =>
  `Not sent: ${reason}`
export const notSentYet = `Not sent yet. It is sent when you are online.`
export const restOver = `Rest is over`
