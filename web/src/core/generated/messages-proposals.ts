/** Written by `make generated` from content/messages/en/proposals.ftl: change that file. */

type Value = string | number

export const proposal = `Proposal`
export const theProposal = `The proposal`
export const wordFor = ({ name }: { name: Value }) =>
  `A word for ${name} (optional)`
export const decline = `Decline`
export const cancel = `Cancel`
export const accept = `Accept`
export const proposalMissing = `This proposal was withdrawn or deleted.`
export const added = ({ name }: { name: Value }) =>
  `${name} added to your programs. Start it on Plan.`
export const continues = ({ name }: { name: Value }) =>
  `${name} continues with your changes.`
export const changed = ({ name }: { name: Value }) =>
  `${name} changed.`
export const withdrawn = `Proposal withdrawn.`
export const coach = `the coach`
export const plan = `Plan`
export const proposals = `Proposals`
export const propose = `Propose a program`
export const accountWhy = `A reader by link cannot propose anything. Ask for the log to be shared with ` +
    `your account.`
export const chooseOther = `Choose another one`
export const search = `Search`
export const searchExample = `strength`
export const buildFor = ({ name }: { name: Value }) =>
  `Build a program for ${name}`
export const yours = `, yours`
export const lookAt = ({ name }: { name: Value }) =>
  `Look at ${name}`
export const look = `Look`
export const notHere = ({ name }: { name: Value }) =>
  `${name} is not on this device yet. Open it once while you are online.`
export const notProposed = ({ name, owner, problem }: { name: Value; owner: Value; problem: Value }) =>
  `${name} cannot be proposed to ${owner}. ${problem}`
export const undoAccepted = `Undo the change`
export const undoAnswer = `Undo my answer`
export const deleteButton = `Delete`
export const withdraw = `Withdraw`
export const declinedNote = `Declined.`
export const undo = `Undo`
export const noProposalsHint = `No proposals. Anyone you share your plans with can propose a program or a ` +
    `change.`
export const noProposals = `No proposals yet.`
export const noMatch = `No program matches your search.`
export const noPrograms = `The programs are not on this device yet.`
export const thisLifter = `this lifter`
export const kindProgram = `Program`
export const kindRun = `Change of the running program`
export const kindBlock = `Change of the plan`
export const waiting = `Waiting for an answer`
export const aCoach = `a coach`
export const proposalOf = ({ what, author, day }: { what: Value; author: Value; day: Value }) =>
  `${what} from ${author}, ${day}`
export const accepted = `Accepted`
export const declined = `Declined`
export const acceptedOn = ({ day }: { day: Value }) =>
  `Accepted, ${day}`
export const declinedOn = ({ day }: { day: Value }) =>
  `Declined, ${day}`
export const newer = `A newer version of Iron wrote this proposal. Reload Iron to read it.`
export const programOdd = ({ problem }: { problem: Value }) =>
  `This program cannot be accepted. ${problem}`
export const changesNothing = `Your plan has changed since then. This proposal would change nothing in it.`
export const programEdited = `You changed this program since you accepted it. Delete it under Plan.`
export const programGone = `The program that this proposal changes was ended or deleted. Decline the ` +
    `proposal, or ask for a new one.`
export const planGone = `The plan that this proposal changes was ended or deleted. Decline the proposal, ` +
    `or ask for a new one.`
export const signInFirst = `Sign in to make a proposal.`
export const sentTo = ({ owner }: { owner: Value }) =>
  `Sent to ${owner}.`
