/**
 * What the log screen works out from what is on the disk: which exercise is next, what it aims at, what a set
 * would be.
 */

import { patternOf, setFrom, type Draft, type Touched } from '../../../core/logic/draft'
import { setsWanted } from '../../../core/logic/routine'
import { pairOpen, rounds } from '../../../core/logic/sides'
import { STEP } from '../../../core/logic/strips'
import { ramp } from '../../../core/logic/warm-up'
import { lastKey } from '../../../core/logic/workout'
import { lineKey } from '../../../core/rules/history/lines'
import type { Rack } from '../../../core/rules/loads/plates'
import { loadIn, shown } from '../../../core/rules/loads/units'
import {
  inOrder, kindOf, type Entry, type EntryPlan, type MassUnit, type Settings, type Setup, type Side,
  type Target, type WorkoutSet,
} from '../../../core/values/documents'

/** Rest when nobody set one [s]; a guess between the usual two and three minutes. */
export const REST_S = 150

/** Ways of counting that no ramp leads up to. */
const NO_RAMP: ReadonlySet<string> = new Set(['none', 'assistance', 'band', 'added'])

/** The entry the lifter is at: the one with the newest set; before the first set, the first. */
export function newestEntry(entries: readonly Entry[]): Entry | undefined {
  const newest = (entry: Entry) => entry.sets.map((set) => set.done_at ?? '').sort().at(-1) ?? ''
  return [...entries].sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0))[0]
}

/** The line of the next set: exercise, machine, side and the setup that splits lines. */
export function lineOfNext(
  entry: Entry, before: readonly WorkoutSet[], side: Side, chosen: Setup | null | undefined,
  splitting: readonly string[],
): string {
  const from = inOrder(entry.sets).at(-1) ?? before.at(-1)
  // The plan's setup holds until the entry has a set of its own.
  const setup = entry.sets.length > 0 ? from?.setup : { ...from?.setup, ...entry.plan?.setup }
  return lineKey(entry.exercise, entry.machine?.id ?? null, side, chosen ?? setup ?? {}, splitting)
}

/** What the entry aims at: its plan, else the lifter's usual range of repetitions. */
export function aimOf(entry: Entry | undefined, settings: Settings | undefined): EntryPlan | undefined {
  const usual = entry && settings?.reps_by_exercise?.[entry.exercise]
  return entry?.plan ?? (usual ? { reps_low: usual[0], reps_high: usual[1] } : undefined)
}

export function workingRounds(entry: Entry): number {
  return rounds(entry.sets.filter((set) => kindOf(set) === 'working'))
}

/** Whether as many working sets as planned are done, and no second side is open. */
export function allSetsDone(
  entry: Entry | undefined, last: readonly WorkoutSet[], before: readonly WorkoutSet[],
): boolean {
  if (!entry) return false
  const planned = setsWanted(entry, last)
  return planned !== undefined && workingRounds(entry) >= planned && !pairOpen(entry.sets, before)
}

/** The next exercise that has not begun, after this one first. */
export function nextExercise(entries: readonly Entry[], entry: Entry | undefined): Entry | undefined {
  const at = entries.findIndex((other) => other.id === entry?.id)
  return [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))].find(
    (other) => other.sets.length === 0,
  )
}

/** Whether a partner of a superset still wants sets, `done` having one more than the screen knows. */
export function wantsSet(other: Entry, done: Entry): boolean {
  const most = other.plan?.sets
  if (most !== undefined) return workingRounds(other) < most
  return workingRounds(other) <= workingRounds(done) + 1
}

export interface WarmUpStep { load: number; reps: number }

/** The warm-up sets that are still ahead of the first working set; none where no load leads up to one. */
export function warmUpSteps(
  entry: Entry | undefined, working: Draft['load'], meaning: string, countsReps: boolean, rack: Rack | null,
  unit: MassUnit,
): WarmUpStep[] {
  if (!entry || !working || !countsReps || NO_RAMP.has(meaning)) return []
  if (!entry.sets.every((set) => kindOf(set) === 'warm-up')) return []
  const lifted = Math.max(-1, ...entry.sets.map((set) => (set.load ? loadIn(set.load, unit) : 0)))
  return ramp(shown(loadIn(working, unit)), rack, STEP[unit]).filter((step) => step.load > lifted)
}

/** What the lifter has to do to take a step of the ramp. */
export function warmUpChoice(step: WarmUpStep, unit: MassUnit): Touched {
  return { kind: 'warm-up', load: { value: step.load, unit }, reps: step.reps, rir: null, failure: null }
}

/** Where the numbers on the card come from, in words. */
export function sourceWords(
  entry: Entry | undefined, touched: Touched, last: readonly WorkoutSet[], side: Side,
): string {
  if (touched.load !== undefined || touched.reps !== undefined) return 'changed by you'
  const from = entry && patternOf(entry, last, side).from
  return from === 'last-time' ? 'as last time' : from === 'today' ? 'as the set before' : ''
}

/** Rest after a set of an entry [s]: its own, else that of the exercise, else that of the lifter. */
export function restSeconds(entry: Entry, settings: Settings | undefined): number {
  return entry.rest_s ?? settings?.rest_by_exercise?.[entry.exercise] ?? settings?.rest_s ?? REST_S
}

/** The target that a plan alone gives a set. */
export function plannedTarget({ reps_low, reps_high, rir }: EntryPlan): Target {
  return {
    ...(reps_low === undefined ? {} : { reps_low }), ...(reps_high === undefined ? {} : { reps_high }),
    ...(rir === undefined ? {} : { rir }),
  }
}

/**
 * The set that logging a draft makes; `doneAt` is undefined for a workout of the past, whose sets have no
 * time.
 */
export function setOf(entry: Entry, draft: Draft, id: string, doneAt: string | undefined): WorkoutSet {
  return setFrom(draft, {
    id, order: lastKey(entry.sets), ...(doneAt === undefined ? {} : { done_at: doneAt }),
  })
}
