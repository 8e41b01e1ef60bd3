### What proposals for a plan say (web/src/screens/proposals).
proposal = Proposal
the-proposal = The proposal
word-for = A word for { $name } (optional)
decline = Decline
cancel = Cancel
accept = Accept
proposal-missing = This proposal was withdrawn or deleted.
added = { $name } added to your programs. Start it on Plan.
continues = { $name } continues with your changes.
changed = { $name } changed.
withdrawn = Proposal withdrawn.
coach = the coach
plan = Plan
proposals = Proposals
propose = Propose a program
account-why = A reader by link cannot propose anything. Ask for the log to be shared with your account.
choose-other = Choose another one
search = Search
search-example = strength
build-for = Build a program for { $name }
yours = , yours
look-at = Look at { $name }
look = Look
not-here = { $name } is not on this device yet. Open it once while you are online.
not-proposed = { $name } cannot be proposed to { $owner }. { $problem }

## Buttons

undo-accepted = Undo the change
undo-answer = Undo my answer
delete-button = Delete
withdraw = Withdraw

## Messages after an answer

declined-note = Declined.
undo = Undo

## Empty lists

no-proposals-hint = No proposals. Anyone you share your plans with can propose a program or a change.
no-proposals = No proposals yet.
no-match = No program matches your search.
no-programs = The programs are not on this device yet.

## People without a name

this-lifter = this lifter

## What a proposal is about

kind-program = Program
kind-run = Change of the running program
kind-block = Change of the plan

## The state of a proposal

waiting = Waiting for an answer
a-coach = a coach
proposal-of = { $what } from { $author }, { $day }
accepted = Accepted
declined = Declined
accepted-on = Accepted, { $day }
declined-on = Declined, { $day }

## Why a proposal cannot be accepted or taken back

newer = A newer version of Iron wrote this proposal. Reload Iron to read it.
program-odd = This program cannot be accepted. { $problem }
changes-nothing = Your plan has changed since then. This proposal would change nothing in it.
program-edited = You changed this program since you accepted it. Delete it under Plan.
program-gone = The program that this proposal changes was ended or deleted. Decline the proposal, or ask for a new one.
plan-gone = The plan that this proposal changes was ended or deleted. Decline the proposal, or ask for a new one.

## After a proposal was made

sign-in-first = Sign in to make a proposal.
sent-to = Sent to { $owner }.
