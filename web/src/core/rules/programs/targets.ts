/** Targets of a session from state. The same as `src/iron/training/programs/targets.py` and `state.py`. */
import type { SetKind, Setup } from '../../values/documents'
import type { MassUnit } from '../loads/units'
import {
  amountIn, setsOf, setupIn, type Lift, type Place, type Program, type SetTarget, type Slot,
} from './model'
import { roundTo, tidy, type Grid, type Rack } from './rounding'

export interface LiftState {
  value: number | null
  stage: number
  failed: Record<'session' | 'week' | 'cycle', number>
  made: Record<'session' | 'week' | 'cycle', number>
  extra: number
  rung: number
  stageLoads: Map<number, number>
  test: string
}

/** One set as it was done; load in the run's unit, null for “as asked”. */
export interface Performed {
  readonly reps: number
  readonly load: number | null
  readonly rir: number | null
  readonly velocityLoss: number | null
  readonly id: string
  /** As the log has it; `working` where absent. */
  readonly kind?: string
  /** Absent where it was that of the slot. */
  readonly exercise?: string
}

export interface Session {
  readonly id: string
  readonly place: Place
  readonly results: ReadonlyMap<string, readonly Performed[]>
  readonly answers: Readonly<Record<string, string>>
  /** Loads that the machines of the session can make, by exercise. */
  readonly grids: ReadonlyMap<string, Grid>
  /** The local date; absent where nobody knows it. */
  readonly on?: string
  /** The loads of the gym it was in; absent where nobody knows which. Sessions of one gym share the value. */
  readonly gym?: Rack
}

/** Where the load of a set comes from. */
export interface LoadSource {
  /**
   * `log` (the engine names it), `fixed`, `reserve`, `choice`, `instead` (another exercise is done), or what
   * the load is a share of: `training-max`, `one-rm`, `load`, `number`, `set` or `lift`.
   */
  readonly kind: string
  /** The number of that set or the id of that lift, otherwise empty. */
  readonly of: string
  readonly percent: number
  /** What is added, in the lifter's unit; less than 0 is taken off. */
  readonly extra: number
}

/** What one set asks for today; `exact` is the load before rounding, `source` says where it comes from. */
export interface Target {
  readonly number: number
  readonly load: number | null
  readonly exact: number | null
  readonly source: LoadSource
  readonly repsLow: number
  readonly repsHigh: number
  readonly amrap: boolean
  readonly cap: number | null
  readonly timed: boolean
  readonly rir: number | null
  readonly kind: string
  readonly rest: number | null
  readonly optional: boolean
  /** How long an EMOM goes on. */
  readonly minutes: number | null
  /** Seconds from the start of one set of an EMOM to the start of the next. */
  readonly every: number | null
  /** The loss of speed at which the set ends, in percent. */
  readonly velocityLoss: number | null
  readonly test: string
}

export interface SlotTargets {
  readonly slot: string
  readonly lift: string
  readonly exercise: string
  readonly name: string
  readonly optional: boolean
  readonly sets: readonly Target[]
  readonly warmUps: readonly Target[]
  readonly rest: number | null
  readonly group: string | null
  /** The technique setup of this round. */
  readonly setup: Setup | null
  /** Whether the log offers warm-up sets of its own where the program writes none. */
  readonly ramp: boolean
  /** Exercises to do where this one cannot be done; their sets change nothing of the lift. */
  readonly alternatives: readonly string[]
  /** The exercise that this one stands in for; null where it is the program's own. */
  readonly instead: string | null
  readonly note: string
  /** Counts the slots of the session that are called the same, from 1. */
  readonly nth: number
}

const NUMBERS: Readonly<Record<string, string>> = {
  'training max': 'training-max',
  '1rm': 'one-rm',
  load: 'load',
  '': 'number',
}
const SET = 'set '
/** Sets that the log knows as more than a working set, and what it calls those of a program. */
export const LOGGED_AS: Readonly<Record<string, 'drop' | 'rest-pause'>> = {
  drop: 'drop', 'rest-pause': 'rest-pause', 'myo-rep': 'rest-pause',
}

export function newState(): LiftState {
  return {
    value: null,
    stage: 1,
    failed: zeros(),
    made: zeros(),
    extra: 0,
    rung: 0,
    stageLoads: new Map(),
    test: '',
  }
}

/** The same state as a value of its own. */
export const copyOf = (state: LiftState): LiftState => ({
  ...state,
  failed: { ...state.failed },
  made: { ...state.made },
  stageLoads: new Map(state.stageLoads),
})

export const zeros = (): LiftState['failed'] => ({ session: 0, week: 0, cycle: 0 })

function plannedSets(slot: Slot, week: number, state: LiftState): readonly SetTarget[] | null {
  const sets = setsOf(slot, week, state.stage)
  if (sets === null || !slot.counts) return sets
  if (state.test) return [testSet(Number(state.test.slice(0, -2)))]
  const last = sets[sets.length - 1]
  if (state.extra > 0 && last) return [...sets, ...Array.from({ length: state.extra }, () => last)]
  return state.extra < 0 ? sets.slice(0, Math.max(1, sets.length + state.extra)) : sets
}

function testSet(reps: number): SetTarget {
  return {
    repsLow: reps,
    repsHigh: reps,
    amrap: false,
    cap: null,
    timed: false,
    percent: null,
    of: '',
    plus: null,
    fixed: null,
    rir: null,
    engine: false,
    kind: 'working',
    rest: null,
    minutes: null,
    velocityLoss: null,
    optional: false,
    every: null,
  }
}

/**
 * The sets that belong to those asked, in order. Left out are sets of an alternative exercise, and drop and
 * rest-pause sets that the lifter put in of his own accord: where a plain set is asked they would stand in
 * its place, with fewer reps.
 */
export function ownSets(
  asked: readonly { readonly kind: string }[], alternatives: readonly string[],
  performed: readonly Performed[],
): readonly Performed[] {
  const own: Performed[] = []
  for (const each of performed) {
    const isAsked = (asked[own.length]?.kind ?? '') in LOGGED_AS
    const isPlain = (each.kind ?? 'working') === 'working'
    if (!alternatives.includes(each.exercise ?? '') && (isPlain || isAsked)) own.push(each)
  }
  return own
}

/** The exercise of a slot: the rung where its lift climbs a ladder, else its own. */
function exerciseOf(slot: Slot, lift: Lift, state: LiftState): string {
  if (lift.ladder.length === 0 || slot.ownExercise) return slot.exercise
  return lift.ladder[Math.min(state.rung, lift.ladder.length - 1)] ?? slot.exercise
}

/** What a target repeats of its set. */
function restOf(wanted: SetTarget): Omit<Target, 'number' | 'load' | 'exact' | 'source' | 'test'> {
  const { repsLow, repsHigh, amrap, cap, timed, rir, kind, rest, optional, minutes } = wanted
  const { velocityLoss, every } = wanted
  return { repsLow, repsHigh, amrap, cap, timed, rir, kind, rest, optional, minutes, velocityLoss, every }
}

/** The targets of a slot in a session; null where the week has no work for it. */
export function slotTargets(
  program: Program,
  slot: Slot,
  place: Place,
  states: ReadonlyMap<string, LiftState>,
  unit: MassUnit,
  grid: (exercise: string) => Grid,
  given: readonly Performed[] = [],
): SlotTargets | null {
  const [lift, state] = [program.lifts.get(slot.lift), states.get(slot.lift)]
  const sets = lift && state && plannedSets(slot, place.week, state)
  if (!lift || !state || !sets) return null
  const exercise = exerciseOf(slot, lift, state)
  const alternatives = slot.alternatives.filter((name) => name !== exercise)
  const plan = sets.filter(({ kind }) => kind !== 'warm-up')
  const performed = given.length > 0 ? ownSets(plan, alternatives, given) : given
  const test = slot.counts ? state.test : ''
  const targets: Target[] = []
  const warmUps: Target[] = []
  for (const wanted of sets) {
    const into = wanted.kind === 'warm-up' ? warmUps : targets
    const [exact, source] = exactLoad(wanted, lift, states, unit, targets, performed)
    const load = exact === null ? null : roundTo(grid(exercise), exact, lift.rounding)
    into.push({ ...restOf(wanted), number: into.length + 1, load, exact, source, test })
  }
  return {
    slot: slot.id,
    lift: slot.lift,
    exercise,
    name: slot.name || lift.name,
    optional: slot.optional,
    sets: targets,
    warmUps,
    rest: slot.rest,
    group: slot.group,
    setup: setupIn(slot, place.cycle),
    ramp: lift.ramp,
    alternatives,
    instead: null,
    note: slot.note,
    nth: slot.nth,
  }
}

/** What the log calls a set of a program; the first set of a row of drops or rest-pauses is a plain one. */
export const loggedAs = ({ number, kind }: Pick<Target, 'number' | 'kind'>): SetKind =>
  number === 1 ? 'working' : (LOGGED_AS[kind] ?? 'working')

function exactLoad(
  wanted: SetTarget,
  lift: Lift,
  states: ReadonlyMap<string, LiftState>,
  unit: MassUnit,
  before: readonly Target[],
  performed: readonly Performed[],
): readonly [number | null, LoadSource] {
  if (wanted.engine) return [null, sourceOf('log')]
  if (wanted.fixed) return [tidy(amountIn(wanted.fixed, unit)), sourceOf('fixed')]
  let [kind, of] = [NUMBERS[lift.keeps] ?? '', '']
  let base = states.get(lift.id)?.value ?? null
  if (wanted.of.startsWith(SET)) {
    [kind, of] = ['set', wanted.of.slice(SET.length)]
    base = loadOfSet(Number(of), before, performed)
  } else if (wanted.of) {
    [kind, of] = ['lift', wanted.of]
    base = states.get(of)?.value ?? null
  }
  if (!lift.keeps && !wanted.of) return [null, sourceOf(wanted.rir === null ? 'choice' : 'reserve')]
  const percent = wanted.percent ?? 100
  const extra = wanted.plus ? amountIn(wanted.plus, unit) : 0
  const source = sourceOf(kind, of, percent, extra)
  return [base === null ? null : tidy((base * percent) / 100 + extra), source]
}

const sourceOf = (kind: string, of = '', percent = 100, extra = 0): LoadSource => (
  { kind, of, percent, extra }
)

function loadOfSet(
  number: number, before: readonly Target[], performed: readonly Performed[],
): number | null {
  return performed[number - 1]?.load ?? before[number - 1]?.load ?? null
}
