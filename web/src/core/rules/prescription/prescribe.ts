/**
 * What to lift next on a line: the first rule that applies names a load, and `settle` holds it to the laws.
 * The
 * twin of `iron.training.prescription.rules`; shared cases: `spec/prescription.json`.
 */

import { AWAY_DAYS, MOST_AT_ONCE, NEW_LINE_SHARE } from '../../generated/tables'
import { loadFor } from '../strength/belief'
import { bestLevel, outlookToday } from './chance'
import { assists, onBody, stepsOf, type Case, type Prescription } from './model'
import { daysBetween } from '../../values/numbers'
import { trackOf } from './patterns'
import { progress, recordOfSteps } from './progress'
import { BY_PROGRAM, heaviestWithin, settle, type Choice, type Scene } from './settle'
import { lost } from '../strength/decay'
import { away, backAgain, deload, depth, firstShare } from './special'
import { meantFor, targetOf } from './target'

type Rule = (scene: Scene) => Choice | null

/** A case never changes, and is asked more than once for one screen. */
const solved = new WeakMap<Case, Prescription>()

/** What to do next on a line, from everything that is known. */
export function prescribe(given: Case): Prescription {
  const before = solved.get(given)
  if (before) return before
  const answer = solve(given)
  solved.set(given, answer)
  return answer
}

function solve(given: Case): Prescription {
  const scene = sceneOf(given)
  for (const rule of [byProgram, depth, newLine, deload, away, lineAgain, backAgain, progress]) {
    const choice = rule(scene)
    if (choice) return settle(scene, choice)
  }
  return settle(scene, { reason: 'unknown', loadKg: null })
}

function sceneOf(given: Case): Scene {
  let track = trackOf(given.sessions, given.k, assists(given))
  const target = targetOf(given, track)
  if (target.isPlanned && track !== null) {
    // Days with a range of their own each go on from their own last session.
    const own = given.sessions.filter((session) => meantFor(session, target))
    if (own.length > 0 || speaksForOtherRanges(given))
      track = own.length > 0 ? trackOf(own, given.k, assists(given)) : null
  }
  const outlook = { ...outlookToday(given), record: recordOfSteps(given, track) }
  return { given, track, target, outlook, beforeKg: null }
}

/** Whether the strength that is known names a load where no session was meant for the plan's range. */
function speaksForOtherRanges(given: Case): boolean {
  const isBare =
    onBody(given) && given.sessions.every(({ sets }) => sets.every(({ load_kg }) => load_kg === 0))
  const hasKilos = given.implements > 0 && !isBare
  return given.wanted?.load_kg == null && hasKilos && given.belief !== null && stepsOf(given).length > 0
}

/** The load that the lifter's program sets stands; the chance is told. */
const byProgram: Rule = ({ given: { wanted } }) =>
  wanted?.load_kg == null ? null : { reason: BY_PROGRAM, loadKg: wanted.load_kg }

/**
 * A line never done, or none of its sessions meant for this range: the exercise's other lines speak. Not far
 * above what its own sessions stand for: how much a grip or a foot position carries is learnt on it.
 */
const newLine: Rule = ({ given, track, target, outlook }) => {
  if (track !== null || given.belief === null || stepsOf(given).length === 0) return null
  const wanted = target.high + target.rir
  let moved = outlook.belief ? loadFor(outlook.belief, wanted, NEW_LINE_SHARE) : 0
  if (given.cap_kg !== null)
    moved = Math.min(moved, (given.cap_kg * (given.k + 9)) / (given.k + wanted - 1))
  if (given.exercise_days !== null && given.exercise_days > AWAY_DAYS) {
    // The belief has lost strength by then; the first session starts with care besides.
    const weeks = given.exercise_days / 7
    moved *= firstShare(weeks) / Math.exp(-lost(weeks))
  }
  const levels = given.sessions.flatMap((session) => bestLevel(session, given.k, 0) ?? [])
  if (levels.length > 0) {
    const most = (Math.exp(Math.max(...levels)) * (given.k + 9)) / (given.k + wanted - 1)
    moved = Math.min(moved, most * MOST_AT_ONCE)
  }
  const reason = given.sessions.length === 0 ? 'new-setup' : 'other-range'
  return { reason, loadKg: heaviestWithin(given, moved) }
}

/** The line rested while the exercise went on, as foot positions do: no break. */
const lineAgain: Rule = ({ given, track, target, outlook }) => {
  const newest = given.sessions.at(-1)
  if (track === null || outlook.belief === null || !newest || stepsOf(given).length === 0) return null
  const days = daysBetween(newest.day, given.on)
  if (days <= AWAY_DAYS * 1.5 || (given.exercise_days ?? 0) > AWAY_DAYS) return null
  const last = track.last.shape.movedKg
  const believed = loadFor(outlook.belief, target.high + target.rir, 0.3)
  // Not below what was done here, not far above it at once.
  const moved = Math.min(Math.max(believed, last), last * MOST_AT_ONCE)
  return { reason: 'line-again', loadKg: heaviestWithin(given, moved), values: { days } }
}
