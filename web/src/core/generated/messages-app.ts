/** Written by `make generated` from content/messages/en/app.ftl: change that file. */

import { isSingular } from './plural'

type Value = string | number

export const notices = `Notices`
export const newVersion = `A new version is ready.`
export const reload = `Reload`
export const storageSlow = `This device's storage does not respond. Close other Iron tabs. If that does ` +
    `not help, restart the browser.`
export const signedOut = `You were signed out. Your log stays on this device.`
export const signIn = `Sign in`
export const valuesReplaced = ({ values }: { values: Value }) =>
  `${isSingular(values) ? `One value was replaced.` : `${values} values were replaced.`}`
export const seeValues = `See what`
export const commented = ({ author }: { author: Value }) =>
  `${author} commented on a workout of yours.`
export const seeComment = `See comment`
export const proposesProgram = ({ author }: { author: Value }) =>
  `${author} proposes a program.`
export const proposesChange = ({ author }: { author: Value }) =>
  `${author} proposes a change of your plan.`
export const seeProposal = `See proposal`
export const somebody = `Somebody`
export const demoData = `Demo data: made-up training, never synced.`
export const remove = `Remove`
export const running = `Running workout`
export const runningOpen = ({ name }: { name: Value }) =>
  `Running workout: ${name}. Open the log`
export const restOver = `Rest over`
export const restLeft = ({ time }: { time: Value }) =>
  `Rest ${time}`
export const whose = `Whose log this is`
export const readOnly = ({ owner }: { owner: Value }) =>
  `${owner}’s log, read only`
export const asOf = ({ time }: { time: Value }) =>
  `As of ${time}`
export const offlineAsOf = ({ time }: { time: Value }) =>
  `Offline, as of ${time}`
export const body = `Body`
export const close = `Close`
export const main = `Main`
export const tab = {
  'today': `Today`,
  'history': `History`,
  'growth': `Growth`,
  'plan': `Plan`,
  'library': `Library`,
  'me': `Me`,
} as const
export const notHere = `This screen is not on this device yet`
export const notHereWhy = `Open it once while you are online. Logging works offline.`
export const notFound = `Page not found`
export const notFoundWhy = `This address does not exist in Iron.`
export const toToday = `Go to Today`
export const stopped = `This screen stopped`
export const stoppedWhy = `Something went wrong in the app. What you logged is stored. Open the screen ` +
    `again; if it stops again, report the text below.`
export const openAgain = `Open again`
