/**
 * The documents of docs/documents.md as types: those of Python (`generated/bodies.ts`), a little narrower.
 * A key that is absent was not recorded.
 *
 * Unknown keys live on in the objects: always spread what was read, never rebuild a body from known keys.
 */

import type {
  AliasBody, AliasWithBody, CommentBody, DepthBody, DistanceBody, EntryBody, ExerciseBody, FrictionBody,
  GymBody, ImportBody, LoadBody, MachineBody, MeasurementBody, OwnVariableBody, PlanBody,
  PlanEditBody, ProposalBody, SetBody, SettingsBody, TargetBody, WorkoutBody, WornMachineBody,
} from '../generated/bodies'

/** The body version this build writes. A newer one is read-only here. */
export const BODY_VERSION = 1

/** The fixed id of the settings document. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000001'

export type Kind =
  | 'workout' | 'machine' | 'gym' | 'exercise' | 'alias' | 'program' | 'block' | 'run' | 'advice'
  | 'import' | 'measurement' | 'comment' | 'proposal' | 'dismissal' | 'settings'

/** Keys that every writer of Iron sets; a body from elsewhere may lack them, and reading allows for it. */
type Always<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }
/** Other types for some keys: of parts, or narrower than the server asks for. */
type With<T, Keys> = Omit<T, keyof Keys> & Keys

export interface Body { v: number }

export type MassUnit = LoadBody['unit']
export type DistanceUnit = DistanceBody['unit']
export type SetKind = NonNullable<SetBody['kind']>
export type Side = NonNullable<SetBody['side']>
export type SetupValue = string | number
export type Setup = Record<string, SetupValue>

/** A load as the lifter counts it, as typed. */
export type Load = LoadBody
export type Distance = DistanceBody
export type Depth = Always<DepthBody, 'how'>
export type Target = TargetBody

export type WorkoutSet = With<Always<SetBody, 'order'>, {
  setup?: Setup
  depth?: Depth
  source?: { line?: number; name?: string; raw?: string }
}>

/** The machine as it was, copied into the entry so that history outlives a rename. */
export type EntryMachine = Always<WornMachineBody, 'id' | 'name'>

/** What an entry means to do; `setup` holds for its first set, `deload` says that it is meant to be easy. */
export type EntryPlan = With<PlanBody, { setup?: Setup }>

/** One exercise of a workout: its sets carry its plan as their target; the plates follow from `bar`. */
export type Entry = With<Always<EntryBody, 'order'>, {
  machine?: EntryMachine
  plan?: EntryPlan
  sets: WorkoutSet[]
}>

/** A visit to the gym; `gym` is its name, `block` the planned day that it was started from. */
export type Workout = Body & With<WorkoutBody, {
  source?: { app?: string; file?: string; import?: string }
  entries: Entry[]
}>

/** A program of format 2 that the lifter runs (docs/programs.md); numbers are in `unit`. */
export interface Run extends Body {
  name: string
  program?: string
  text: Readonly<Record<string, unknown>> & { readonly name: string }
  start: string
  unit: MassUnit
  asked?: Record<string, number>
  typed?: { id: string; at: string; offset?: number; lift: string; value: number }[]
  /** `id`: the proposal that it came by. */
  revised?: { id?: string; at: string; offset?: number; text: Run['text'] }[]
  gym?: string
  ended?: string
}

/** Friction of a rail as a share of the force across it, 0 to 0.3, by two pulls of a luggage scale. */
export type Friction = FrictionBody
export type Machine = Body & Always<MachineBody, 'exercise'>
/** A place; machines name it in their key `gym`, a workout in its own. */
export type Gym = Body & GymBody

export type Measure = NonNullable<ExerciseBody['log']>[number]
/** A technique variable of the lifter's own; `splits` begins a new line. */
export type OwnVariable = OwnVariableBody
/** What a merge says of sets that do not say it themselves. */
export type AliasWith = With<AliasWithBody, { machine?: EntryMachine; setup?: Setup }>
export type OwnExercise = Body & With<ExerciseBody, { alias_with?: AliasWith }>
export type Alias = Body & With<AliasBody, { setup?: Setup }>
export type Import = Body & With<Always<ImportBody, 'file' | 'at'>, { documents: [Kind, string][] }>

export type PlateColour = 'red' | 'blue' | 'yellow' | 'green' | 'white' | 'black' | 'grey' | 'orange'
/** The choices of the lifter; `buzz` and `keys` are on where they are absent. */
export type Settings = Body & With<SettingsBody, {
  week_start?: 'monday' | 'sunday' | 'saturday'
  reps_by_exercise?: Record<string, [low: number, high: number]>
  text?: 'big'
  hand?: 'left'
  decimal?: 'comma'
  /** How effort is written; what is stored stays reps in reserve. */
  effort?: 'rpe'
  /** A sound at the end of a rest; on where absent. */
  sound?: boolean
  /** Rest after sets that are no working sets [s], 0 for none: by exercise, or `all`, and kind. */
  rest_by_kind?: Record<string, Partial<Record<SetKind, number>>>
  /** By plate as its size and unit: {"20 kg": "blue"}. */
  plate_colours?: Record<string, PlateColour>
}>

/** What somebody says about a workout; the lifter himself where `by` is absent. */
export type Comment = Body & CommentBody
/** What a coach proposes, and what the lifter answered (docs/documents.md). */
export type Proposal = Body & With<ProposalBody, {
  text?: Run['text']
  edits?: PlanEdit[]
}>
/** One change of a block that a coach proposes. */
export type PlanEdit = With<PlanEditBody, {
  values?: Omit<NonNullable<PlanEditBody['values']>, 'setup'> & { setup?: Setup }
}>
export type Measurement = Body & Always<MeasurementBody, 'unit'>

/** What each kind's body is; kinds without a screen yet are opaque. */
export interface Bodies {
  workout: Workout
  machine: Machine
  gym: Gym
  exercise: OwnExercise
  alias: Alias
  import: Import
  settings: Settings
  measurement: Measurement
  comment: Comment
  proposal: Proposal
  program: Body
  block: Body
  run: Run
  advice: Body
  dismissal: Body
}

/** The kind a set counts as when none was written down. */
export function kindOf(set: WorkoutSet): SetKind {
  return set.kind ?? 'working'
}

export function sideOf(set: WorkoutSet): Side {
  return set.side ?? 'both'
}

/** Sort by fractional key, then id: the order of entries and sets everywhere. */
export function inOrder<T extends { order: string; id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

/** Code-point order, which is not what localeCompare gives. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
