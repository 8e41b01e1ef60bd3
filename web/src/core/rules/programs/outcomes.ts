/**
 * What a slot's sets came to, and whether a rule's conditions hold. The same as
 * `src/iron/training/programs/outcomes.py`.
 */
import { countsForRules, holdsIn, type Moment, type When } from './model'
import type { LiftState, Performed, Target } from './targets'

export interface Evidence {
  readonly session: string
  readonly slot: string
  readonly set: number
  readonly reps: number
  readonly asked: number
  readonly load: number | null
  readonly id: string
}
type Pair = readonly [Target, Performed | null]

export interface Outcome {
  readonly session: string
  readonly slot: string
  readonly week: number
  readonly stage: number
  readonly sets: number
  readonly made: boolean
  readonly topped: boolean
  readonly pairs: readonly Pair[]
  readonly answers: Readonly<Record<string, string>>
  readonly scale: number
  readonly counts: boolean
}

const SAME = 0.01

export function outcomeOf(
  session: string,
  slot: string,
  week: number,
  state: LiftState,
  targets: readonly Target[],
  performed: readonly Performed[],
  answers: Readonly<Record<string, string>>,
  scale: number,
  counts: boolean,
): Outcome {
  const pairs = targets
    .map((target, place): Pair => [target, performed[place] ?? null])
    .filter(([target]) => countsForRules(target))
  const made = pairs.every(([target, result]) => isMade(target, result, scale))
  const topped = made && pairs.every(([target, result]) => result !== null && result.reps >= target.repsHigh)
  return {
    session,
    slot,
    week,
    stage: state.stage,
    sets: targets.length,
    made,
    topped,
    pairs,
    answers,
    scale,
    counts,
  }
}

/** Whether a set reached its reps with at least the load asked. */
function isMade(target: Target, result: Performed | null, scale: number): boolean {
  if (result === null || result.reps < target.repsLow) return false
  if (result.load === null || target.load === null) return true
  return result.load >= target.load * Math.min(1, scale) - SAME
}

export function evidenceOf(outcome: Outcome): Evidence[] {
  return outcome.pairs.flatMap(([target, performed]) =>
    performed === null
      ? []
      : [
          {
            session: outcome.session,
            slot: outcome.slot,
            set: target.number,
            reps: performed.reps,
            asked: target.repsLow,
            load: performed.load ?? target.load,
            id: performed.id,
          },
        ],
  )
}

/** Whether every condition holds for the outcomes of a session, week or cycle (at least one). */
export function holds(when: When, outcomes: readonly Outcome[], state: LiftState, at: Moment): boolean {
  const last = outcomes[outcomes.length - 1]
  if (!last) return false
  if (when.made !== null && outcomes.every(({ made }) => made) !== when.made) return false
  if (when.topped !== null && outcomes.every(({ topped }) => topped) !== when.topped) return false
  if (when.weeks.length > 0 && !when.weeks.includes(last.week)) return false
  if (when.stages.length > 0 && !when.stages.includes(last.stage)) return false
  if (when.sets && !holdsIn(when.sets, last.sets)) return false
  if (when.failed !== null && state.failed[at] < when.failed) return false
  if (when.madeInARow !== null && state.made[at] < when.madeInARow) return false
  if (when.sum && !holdsIn(when.sum, sumOf(last))) return false
  if (when.question !== null && !when.answers.includes(last.answers[when.question] ?? '')) return false
  return setHolds(when, last)
}

export function sumOf(outcome: Outcome): number {
  return outcome.pairs.reduce((sum, [, performed]) => sum + (performed?.reps ?? 0), 0)
}

function setHolds(when: When, outcome: Outcome): boolean {
  if (!when.reps && !when.over && when.rirLow === null && when.rirHigh === null && when.velocityLoss === null)
    return true
  const pair = chosen(outcome, when.set)
  if (!pair) return false
  const [target, performed] = pair
  if (performed === null)
    return (when.reps !== null || when.over !== null) && repsHold(when, 0, target.repsLow)
  if (!repsHold(when, honest(target, performed, outcome.scale), target.repsLow)) return false
  if (when.rirLow !== null && (performed.rir === null || performed.rir < when.rirLow)) return false
  if (when.rirHigh !== null && (performed.rir === null || performed.rir > when.rirHigh)) return false
  const { velocityLoss } = performed
  return when.velocityLoss === null || (velocityLoss !== null && velocityLoss >= when.velocityLoss)
}

/** The set that a rule names: by number, the last AMRAP, the last, the first or the heaviest. */
function chosen(outcome: Outcome, which: number | string | null): Pair | undefined {
  const { pairs } = outcome
  if (typeof which === 'number') return pairs.find(([target]) => target.number === which)
  const amraps = pairs.filter(([target]) => target.amrap)
  if (which === 'amrap' || (which === null && amraps.length > 0)) return amraps[amraps.length - 1]
  if (which === 'first') return pairs[0]
  if (which === 'top')
    return pairs.reduce<Pair | undefined>(
      (best, pair) => (best && (best[0].load ?? 0) >= (pair[0].load ?? 0) ? best : pair),
      undefined,
    )
  return pairs[pairs.length - 1]
}

/** Reps that count for a rule: those done, but fewer than asked when the load was lighter than asked. */
function honest(target: Target, performed: Performed, scale: number): number {
  const lighter =
    performed.load !== null && target.load !== null &&
    performed.load < target.load * Math.min(1, scale) - SAME
  return lighter ? Math.min(performed.reps, target.repsLow - 1) : performed.reps
}

function repsHold(when: When, reps: number, asked: number): boolean {
  return (!when.reps || holdsIn(when.reps, reps)) && (!when.over || holdsIn(when.over, reps - asked))
}

/** Reps done and asked of the set that a rule names; null where there is no such set. */
export function repsForRule(
  outcome: Outcome,
  which: number | string | null,
): readonly [number, number] | null {
  const pair = chosen(outcome, which)
  if (!pair) return null
  const [target, performed] = pair
  return [performed === null ? 0 : honest(target, performed, outcome.scale), target.repsLow]
}
