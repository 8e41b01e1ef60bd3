/**
 * What the log screen works out from what is on the disk: which exercise is next, what it aims at, what a set
 * would be.
 */

import { USUAL_REST_S } from '../../../core/generated/tables'
import { patternOf, setFrom, type Draft, type Touched } from '../../../core/logic/draft'
import type { Fields } from '../../../core/logic/fields'
import { setsWanted } from '../../../core/logic/routine'
import { pairOpen, rounds } from '../../../core/logic/sides'
import { STEP } from '../../../core/logic/strips'
import { ramp } from '../../../core/logic/warm-up'
import { lastKey } from '../../../core/logic/workout'
import { lineKey } from '../../../core/rules/history/lines'
import type { Rack } from '../../../core/rules/loads/plates'
import { loadIn, shown } from '../../../core/rules/loads/units'
import {
  inOrder, kindOf, type Entry, type EntryPlan, type MassUnit, type Measure, type SetKind, type Settings,
  type Setup, type Side, type Target, type WorkoutSet,
} from '../../../core/values/documents'

/** Ways of counting that no ramp leads up to. */
const NO_RAMP: ReadonlySet<string> = new Set(['none', 'assistance', 'band', 'added'])

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

/**
 * How many working sets an entry is meant to have; undefined where nobody knows.
 *
 * @param asked.easy sets that today begins with and that only prepare the work: they come on top
 */
export function plannedSets(
  entry: Entry | undefined, last: readonly WorkoutSet[],
  asked: { program?: number; advice?: number; easy?: number },
): number | undefined {
  if (!entry) return undefined
  const work = entry.plan?.sets ?? asked.advice
  return asked.program ?? (work === undefined ? setsWanted(entry, last) : work + (asked.easy ?? 0))
}

/** Whether as many working sets as planned are done, and no second side is open. */
export function allSetsDone(
  entry: Entry | undefined, planned: number | undefined, before: readonly WorkoutSet[],
): boolean {
  if (!entry || planned === undefined) return false
  return workingRounds(entry) >= planned && !pairOpen(entry.sets, before)
}

/** The next exercise with planned sets ahead, or not begun; those after this one come first. */
export function nextExercise(entries: readonly Entry[], entry: Entry | undefined): Entry | undefined {
  const at = entries.findIndex((other) => other.id === entry?.id)
  const others = [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))]
  return others.find(
    (other) =>
      other.sets.length === 0 || (other.plan?.sets !== undefined && workingRounds(other) < other.plan.sets),
  )
}

/** Whether a partner of a superset still wants sets, `done` having one more than the screen knows. */
export function wantsSet(other: Entry, lifted: Entry): boolean {
  const most = other.plan?.sets
  if (most !== undefined) return workingRounds(other) < most
  return workingRounds(other) <= workingRounds(lifted) + 1
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

/** The warm-up set after one of a load: the next of the list, else the first that is heavier. */
export function stepAfter(ramps: readonly WarmUpStep[], load: number): WarmUpStep | undefined {
  const at = ramps.findIndex((step) => step.load === load)
  return at < 0 ? ramps.find((step) => step.load > load) : ramps[at + 1]
}

/** What the lifter has to do to take a step of the ramp. */
export function warmUpChoice(step: WarmUpStep, unit: MassUnit): Touched {
  return { kind: 'warm-up', load: { value: step.load, unit }, reps: step.reps, rir: null, failure: null }
}

const COUNTED_IN = { reps: 'reps', duration: 'duration_s', distance: 'distance' } as const

/**
 * What has to be chosen before the set can be logged: the load where one belongs to the exercise, then one of
 * what it counts (steps with a time need no count); null when nothing is missing.
 */
export function missingIn({ asks, measures }: Fields, draft: Draft): Measure | null {
  if (asks && draft.load === undefined) return 'load'
  const counted = measures.filter((measure) => measure !== 'load')
  return counted.some((measure) => draft[COUNTED_IN[measure]] !== undefined) ? null : counted[0] ?? null
}

/** Where the numbers of the next set come from. */
export type Source = 'chosen' | 'last-time' | 'today' | 'nowhere'

/** Only numbers that are the same are said to be so. */
export function sourceOf(
  entry: Entry | undefined, touched: Touched, last: readonly WorkoutSet[], draft: Draft | undefined,
): Source {
  const { load, reps, duration_s, distance } = touched
  if ([load, reps, duration_s, distance].some((value) => value !== undefined)) return 'chosen'
  const pattern = entry && draft && patternOf(entry, last, draft.side)
  if (!pattern?.set || !draft) return 'nowhere'
  const before = pattern.set
  const isSame =
    before.reps === draft.reps && before.load?.value === draft.load?.value &&
    before.duration_s === draft.duration_s && before.distance?.value === draft.distance?.value
  return isSame ? pattern.from : 'nowhere'
}

/** Rest after sets that need less than working sets, where nobody set one [s]: a guess. */
const REST_BY_KIND: Partial<Record<SetKind, number>> = { 'warm-up': 60, 'rest-pause': 20 }

/**
 * Rest after a set of an entry [s], 0 for none: its own, else that of the exercise, else that of all
 * exercises; each kind of set has its own. After a drop one rests as after a working set: the drop before
 * which nobody rests ends the rest when it is chosen.
 */
export function restSeconds(
  entry: Entry, settings: Settings | undefined, kind: SetKind = 'working',
): number {
  const own = entry.rest_s ?? settings?.rest_by_exercise?.[entry.exercise]
  const usual = own ?? settings?.rest_s ?? USUAL_REST_S
  if (kind === 'working') return usual
  const chosen = settings?.rest_by_kind
  return chosen?.[entry.exercise]?.[kind] ?? chosen?.['all']?.[kind] ?? REST_BY_KIND[kind] ?? usual
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
