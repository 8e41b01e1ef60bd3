/** The actions of the vocabulary. The same as `src/iron/training/programs/changes.py`. */
import type { MassUnit } from '../loads/units'
import { amountIn, holdsIn, setsOf, type Lift, type Program, type Rule, type Then } from './model'
import { evidenceOf, repsForRule, sumOf, type Evidence, type Outcome } from './outcomes'
import { tidy } from './rounding'
import { zeros, type LiftState } from './targets'

/** A change of state: which rule, of what, from what to what, and the sets that were its evidence. */
export interface Change {
  readonly rule: string
  readonly lift: string
  readonly what: string
  readonly old: number | string | null
  readonly new: number | string | null
  readonly evidence: readonly Evidence[]
  readonly session: string
}

/** What actions read and change of a fold. */
interface FoldState {
  readonly program: Program
  readonly states: ReadonlyMap<string, LiftState>
  readonly setting: { readonly unit: MassUnit }
  /** A new number of a lift: a working load is one that can be made. */
  number(lift: Lift, value: number): number
}

const EPLEY = 30

export function apply(
  rule: Rule,
  fold: FoldState,
  id: string,
  outcomes: readonly Outcome[],
  session: string,
): Change[] {
  const [lift, state, last] = [fold.program.lifts.get(id), fold.states.get(id), outcomes[outcomes.length - 1]]
  if (!lift || !state || !last) return []
  const { then } = rule
  const evidence = outcomes.flatMap(evidenceOf)
  const changes: Change[] = []
  const note = (what: string, old: Change['old'], now: Change['new']): void => {
    if (old !== now) changes.push({ rule: rule.name, lift: id, what, old, new: now, evidence, session })
  }
  const [oldStage, oldValue] = [state.stage, state.value]
  if (then.stage) {
    turnStage(then, state, stagesOf(fold.program, id))
    note('stage', oldStage, state.stage)
  }
  const value = newValue(rule, state, last, fold, evidence.length > 0)
  if (value !== null && lift.keeps) {
    const exact = Math.max(0, value)
    state.value = then.deload !== null || then.setMax !== null ? fold.number(lift, exact) : tidy(exact)
    note(lift.keeps, oldValue, state.value)
  }
  if (then.deload !== null || then.stage) [state.failed, state.made] = [zeros(), zeros()]
  if (then.sets !== 0 || then.setsReset) {
    const old = state.extra
    state.extra = newSets(then, fold, id, state, last)
    note('sets', last.sets, last.sets + state.extra - old)
  }
  if (then.rung) {
    const old = state.rung
    state.rung = {
      next: Math.min(Math.max(0, lift.ladder.length - 1), old + 1),
      previous: Math.max(0, old - 1),
      first: 0,
    }[then.rung]
    note('rung', old + 1, state.rung + 1)
  }
  if (then.test) {
    note('test', state.test || null, then.test)
    state.test = then.test
  }
  return changes
}

function turnStage(then: Then, state: LiftState, stages: number): void {
  if (state.value !== null) state.stageLoads.set(state.stage, state.value)
  state.stage = then.stage === 'first' ? 1 : Math.min(stages, state.stage + 1)
  if (then.stageLoad) state.value = state.stageLoads.get(state.stage) ?? state.value
}

function stagesOf(program: Program, lift: string): number {
  const counts = program.days.flatMap(({ slots }) =>
    slots.filter((slot) => slot.lift === lift && slot.by === 'stage').map(({ plans }) => plans.length),
  )
  return counts.length > 0 ? Math.max(...counts) : 1
}

function newValue(
  rule: Rule,
  state: LiftState,
  outcome: Outcome,
  fold: FoldState,
  hasEvidence: boolean,
): number | null {
  const { then } = rule
  if (then.setMax !== null) {
    const lifted = liftedIn(then, outcome)
    return lifted === null ? null : (lifted * then.setMax) / 100
  }
  let value = state.value
  if (value === null) return null
  const unit = fold.setting.unit
  if (then.table.length > 0 || then.perRep) value = byReps(rule, value, outcome, fold)
  if (then.add) value += amountIn(then.add, unit)
  if (then.addPercent !== null) value *= 1 + then.addPercent / 100
  if (then.deload !== null) value *= 1 - then.deload / 100
  return value !== state.value || hasEvidence ? value : null
}

function byReps(rule: Rule, value: number, outcome: Outcome, fold: FoldState): number {
  const { then } = rule
  const pair = repsForRule(outcome, rule.when.set)
  if (!pair) return value
  const [reps, asked] = pair
  if (then.perRep) {
    const more = Math.max(0, reps - asked)
    return (
      value +
      (then.mostReps === null ? more : Math.min(more, then.mostReps)) *
        amountIn(then.perRep, fold.setting.unit)
    )
  }
  const key = { reps, over: reps - asked, sum: sumOf(outcome) }[then.by]
  const row = then.table.find((row) => holdsIn(row.reps, key))
  if (!row) return value
  const added = row.add ? value + amountIn(row.add, fold.setting.unit) : value
  return row.addPercent === null ? added : added * (1 + row.addPercent / 100)
}

/** The heaviest load of a made set, or the best 1RM that the sets say (Epley); null when there is none. */
function liftedIn(then: Then, outcome: Outcome): number | null {
  const amounts = outcome.pairs.flatMap(([target, performed]) => {
    const load = performed && performed.reps >= 1 ? (performed.load ?? target.load) : null
    if (performed === null || load === null) return []
    if (then.source === 'estimate') return [performed.reps > 1 ? load * (1 + performed.reps / EPLEY) : load]
    return performed.reps >= target.repsLow ? [load] : []
  })
  return amounts.length > 0 ? Math.max(...amounts) : null
}

function newSets(then: Then, fold: FoldState, id: string, state: LiftState, outcome: Outcome): number {
  if (then.setsReset) return 0
  const base = outcome.sets - state.extra
  const count = Math.min(then.most, Math.max(then.least, base + state.extra + then.sets))
  return then.sets > 0 && !hasRoom(fold, id, outcome.week) ? state.extra : count - base
}

/** Whether the muscle of a lift may take one set more in a week. */
function hasRoom(fold: FoldState, id: string, week: number): boolean {
  const { program } = fold
  const muscle = program.lifts.get(id)?.muscle ?? ''
  const limit = program.muscleLimits[muscle]
  if (limit === undefined) return true
  let total = 0
  for (const day of program.days) {
    if (day.weeks && !day.weeks.includes(week)) continue
    for (const slot of day.slots) {
      const state = fold.states.get(slot.lift)
      if (!slot.counts || !state || program.lifts.get(slot.lift)?.muscle !== muscle) continue
      const sets = setsOf(slot, week, state.stage)
      if (sets?.length) total += sets.length + state.extra
    }
  }
  return total < limit
}
