/**
 * Performed sets: workout bodies read into what rules work on. The twin of
 * `src/iron/training/history/sets.py`. Masses in kilograms; undefined was not recorded.
 */
import { CUT_FAULT, DEFAULT_K, OUT_OF_RECORDS } from '../../generated/tables'
import {
  inOrder, kindOf, sideOf, type Entry, type SetKind, type Setup, type Side, type Workout, type WorkoutSet,
} from '../../values/documents'
import { massKg, shown } from '../loads/units'

/** A hard set's credit for a muscle, with its band [0, 1]. */
export interface Credit {
  readonly id: string
  readonly credit: number
  readonly low: number
  readonly high: number
}

/** The facts of an exercise that rules need; read from content/<id>.json or an own exercise. */
export interface Facts {
  readonly id: string
  /** Splitting variables in the order of the exercise's file. */
  readonly splitting: readonly string[]
  readonly loadMeaning: string
  /** How many of the counted load move: 2 for a pair of dumbbells. */
  readonly implements: number
  /** Share of the body mass that moves too [0, 1]. */
  readonly bodyShare: number
  readonly curveK: number
  readonly muscles: readonly Credit[]
  /** Moved mass that is not counted where the machine does not say [kg]. */
  readonly baseKg: number
}

export interface Performed {
  readonly workout: string
  readonly start: string
  /** Zone of the workout's start [minutes east of UTC]; absent when unknown. */
  readonly offset?: number | undefined
  /** Position of the entry in the workout, from 0. */
  readonly entry: number
  readonly entryId: string
  readonly position: number
  readonly id: string
  readonly exercise: string
  readonly machine: string | null
  readonly baseKg: number
  readonly side: Side
  readonly loadKg: number
  readonly movedKg: number | null
  readonly reps: number | undefined
  readonly rir: number | undefined
  readonly failure: boolean
  readonly kind: SetKind
  readonly setup: Setup
  readonly depthValue: number | undefined
  readonly depthHow: string | undefined
  /** `cut` by fault or by the lifter's word; `classifyDepth` adds the measured ones. */
  readonly depthClass: 'full' | 'cut'
  /** The lifter said the class. */
  readonly depthSaid: boolean
  readonly flags: readonly string[]
  /** Fewest and most reps that were meant; absent when nothing was planned. */
  readonly aim?: readonly [low: number, high: number]
  /** In a deload week: meant to be easy. */
  readonly deload?: boolean
  /** Rest before it [s]; absent when not logged. */
  readonly restS?: number
  /** Working sets that the entry's plan asked for. */
  readonly planned?: number
  /** The set as stored, for the screen. */
  readonly raw: WorkoutSet
}

export function noFacts(id: string): Facts {
  return {
    id, splitting: [], loadMeaning: 'external', implements: 1, bodyShare: 0, curveK: DEFAULT_K, muscles: [],
    baseKg: 0,
  }
}

/** Whether a set may speak about strength: a working set with reps, not flagged. */
export function counts(set: Performed): boolean {
  return (
    set.kind !== 'warm-up' &&
    set.reps !== undefined &&
    set.reps > 0 &&
    !set.flags.some((flag) => OUT_OF_RECORDS.includes(flag))
  )
}

/** The sets of one workout in the order in which they stand, of one exercise or of all. */
export function fromWorkout(
  id: string,
  workout: Workout,
  factsOf: (exercise: string) => Facts,
  bodyMassKg: number | null = null,
  only?: string,
): Performed[] {
  return inOrder(workout.entries ?? []).flatMap((entry, number) => {
    if (only !== undefined && entry.exercise !== only) return []
    const facts = factsOf(entry.exercise)
    return inOrder(entry.sets ?? []).map((set, position) =>
      performed(
        set, position, entry, { id, start: workout.start, offset: workout.offset, number }, facts, bodyMassKg,
      ),
    )
  })
}

function performed(
  set: WorkoutSet,
  position: number,
  entry: Entry,
  workout: {
    readonly id: string
    readonly start: string
    readonly offset?: number | undefined
    readonly number: number
  },
  facts: Facts,
  bodyMassKg: number | null,
): Performed {
  const baseKg = uncountedKg(facts, entry.machine?.base_kg)
  const loadKg = loadOf(set)
  const cut = (set.faults?.includes(CUT_FAULT) ?? false) || set.depth?.class === 'cut'
  return {
    workout: workout.id,
    start: workout.start,
    ...(workout.offset === undefined ? {} : { offset: workout.offset }),
    entry: workout.number,
    entryId: entry.id,
    position,
    id: set.id,
    exercise: facts.id,
    machine: entry.machine?.id ?? null,
    baseKg,
    side: sideOf(set),
    loadKg,
    movedKg: movedKg(loadKg, facts, baseKg, bodyMassKg),
    reps: set.reps,
    rir: set.rir,
    failure: set.failure ?? false,
    kind: kindOf(set),
    setup: set.setup ?? {},
    depthValue: set.depth?.value,
    depthHow: set.depth?.how,
    depthClass: cut ? 'cut' : 'full',
    depthSaid: cut || set.depth?.class !== undefined,
    flags: set.flags ?? [],
    ...(set.target?.reps_low === undefined || set.target.reps_high === undefined
      ? {}
      : { aim: [set.target.reps_low, set.target.reps_high] }),
    ...restOf(set, entry),
    ...(entry.plan?.deload ? { deload: true } : {}),
    ...(entry.plan?.sets === undefined ? {} : { planned: entry.plan.sets }),
    raw: set,
  }
}

function restOf(set: WorkoutSet, entry: Entry): { restS?: number } {
  const restS = set.rest_s ?? entry.rest_s
  return restS === undefined ? {} : { restS }
}

/**
 * The mass that moves without being counted in the load [kg]: a sled or a lever, never a bar, which is
 * counted with its plates. `baseKg`: what the machine says of its sled, lever or bar; undefined where it says
 * nothing.
 */
export function uncountedKg(facts: Facts, baseKg: number | undefined): number {
  return facts.loadMeaning === 'barbell' ? 0 : (baseKg ?? facts.baseKg)
}

/**
 * The mass that moves: load × implements + base (+ the share of the body) [kg]; null when the body moves and
 * its mass is unknown, or when the help exceeds it.
 */
export function movedKg(
  loadKg: number, facts: Facts, baseKg: number, bodyMassKg: number | null,
): number | null {
  const counted = loadKg * facts.implements
  const hangs = facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  const share = facts.bodyShare || (hangs ? 1 : 0)
  if (share > 0 && bodyMassKg === null) return null
  const moved = (facts.loadMeaning === 'assistance' ? -counted : counted) + baseKg + share * (bodyMassKg ?? 0)
  return moved > 0 ? moved : null
}

/** The load of a set as the lifter counts it [kg], free of float dust; as lifted where that is known. */
export function loadOf(set: WorkoutSet): number {
  const load = set.as_lifted ?? set.load
  return load === undefined ? 0 : shown(massKg(load.value, load.unit))
}
