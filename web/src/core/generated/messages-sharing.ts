/** Written by `make generated` from content/messages/en/sharing.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const openLog = ({ name }: { name: Value }) =>
  `Open the log of ${name}`
export const needsOf = ({ name }: { name: Value }) =>
  `What needs you in the log of ${name}`
export const needsNothing = `Nothing needs you.`
export const removeLog = ({ name }: { name: Value }) =>
  `Remove the log of ${name}`
export const remove = `Remove`
export const waiting = `Waiting for your answer`
export const pausedPain = `Plan paused for pain`
export const since = ({ day }: { day: Value }) =>
  `since ${day}`
export const missed = ({ day }: { day: Value }) =>
  `Missed: ${day}`
export const noWorkoutFor = ({ days }: { days: Value }) =>
  `No workout for ${isSingular(days) ? `1 day` : `${days} days`}`
export const stalled = ({ name }: { name: Value }) =>
  `Stalled: ${name}`
export const newRecord = ({ name }: { name: Value }) =>
  `New PR: ${name}`
export const noWorkouts = `No workouts yet`
export const trainedToday = `Trained today`
export const lastWorkout = ({ days }: { days: Value }) =>
  `Last workout ${isSingular(days) ? `1 day` : `${days} days`} ago`
export const lifters = `Lifters`
export const invitationFrom = ({ name }: { name: Value }) =>
  `Invitation from ${name}`
export const invitationText = ({ name }: { name: Value }) =>
  `${name} wants to share a log with you`
export const accept = `Accept`
export const decline = `Decline`
export const markedNotShared = `Days marked for illness, travel or pain are not shared, so they do not ` +
    `show here. A plan that is paused for pain shows where plans are shared.`
export const offlineCopy = `What you opened stays on this device for reading offline, apart from your own ` +
    `log. It is deleted when sharing ends or you sign out.`
export const shareOwn = `Share your own log`
export const shareLog = `Share your log`
export const shareWith = `Share with`
export const whatRead = `What they can read`
export const howLong = `How long`
export const untilStopped = `Until I stop it`
export const oneWeek = `1 week`
export const thirtyDays = `30 days`
export const ninetyDays = `90 days`
export const oneYear = `1 year`
export const sharedTitle = `A shared log`
export const tryAgain = `Try again`
export const opening = `Opening…`
export const title = `Sharing`
export const yourLink = `Your link`
export const linkOnce = `The link is shown only once. Whoever has it can read what you chose.`
export const copyLink = `Copy link`
export const done = `Done`
export const whoCanSee = `Who can see your log`
export const nobody = `Nobody but you.`
export const byLink = `, link`
export const stopSharing = ({ name }: { name: Value }) =>
  `Stop sharing with ${name}`
export const stopWarning = `When you stop, nothing new can be read, and the copy on the other device is ` +
    `deleted the next time it is online.`
export const accountWhy = `Sharing needs an account, because others read your log through the server.`
export const signIn = `Sign in`
export const proposalsWhere = `What others propose for your plan:`
export const liftersWhere = `Logs that others share with you:`
export const proposals = `Proposals`
export const linkCopied = `Link copied.`
export const copyRefused = `The browser blocked copying. Select the link and copy it yourself.`
export const lastRead = ({ day }: { day: Value }) =>
  `last read ${day}`
export const notRead = `not read yet`
export const notAccepted = `not accepted yet`
export const notSent = ({ name }: { name: Value }) =>
  `Not sent to ${name}`
export const sharingEnded = `Sharing ended before this could be sent.`
export const saveProgram = `Save the program`
export const copy = `Copy`
export const deleteButton = `Delete`
export const copyRefusedText = `The browser blocked copying. Select the text and copy it yourself.`
export const programSaved = `Saved to your programs.`
export const loading = `Loading…`
export const open = `Open`
export const liftersSubtitle = `Logs that others share with you.`
export const nobodySignedOut = `Open a link somebody sent you, or sign in to see what is shared with your ` +
    `account.`
export const person = `A person here`
export const personName = `Their name on this server`
export const linkName = `Name of the link, for you`
export const linkExample = `Physio`
export const share = `Share`
export const createLink = `Create link`
export const sharingSubtitle = `Let a coach or a training partner read your log.`
export const stop = `Stop`
export const copied = `Copied.`
export const partTraining = `Training`
export const partTrainingNote = `Workouts and notes, your exercises, machines and gyms`
export const partPlans = `Plans`
export const partPlansNote = `Programs and plans`
export const partBody = `Body data`
export const partBodyNote = `Weight and measurements. Photos never leave your device.`
export const noEnd = `no end date`
export const ended = ({ day }: { day: Value }) =>
  `ended ${day}`
export const until = ({ day }: { day: Value }) =>
  `until ${day}`
export const nobodyShares = `Nobody shares a log with you yet. Another lifter on this server can share ` +
    `with you under Me, Sharing.`
export const anyoneLink = `Anyone with a link`
