/** From iron.records.bodies: written by scripts/write_generated.py, do not edit. */

/** How an imported name was resolved. */
export interface AliasBody {
  name: string
  exercise: string
  machine?: string
  side?: 'both' | 'left' | 'right' | 'single'
  setup?: Record<string, string | number | boolean>
}

/** What a merge says of sets that do not say it themselves. */
export interface AliasWithBody {
  machine?: WornMachineBody
  side?: 'both' | 'left' | 'right' | 'single'
  setup?: Record<string, string | number | boolean>
}

/** A program with dates (docs/training.md). */
export interface BlockBody {
  name: string
  start: string
  program?: string
  ended?: string
  order?: 'sequence' | 'weekdays'
  pauses?: PauseBody[]
  weeks?: BlockWeekBody[]
}

/** One planned day. */
export interface BlockDayBody {
  id: string
  date: string
  name?: string
  skipped?: boolean
  slots?: BlockSlotBody[]
}

/** One exercise of a planned day. */
export interface BlockSlotBody {
  id: string
  exercise: string
  sets: number
  reps_low: number
  reps_high: number
  rir?: number
  setup?: Record<string, string | number | boolean>
  note?: string
  reminder?: 'log-rir'
  deload?: boolean
}

/** One planned week. */
export interface BlockWeekBody {
  id: string
  days?: BlockDayBody[]
  deload?: boolean
}

/** What the lifter or somebody who reads the log says about a workout, one of its exercises, or one set. */
export interface CommentBody {
  workout: string
  text: string
  at: string
  offset?: number
  entry?: string
  set?: string
  by?: string
  author?: string
}

/** How deep a set went, measured or judged. */
export interface DepthBody {
  value?: number
  how?: 'judged' | 'knee_angle' | 'stop'
  class?: 'cut' | 'full'
}

/** A distance as typed. */
export interface DistanceBody {
  value: number
  unit: 'ft' | 'km' | 'm' | 'mi' | 'yd'
}

/** One exercise inside a workout. */
export interface EntryBody {
  id: string
  exercise: string
  order?: string
  machine?: WornMachineBody
  group?: string
  note?: string
  rest_s?: number
  plan?: PlanBody
  bar?: LoadBody
  slot?: string
  sets?: SetBody[]
}

/** The lifter's own exercise. */
export interface ExerciseBody {
  name: string
  names?: string[]
  equipment?: string
  muscles?: Record<string, number>
  load_meaning?: string
  implements?: number
  log?: ('distance' | 'duration' | 'load' | 'reps')[]
  unilateral?: boolean
  rep_range?: RepRangeBody
  variables?: OwnVariableBody[]
  faults?: OwnFaultBody[]
  note?: string
  imported_name?: string
  alias_of?: string
  alias_with?: AliasWithBody
}

/** Friction of a rail as a share of the force across it, and how it was measured. */
export interface FrictionBody {
  mu: number
  how: 'pull_test'
}

/** A place: what stands there for free weights. Machines name it in their key `gym`. */
export interface GymBody {
  name: string
  unit?: 'kg' | 'lb'
  plates?: number[] | Record<string, number>
  bars?: number[]
  dumbbells?: number[]
  note?: string
}

/** One import that was committed. */
export interface ImportBody {
  format: string
  file?: string
  file_name?: string
  at?: string
  unit?: 'kg' | 'lb'
  documents?: [string, string][]
  workouts?: number
  sets?: number
  taken_back?: boolean
}

/** A load as typed. */
export interface LoadBody {
  value: number
  unit: 'kg' | 'lb'
}

/** The physical thing. */
export interface MachineBody {
  name: string
  exercise?: string
  gym?: string
  unit?: 'kg' | 'lb'
  base_kg?: number
  base_known?: boolean
  angle_deg?: number
  friction?: FrictionBody
  plates?: number[] | Record<string, number>
  sides?: number
  stack?: number[]
  note?: string
}

/** Days that trends, stalls and advice leave out, and why; the first day is the key they stand under. */
export interface MarkedDaysBody {
  to: string
  cause: 'deload' | 'illness' | 'other' | 'pain' | 'rotation' | 'travel'
}

/** Something measured on the lifter. */
export interface MeasurementBody {
  at: string
  what: string
  value: number
  unit?: string
  side?: 'left' | 'right'
  note?: string
}

/** One value of a lifter's own technique variable. */
export interface OwnChoiceBody {
  id: string
  name: string
}

/** A mistake that the lifter watches for. */
export interface OwnFaultBody {
  id: string
  name: string
  cure?: string
}

/** A technique variable of a lifter's own exercise: a choice, or a number with a unit. */
export interface OwnVariableBody {
  id: string
  name: string
  type: 'choice' | 'number'
  splits?: boolean
  values?: OwnChoiceBody[]
  unit?: string
  min?: number
  max?: number
  step?: number
  measure?: string
}

/** A time without training in a block, with its cause; without `to` it still runs. */
export interface PauseBody {
  id: string
  from: string
  to?: string
  cause?: 'illness' | 'other' | 'pain' | 'travel'
}

/** What an entry means to do. */
export interface PlanBody {
  sets?: number
  reps_low?: number
  reps_high?: number
  rir?: number
  setup?: Record<string, string | number | boolean>
  deload?: boolean
}

/** One change of a block, from its own week alone or (`ahead`) in the later weeks too. */
export interface PlanEditBody {
  do: 'add' | 'change' | 'remove'
  ahead: boolean
  slot?: string
  day?: string
  key?: string
  values?: SlotValuesBody
}

/**
 * The day of a block that a workout was started from; `sets`: working sets asked for where it was cut short.
 */
export interface PlannedDayBody {
  id: string
  day: string
  sets?: number
}

/** What a coach proposes, and what the lifter answered. */
export interface ProposalBody {
  what: 'block' | 'program' | 'run'
  name: string
  at: string
  text?: Record<string, unknown>
  target?: string
  edits?: PlanEditBody[]
  note?: string
  by?: string
  author?: string
  answer?: 'accepted' | 'declined'
  answered_at?: string
  reply?: string
  before?: Record<string, unknown>
}

/** The repetitions that an exercise is usually done for. */
export interface RepRangeBody {
  low: number
  high: number
}

/**
 * The session of a run of a program that a workout was: cycle and week from 1, day by its place in the text.
 */
export interface RunDayBody {
  id: string
  cycle: number
  week: number
  day: number
  answers?: Record<string, string>
}

/** One set. */
export interface SetBody {
  id: string
  order?: string
  kind?: 'drop' | 'rest-pause' | 'warm-up' | 'working'
  load?: LoadBody
  as_lifted?: LoadBody
  reps?: number
  duration_s?: number
  distance?: DistanceBody
  side?: 'both' | 'left' | 'right' | 'single'
  rir?: number
  failure?: boolean
  setup?: Record<string, string | number | boolean>
  depth?: DepthBody
  tempo?: string
  rest_s?: number
  faults?: string[]
  note?: string
  done_at?: string
  target?: TargetBody
  flags?: string[]
  source?: Record<string, unknown>
}

/** The choices of the lifter. */
export interface SettingsBody {
  unit?: 'kg' | 'lb'
  week_start?: string
  theme?: 'dark' | 'light' | 'system'
  rest_s?: number
  rest_by_exercise?: Record<string, number>
  notes?: Record<string, string>
  reference_depth?: Record<string, number>
  height_m?: number
  mass_kg?: number
  buzz?: boolean
  keys?: boolean
  plate_colours?: Record<string, string>
  marked?: Record<string, MarkedDaysBody>
  week_goal?: WeekGoalBody
}

/** What a change gives a slot of a block; an addition gives all but the setup. */
export interface SlotValuesBody {
  exercise?: string
  sets?: number
  reps_low?: number
  reps_high?: number
  rir?: number
  setup?: Record<string, string | number | boolean>
}

/** What was planned for a set. */
export interface TargetBody {
  load?: LoadBody
  reps_low?: number
  reps_high?: number
  rir?: number
}

/** What the lifter wants to do in a week. */
export interface WeekGoalBody {
  count: number
  what: 'days' | 'sets'
}

/** A visit to the gym. */
export interface WorkoutBody {
  start: string
  offset?: number
  end?: string
  title?: string
  note?: string
  gym?: string
  source?: Record<string, unknown>
  block?: PlannedDayBody
  run?: RunDayBody
  entries?: EntryBody[]
}

/** The machine as copied into an entry. */
export interface WornMachineBody {
  id?: string
  name?: string
  gym?: string
  base_kg?: number
  angle_deg?: number
}

/** The kinds whose bodies have a shape. */
export interface KnownBodies {
  workout: WorkoutBody
  machine: MachineBody
  gym: GymBody
  exercise: ExerciseBody
  alias: AliasBody
  import: ImportBody
  settings: SettingsBody
  measurement: MeasurementBody
  block: BlockBody
  comment: CommentBody
  proposal: ProposalBody
}
