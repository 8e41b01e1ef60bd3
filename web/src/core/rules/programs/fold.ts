/**
 * State of a program as a fold over what was lifted. The same as `src/iron/training/programs/fold.py`; cases
 * are the files of `spec/programs`. Nothing is stored: the same sets give the same state on every device.
 */
import type { MassUnit } from '../loads/units'
import { apply, type Change } from './changes'
import {
  amountIn,
  countsForRules,
  nextPlace,
  type Lift,
  type Moment,
  type Place,
  type Program,
  type Rule,
  type Slot,
} from './model'
import { holds, outcomeOf, type Outcome } from './outcomes'
import { roundTo, tidy, usualGrid, type Grid, type Rack } from './rounding'
import {
  copyOf,
  newState,
  ownSets, slotTargets,
  type LiftState,
  type Performed,
  type Session,
  type SlotTargets,
  type Target,
} from './targets'

export interface Setting {
  readonly unit: MassUnit
  /** What the lifter typed for each lift, before `take`. */
  readonly asked: Readonly<Record<string, number>>
  /** What the load of an exercise means (docs/documents.md). */
  readonly meaning: (exercise: string) => string
  readonly grids: ReadonlyMap<string, Grid>
}

/** Codes that stand for a rule: the load that was lifted counts, or the number was typed. */
const AS_LIFTED = 'rule-as-lifted'
const TYPED = 'rule-typed'
const SAME = 0.01

export class Fold {
  readonly states = new Map<string, LiftState>()
  readonly changes: Change[] = []
  place: Place | null
  sessions = 0
  private open: Record<'week' | 'cycle', Map<string, Outcome[]>> = { week: new Map(), cycle: new Map() }
  /** The session that was done last, and its date; '' where nobody knows it. */
  last: Place | null = null
  lastOn = ''
  private closed = new Set<string>()
  private gym: Rack | undefined
  private machines: ReadonlyMap<string, Grid> = new Map()

  constructor(
    public program: Program,
    readonly setting: Setting,
  ) {
    this.place = nextPlace(program, null)
    for (const [id, lift] of program.lifts) {
      const state = newState()
      const asked = setting.asked[id]
      if (asked !== undefined && lift.keeps) state.value = this.number(lift, (asked * lift.take) / 100)
      else if (lift.start && lift.keeps) state.value = tidy(amountIn(lift.start, setting.unit))
      this.states.set(id, state)
    }
  }

  /** A fold of the same state that can be played on without changing this one; `changes` begin anew. */
  copy(): Fold {
    const copy = new Fold(this.program, this.setting)
    copy.states.clear()
    for (const [id, state] of this.states) copy.states.set(id, copyOf(state))
    copy.place = this.place
    copy.sessions = this.sessions
    copy.last = this.last
    copy.lastOn = this.lastOn
    for (const moment of ['week', 'cycle'] as const)
      for (const [lift, outcomes] of this.open[moment]) copy.open[moment].set(lift, [...outcomes])
    copy.closed = new Set(this.closed)
    ;[copy.gym, copy.machines] = [this.gym, this.machines]
    return copy
  }

  /** A new number of a lift: a working load is one that can be made, a max is exact. */
  number(lift: Lift, value: number): number {
    return lift.keeps === 'load' ? roundTo(this.grid(lift.exercise), value, lift.rounding) : tidy(value)
  }

  /** The loads that can be made for an exercise where the last session was. */
  grid = (exercise: string): Grid =>
    this.machines.get(exercise) ??
    this.gym?.(exercise) ??
    this.setting.grids.get(exercise) ??
    usualGrid(this.setting.meaning(exercise), this.setting.unit)

  /** Go on with the loads of the gym and the machines of a session. */
  arrive({ gym, grids }: Pick<Session, 'gym' | 'grids'>): void {
    if (gym && gym !== this.gym) [this.gym, this.machines] = [gym, new Map()]
    if (grids.size > 0) this.machines = new Map([...this.machines, ...grids])
  }

  /** Go on with another text of the program: lifts of the same id keep their state. */
  revise(program: Program): void {
    for (const [id, lift] of program.lifts) {
      const state = this.states.get(id) ?? newState()
      if (state.value === null && lift.start && lift.keeps)
        state.value = tidy(amountIn(lift.start, this.setting.unit))
      this.states.set(id, state)
    }
    this.program = program
    this.place = nextPlace(program, this.last)
  }

  /** Take a number that the lifter typed after the start. */
  typed(id: string, liftId: string, value: number): void {
    const [lift, state] = [this.program.lifts.get(liftId), this.states.get(liftId)]
    if (!lift?.keeps || !state) return
    const now = this.number(lift, (value * lift.take) / 100)
    if (now !== state.value) this.note(TYPED, lift, state.value, now, id)
    state.value = now
    state.test = ''
  }

  /** Take one training day. */
  session(session: Session): void {
    this.arrive(session)
    const { place } = session
    if (this.last && (this.last.cycle !== place.cycle || this.last.week !== place.week))
      this.close(this.last, place)
    const day = this.program.days[place.day]
    if (day) {
      for (const [lift, outcomes] of this.outcomes(session, day.slots)) {
        this.count('session', lift, outcomes)
        this.run('session', lift, outcomes, session.id)
        for (const moment of ['week', 'cycle'] as const) {
          if (!this.program.rules.has(`${lift}|${moment}`)) continue
          this.open[moment].set(lift, [...(this.open[moment].get(lift) ?? []), ...outcomes])
        }
      }
    }
    this.last = place
    this.lastOn = session.on ?? ''
    this.sessions += 1
    this.place = nextPlace(this.program, place)
    if (!this.place || this.place.cycle !== place.cycle || this.place.week !== place.week)
      this.close(place, this.place)
  }

  /** The targets of a session in today's state; `done` are sets of today by slot. */
  targets(place: Place, performed: ReadonlyMap<string, readonly Performed[]> = new Map()): SlotTargets[] {
    return (this.program.days[place.day]?.slots ?? []).flatMap((slot) => {
      const row = this.slot(slot, place, performed.get(slot.id) ?? [])
      return row ? [row] : []
    })
  }

  private slot(
    slot: Slot,
    place: Place,
    performed: readonly Performed[],
  ): SlotTargets | null {
    return slotTargets(this.program, slot, place, this.states, this.setting.unit, this.grid, performed)
  }

  private outcomes(session: Session, slots: readonly Slot[]): Map<string, Outcome[]> {
    const outcomes = new Map<string, Outcome[]>()
    const before = new Map([...this.states].map(([id, { value }]) => [id, value]))
    for (const slot of slots) {
      if (!slot.counts && !this.program.watched.has(slot.id)) continue
      const given = session.results.get(slot.id)
      const state = this.states.get(slot.lift)
      const wanted = given?.length ? this.slot(slot, session.place, given) : null
      if (!given || !state || !wanted) continue
      const performed = ownSets(wanted.sets, wanted.alternatives, given)
      if (performed.length === 0) continue
      if (wanted.sets.some(({ test }) => test)) {
        this.tested(slot, performed, wanted.sets, session.id)
        continue
      }
      const scale = this.asLifted(slot, wanted.sets, performed, before.get(slot.lift) ?? null, session.id)
      const outcome = outcomeOf(
        session.id,
        slot.id,
        session.place.week,
        state,
        wanted.sets,
        performed,
        session.answers,
        scale,
        slot.counts,
      )
      outcomes.set(slot.lift, [...(outcomes.get(slot.lift) ?? []), outcome])
    }
    return outcomes
  }

  /** A working load follows the bar: the heaviest counted set moves it when another load was lifted. */
  private asLifted(
    slot: Slot,
    targets: readonly Target[],
    performed: readonly Performed[],
    value: number | null,
    session: string,
  ): number {
    const [lift, state] = [this.program.lifts.get(slot.lift), this.states.get(slot.lift)]
    if (lift?.keeps !== 'load' || !state || !slot.counts) return 1
    let lifted: number | null = null
    let exact: number | null = null
    for (const [at, target] of targets.entries()) {
      const load = performed[at]?.load ?? null
      if (load !== null && countsForRules(target) && (lifted === null || load > lifted))
        [lifted, exact] = [load, target.exact]
    }
    if (lifted === null) return 1
    const loads = targets.flatMap((target) =>
      countsForRules(target) && target.load !== null ? [target.load] : [],
    )
    const top = loads.length > 0 ? Math.max(...loads) : null
    let now = lifted
    if (top !== null) {
      if (Math.abs(lifted - top) <= SAME || !exact) return 1
      now = tidy(((value ?? 0) * lifted) / top)
    }
    this.note(AS_LIFTED, lift, state.value, now, session)
    state.value = now
    return top ? lifted / top : 1
  }

  private tested(
    slot: Slot, performed: readonly Performed[], targets: readonly Target[], session: string,
  ): void {
    const [lift, state, target] = [this.program.lifts.get(slot.lift), this.states.get(slot.lift), targets[0]]
    if (!lift || !state || !target) return
    const loads = performed
      .flatMap((result) => (result.reps >= target.repsLow ? [result.load ?? target.load] : []))
      .filter((load) => load !== null)
    if (loads.length > 0) {
      const now = this.number(lift, (Math.max(...loads) * lift.take) / 100)
      this.note(
        `Test of ${target.test.slice(0, -2)} rep${target.repsLow === 1 ? '' : 's'}`,
        lift,
        state.value,
        now,
        session,
      )
      state.value = now
    }
    state.test = ''
  }

  private note(rule: string, lift: Lift, old: number | null, now: number, session: string): void {
    this.changes.push({ rule, lift: lift.id, what: lift.keeps, old, new: now, evidence: [], session })
  }

  private count(moment: Moment, lift: string, outcomes: readonly Outcome[]): void {
    const counted = outcomes.filter(({ counts }) => counts)
    const state = this.states.get(lift)
    if (counted.length === 0 || !state) return
    const [up, down] = counted.every(({ made }) => made)
      ? [state.made, state.failed]
      : [state.failed, state.made]
    up[moment] += 1
    down[moment] = 0
  }

  private run(moment: Moment, lift: string, outcomes: readonly Outcome[], session: string): void {
    const state = this.states.get(lift)
    if (!state) return
    const fired: [Rule, Outcome[]][] = []
    for (const rule of this.program.rules.get(`${lift}|${moment}`) ?? []) {
      const seen = outcomes.filter(({ slot, counts }) =>
        rule.slots.length > 0 ? rule.slots.includes(slot) : counts,
      )
      if (seen.length > 0 && holds(rule.when, seen, state, moment)) fired.push([rule, seen])
    }
    for (const [rule, seen] of fired) {
      this.changes.push(...apply(rule, this, lift, seen, session))
      if (rule.when.failed !== null) state.failed[moment] = 0
      if (rule.when.madeInARow !== null) state.made[moment] = 0
    }
  }

  /** End the week of a place, and its cycle where the next session is in another one; each ends once. */
  private close(place: Place, upcoming: Place | null): void {
    this.end('week', `${place.cycle}|${place.week}`, `week-${place.week}`)
    if (!upcoming || upcoming.cycle !== place.cycle)
      this.end('cycle', `${place.cycle}`, `cycle-${place.cycle}`)
  }

  private end(moment: 'week' | 'cycle', key: string, session: string): void {
    if (!this.closed.has(key)) {
      this.closed.add(key)
      for (const [lift, outcomes] of this.open[moment]) {
        if (outcomes.length === 0) continue
        this.count(moment, lift, outcomes)
        this.run(moment, lift, outcomes, session)
      }
    }
    this.open[moment] = new Map()
  }
}
