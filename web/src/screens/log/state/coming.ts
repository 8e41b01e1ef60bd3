/** The next set, once a program and the engine have spoken: one value, as the hand is. */

import type { Draft } from '../../../core/logic/draft'
import { setRows, type SetRow } from '../../../core/logic/log/set-rows'
import { lineOf } from '../../../core/rules/history/lines'
import { loggedAs } from '../../../core/rules/programs/targets'
import { sideOf, type MassUnit, type Target, type WorkoutSet } from '../../../core/values/documents'
import { chosen } from './choices'
import type { Hand } from './hand'
import { onMark } from './loading'
import { targetOf, type Advised, type AdviceShown } from './next-advice.svelte'
import {
  allSetsDone, plannedSets, plannedTarget, sourceOf, warmUpSteps, type Source, type WarmUpStep,
} from './next-set'
import { programTarget, writtenWarmUps, type Programmed } from './program-targets'
import { comingSet, lateSet, type Known } from './with-advice'

/** What speaks for the next set besides its history. */
export interface Guidance {
  /** What a running program asks; null outside of one. */
  readonly programmed: Programmed | null
  readonly advised: Advised | null
  /** The advice came after the numbers of the card were final. */
  readonly isLate: boolean
  readonly unit: MassUnit
  /** Sets of the exercise's newest earlier entry. */
  readonly before: readonly WorkoutSet[]
  /** Variables that split lines. */
  readonly splitting: readonly string[]
}

export interface Coming {
  readonly draft: Draft | undefined
  /** The same as advice has it that came after the numbers of the card. */
  readonly late: Draft | null
  /** The advice where it speaks for the set on the card. */
  readonly advisedNow: Advised | null
  /** The advised load as the plates or the stack make it; undefined without one. */
  readonly advised: number | undefined
  /** It is the set that the program asks for, and none that the lifter puts in before it. */
  readonly isAsked: boolean
  /** What it is meant to be: as advised, else as planned. */
  readonly target: Target | undefined
  /** Working sets that the exercise is meant to have, per side; undefined where nobody knows. */
  readonly planned: number | undefined
  /** The sets of the usual day where they differ in load; null where a program says what to do. */
  readonly usualDay: AdviceShown['day']
  /** As many working sets as planned are done. */
  readonly full: boolean
  /** The sets of the exercise beside those of last time. */
  readonly rows: readonly SetRow[]
  /** The warm-up sets that are still ahead of the first working set. */
  readonly ramps: readonly WarmUpStep[]
  /** Where the numbers on the card come from. */
  readonly from: Source
}

/** Work out the next set of the exercise in hand. */
export function comingOf(hand: Hand, guidance: Guidance): Coming {
  const { entry, proposed, choice } = hand
  const { programmed, unit, isLate } = guidance
  const marked = (load: number) => onMark(load, hand.rack, unit)
  // A program's own hold or carry stands; a load that it leaves open is the engine's.
  const advised = programmed && !guidance.advised?.solved ? null : guidance.advised
  const known: Known = { advised, isLate, unit, isRepeated: hand.isRepeated, marked }
  const working = proposed && comingSet(proposed, programmed, known)
  const draft = working && chosen(working, choice)
  const advisedNow = draft?.kind === 'working' && programmed?.target.load == null ? advised : null
  const isAsked = programmed !== null && choice.detour === null && draft !== undefined
  // Advice that came before the numbers were final: what the one tap does rests on no other.
  const inTime = isLate ? null : guidance.advised
  const planned = plannedSets(entry, hand.lastWorking, {
    ...(programmed ? { program: programmed.count } : {}),
    ...(inTime ? { advice: inTime.advice.sets } : {}), easy: hand.easyToday,
  })
  return {
    draft, advisedNow, isAsked, planned,
    late: proposed && draft && advisedNow ? lateSet(proposed, draft, known) : null,
    advised: advisedNow?.load == null ? undefined : marked(advisedNow.load),
    target: isAsked && programmed
      ? programTarget(programmed)
      : targetWithout(advisedNow, hand, { draft, unit, marked }),
    usualDay: programmed ? null : (inTime?.advice.day ?? null),
    full: !programmed && allSetsDone(entry, planned, guidance.before),
    rows: rowsOf(hand, draft, planned, guidance),
    ramps: rampsOf(hand, working, guidance),
    from: sourceOf(entry, hand.touched, hand.lastWorking, draft),
  }
}

/** The target where no program asks for one. */
function targetWithout(
  advisedNow: Advised | null, { aim }: Hand,
  { draft, unit, marked }: { draft: Draft | undefined; unit: MassUnit; marked: (load: number) => number },
): Target | undefined {
  if (!advisedNow) return aim && draft?.kind === 'working' ? plannedTarget(aim) : undefined
  const target = targetOf(advisedNow, unit)
  if (!target?.load) return target
  return { ...target, load: { ...target.load, value: marked(target.load.value) } }
}

function rowsOf(
  { entry, side, line, lastWorking }: Hand, draft: Draft | undefined, planned: number | undefined,
  { programmed, splitting }: Guidance,
): readonly SetRow[] {
  if (!entry) return []
  const coming = draft
    ? {
        kind: draft.kind, side: draft.side, planned,
        ...(programmed ? { asked: { kinds: programmed.sets.map(loggedAs), at: programmed.at } } : {}),
      }
    : null
  const isComparable = (set: WorkoutSet) => sideOf(set) !== side || lineOf(entry, set, splitting) === line
  return setRows(entry, lastWorking, coming, isComparable)
}

function rampsOf(
  { entry, choice, meaning, fields, rack }: Hand, working: Draft | undefined, { programmed, unit }: Guidance,
): readonly WarmUpStep[] {
  const written = programmed && entry && writtenWarmUps(programmed, entry)
  if (written) return written
  const load = choice.touched.load ?? working?.load
  return warmUpSteps(entry, load, meaning, fields.measures.includes('reps'), rack, unit)
}
