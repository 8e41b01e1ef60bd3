/** Written by `make generated` from content/messages/en/assistant.ftl: change that file. */

type Value = string | number

export const title = `Connect an assistant`
export const signInWhy = `An assistant asks for access to your training log. Sign in to see what it asks ` +
    `for, and to decide.`
export const signIn = `Sign in`
export const answerGoesTo = ({ program }: { program: Value }) =>
  `Your answer goes to the program ${program} on this device. Continue there.`
export const openProgram = ({ program }: { program: Value }) =>
  `Open ${program}`
export const asksForAccess = ({ assistant, lifter }: { assistant: Value; lifter: Value }) =>
  `${assistant} asks for access to the training log of ${lifter}.`
export const answerOpens = ({ program }: { program: Value }) =>
  `Your answer opens the program ${program} on this device.`
export const accessGoesTo = ({ place }: { place: Value }) =>
  `The access goes to ${place}.`
export const access = `Access`
export const canRead = `It can read your workouts, records, body measurements and plan.`
export const canLog = `It can log sets and body weight, start a program, and undo what it did.`
export const cannotChange = `It cannot change anything.`
export const cannotAccount = `It cannot see or change your account, your password or your sharing.`
export const nameGiven = `The name is what the assistant calls itself.`
export const takeAway = `You can remove the access at any time under Me, Connections.`
export const allowDevice = `Allow it only if you started this yourself, in a program of yours on this device.`
export const allowComputer = `Allow it only if you started this yourself, on this computer.`
export const allowTrust = ({ place }: { place: Value }) =>
  `Allow it only if you started this yourself and trust ${place}.`
export const allow = `Allow`
export const refuse = `Do not allow`
export const connections = `Connections`
export const thisComputer = `a program on this computer`
export const read = `Read`
export const readAndLog = `Read and log`
