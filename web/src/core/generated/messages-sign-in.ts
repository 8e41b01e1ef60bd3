/** Written by `make generated` from content/messages/en/sign-in.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const over = `Me`
export const name = `Name`
export const code = `Code`
export const codeOfApp = `Enter the six digits from your authenticator app, or a recovery code.`
export const codeOfLink = `The last part of your invitation link.`
export const codeOfOwner = `The one-time code that Iron printed in the terminal at its first start. This ` +
    `account will own the server.`
export const continueOn = `Continue`
export const continueWith = ({ provider }: { provider: Value }) =>
  `Continue with ${provider}`
export const openLog = ({ name }: { name: Value }) =>
  `Open the log of ${name}`
export const signInAs = ({ name }: { name: Value }) =>
  `Sign in as ${name}`
export const lookingAtLink = `Looking at the link …`
export const toSecurity = `Password and passkeys`
export const signupClosed = `Sign-up is closed on this server. Ask its owner for an invitation link.`
export const signIn = `Sign in`
export const signInAgain = `Sign in again`
export const signUp = `Sign up`
export const twoSteps = `Two-step sign-in`
export const inOrUp = `Sign in or sign up`
export const signedInAs = ({ name }: { name: Value }) =>
  `You are signed in as ${name}.`
export const backToMe = `Back to Me`
export const ended = ({ name }: { name: Value }) =>
  `Your sign-in on this device has ended. Nothing is lost: the journal of ${name} is here, and what waits ` +
    `is sent after you sign in.`
export const serverKnows = ({ name }: { name: Value }) =>
  `You are signed in to the server as ${name}.`
export const linkIncomplete = `This invitation link is not complete. Copy the whole link, or ask for a new ` +
    `one.`
export const invited = `You are invited. Choose a name and a password.`
export const withPasskey = `Sign in with a passkey`
export const forgotten = `Forgot your password?`
export const forgottenNoMail = `Forgot your password? This server sends no e-mail. Its owner can set a new ` +
    `one with this command:`
export const guest = `Workouts you logged on this device as a guest move to your account. Demo data does not.`
export const password = `Password`
export const passwordShow = `Show`
export const passwordHide = `Hide`
export const passwordShowNamed = `Show the password`
export const passwordHideNamed = `Hide the password`
export const passwordShortest = ({ count }: { count: Value }) =>
  `At least ${count} characters.`
export const confirmTitle = `Confirm your address`
export const confirmed = ({ email, name }: { email: Value; name: Value }) =>
  `${email} is confirmed. If ${name} forgets the password, a link to set a new one goes there.`
export const confirmQuestion = ({ email, name }: { email: Value; name: Value }) =>
  `Is ${email} your address, and ${name} your account?`
export const confirm = `Confirm`
export const done = `Done`
export const linkSent = ({ email }: { email: Value }) =>
  `If an account on this server has confirmed the address ${email}, a link is on its way. It works once, ` +
    `within an hour.`
export const linkNotThere = `Nothing after a few minutes? Look into the spam folder, then try another ` +
    `address. Without a confirmed address, the owner of this server can set a new password.`
export const anotherAddress = `Try another address`
export const noMail = `This server sends no e-mail. Its owner can set a new password with this command:`
export const whichAddress = `Enter the e-mail address that you confirmed for your account. You get a link ` +
    `to set a new password.`
export const address = `E-mail address`
export const sendLink = `Send the link`
export const backToSignIn = `Back to sign-in`
export const newPasswordTitle = `Set a new password`
export const newPasswordFor = ({ name }: { name: Value }) =>
  `A new password for ${name}. Every device is signed out; passkeys and two-step sign-in stay.`
export const newPasswordSet = `Set the password`
export const newPasswordDone = `The new password is set, and every device was signed out. Sign in with it.`
export const newLink = `Ask for a new link`
export const unsent = ({ count, name }: { count: Value; name: Value }) =>
  `${isSingular(count) ? `${count} change of ${name} was not sent before the sign-out.` : `${count} ` +
    `changes of ${name} were not sent before the sign-out.`} The journal is still on this device, and is ` +
    `sent when ${name} signs in here.`
export const otherTitle = ({ name }: { name: Value }) =>
  `This device has the log of ${name}`
export const otherUnsent = ({ other, count, name }: { other: Value; count: Value; name: Value }) =>
  `You signed in as ${other}. ${isSingular(count) ? `${count} change of ${name} has not reached the ` +
    `server: the journal stays on this device and is sent when ${name} signs in here again.` : `${count} ` +
    `changes of ${name} have not reached the server: the journal stays on this device and is sent when ` +
    `${name} signs in here again.`}`
export const otherSent = ({ other, name }: { other: Value; name: Value }) =>
  `You signed in as ${other}. The log of ${name} is safe on the server and will be removed from this device.`
export const signInAsInstead = ({ name }: { name: Value }) =>
  `Sign in as ${name} instead`
export const refused = {
  'cancelled': `You stopped before the sign-in was complete. Nothing was changed.`,
  'signup_closed': `Sign-up is closed on this server. Ask its owner for an invitation link.`,
  'connected_other': `This sign-in already belongs to another account on this server.`,
  'reauthentication_required': `Some time has passed. Enter your password again, then connect once more.`,
  'first': `The first account of this server needs a password. Sign up with the one-time code that Iron ` +
    `printed, then connect this sign-in under “Password and passkeys”.`,
  'unknown': `The sign-in did not work. Try again, or sign in another way.`,
} as const
export const connected = `Connected. You can now sign in this way.`
export const chooseName = `Choose a name`
export const newAccountName = `You are new here. This name is yours on this server; others may see it.`
export const backToSecurity = `Back to password and passkeys`
export const anotherWay = `Sign in another way`
export const signingIn = `Signing in …`
export const noCookies = `The browser did not save the sign-in. Allow cookies for this address, then try ` +
    `again.`
export const signedInAgain = ({ name }: { name: Value }) =>
  `Signed in again as ${name}. Unsynced changes are being sent.`
export const welcome = ({ name }: { name: Value }) =>
  `Welcome, ${name}. Everything on this device came along.`
