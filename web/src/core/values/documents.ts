/**
 * The documents of docs/documents.md as types. A key that is absent was not recorded.
 *
 * Unknown keys live on in the objects: always spread what was read, never rebuild a body from known keys.
 */

/** The body version this build writes. A newer one is read-only here. */
export const BODY_VERSION = 1

/** The fixed id of the settings document. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000001'

export type Kind =
  | 'workout' | 'machine' | 'gym' | 'exercise' | 'alias' | 'program' | 'block' | 'advice'
  | 'import' | 'measurement' | 'dismissal' | 'settings'

export type MassUnit = 'kg' | 'lb'
export type DistanceUnit = 'm' | 'km' | 'mi' | 'ft' | 'yd'
export type SetKind = 'warm-up' | 'working' | 'drop' | 'rest-pause'
export type Side = 'both' | 'left' | 'right' | 'single'
export type SetupValue = string | number
export type Setup = Record<string, SetupValue>

/** A load as the lifter counts it, as typed. */
export interface Load { value: number; unit: MassUnit }
export interface Distance { value: number; unit: DistanceUnit }
export interface Depth { value?: number; how: 'knee_angle' | 'stop' | 'judged'; class?: 'full' | 'cut' }
export interface Target { load?: Load; reps_low?: number; reps_high?: number; rir?: number }

export interface Body { v: number }

export interface WorkoutSet {
  id: string
  order: string
  kind?: SetKind
  load?: Load
  as_lifted?: Load
  reps?: number
  duration_s?: number
  distance?: Distance
  side?: Side
  rir?: number
  failure?: boolean
  setup?: Setup
  depth?: Depth
  tempo?: string
  rest_s?: number
  faults?: string[]
  note?: string
  done_at?: string
  target?: Target
  flags?: string[]
  source?: { line?: number; name?: string; raw?: string }
}

/** The machine as it was, copied into the entry so that history outlives a rename. */
export interface EntryMachine { id: string; name: string; gym?: string; base_kg?: number; angle_deg?: number }

/** What an entry means to do; `setup` holds for its first set, `deload` says that it is meant to be easy. */
export interface EntryPlan {
  sets?: number
  reps_low?: number
  reps_high?: number
  rir?: number
  setup?: Setup
  deload?: boolean
}

export interface Entry {
  id: string
  order: string
  exercise: string
  machine?: EntryMachine
  group?: string
  note?: string
  rest_s?: number
  /** What the entry means to do; its sets carry it as their target. */
  plan?: EntryPlan
  /** The bar in hand where it is not the usual one; only which plates go on hangs on it. */
  bar?: Load
  sets: WorkoutSet[]
}

export interface Workout extends Body {
  start: string
  offset?: number
  end?: string
  title?: string
  note?: string
  /** Name of the gym it was done in. */
  gym?: string
  source?: { app?: string; file?: string; import?: string }
  /** The day of a block that it was started from. */
  block?: { id: string; day: string }
  entries: Entry[]
}

/** Friction of a rail as a share of the force across it, 0 to 0.3, by two pulls of a luggage scale. */
export interface Friction { mu: number; how: 'pull_test' }

export interface Machine extends Body {
  name: string
  exercise: string
  gym?: string
  unit?: MassUnit
  base_kg?: number
  base_known?: boolean
  angle_deg?: number
  friction?: Friction
  plates?: number[] | Record<string, number>
  sides?: number
  stack?: number[]
  note?: string
}

/** A place; machines name it in their key `gym`, a workout in its own. */
export interface Gym extends Body {
  name: string
  unit?: MassUnit
  plates?: number[] | Record<string, number>
  /** Bars there, the usual one first, in `unit`. */
  bars?: number[]
  dumbbells?: number[]
  note?: string
}

export type Measure = 'load' | 'reps' | 'duration' | 'distance'

/** A technique variable of the lifter's own; `splits` begins a new line. */
export interface OwnVariable {
  id: string
  name: string
  type: 'choice' | 'number'
  splits?: boolean
  values?: { id: string; name: string }[]
  unit?: string
  min?: number
  max?: number
  step?: number
  measure?: string
}

/** What a merge says of sets that do not say it themselves. */
export interface AliasWith { machine?: EntryMachine; side?: Side; setup?: Setup }

export interface OwnExercise extends Body {
  name: string
  names?: string[]
  equipment?: string
  muscles?: Record<string, number>
  load_meaning?: string
  implements?: number
  log?: Measure[]
  unilateral?: boolean
  rep_range?: { low: number; high: number }
  variables?: OwnVariable[]
  faults?: { id: string; name: string; cure?: string }[]
  note?: string
  imported_name?: string
  alias_of?: string
  alias_with?: AliasWith
}

export interface Alias extends Body {
  name: string
  exercise: string
  machine?: string
  side?: Side
  setup?: Setup
}

export interface Import extends Body {
  format: string
  file: string
  file_name?: string
  at: string
  unit?: MassUnit
  documents: [Kind, string][]
  workouts?: number
  sets?: number
  taken_back?: boolean
}

export type Theme = 'system' | 'light' | 'dark'

export interface Settings extends Body {
  unit?: MassUnit
  week_start?: 'monday' | 'sunday' | 'saturday'
  theme?: Theme
  rest_s?: number
  rest_by_exercise?: Record<string, number>
  reps_by_exercise?: Record<string, [low: number, high: number]>
  /** Notes that stay with an exercise. */
  notes?: Record<string, string>
  reference_depth?: Record<string, number>
  height_m?: number
  mass_kg?: number
  text?: 'big'
  hand?: 'left'
  /** Buzz in the hand after a set and when the rest ends; absent = on. */
  buzz?: boolean
  /** Single keys as shortcuts; absent = on. */
  keys?: boolean
  decimal?: 'comma'
  /** By plate as its size and unit: {"20 kg": "blue"}. */
  plate_colours?: Record<string, PlateColour>
}

export type PlateColour = 'red' | 'blue' | 'yellow' | 'green' | 'white' | 'black' | 'grey' | 'orange'

export interface Measurement extends Body {
  at: string
  what: string
  value: number
  unit: string
  side?: 'left' | 'right'
  note?: string
}

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
  program: Body
  block: Body
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
