/** From iron.exchange.plan_answer: written by scripts/write_generated.py, do not edit. */

/** A workout that the file tells otherwise than the journal; an edited one is never overwritten. */
export interface ChangedAnswer {
  edited: boolean
  id: string
  sets_file: number
  sets_here: number
  start: string
  title: string
  what: 'corrected' | 'grown' | 'shrunk'
}

/** The question for the columns of a table of no known app. */
export interface ColumnsAnswer {
  header: string[]
  missing: string[]
  proposed: Record<string, string>
  sample: string[][]
  sentence: string
}

/** The question for the order of day and month. */
export interface DateAnswer {
  example: string
  reason: string
  sentence: string
  suggested: 'dmy' | 'mdy' | null
}

/** A workout that the journal has from another app or under another title. */
export interface ElsewhereAnswer {
  id: string
  start: string
}

/** One exercise name of the file; without an id the import makes an exercise of the lifter's own. */
export interface ExerciseAnswer {
  how: string
  id: string | null
  machine: string | null
  name: string
  note: string | null
  sets: number
  suggestions: SuggestionAnswer[]
  totals: TotalsAnswer
}

/** A machine that the import would make. */
export interface MachineAnswer {
  exercise: string
  gym: string | null
  id: string
  name: string
}

/** What an import would do, without its documents; `file` is the checksum of the file. */
export interface PlanAnswer {
  app: string
  changed: ChangedAnswer[]
  columns: Record<string, string> | null
  data_rows: number
  exercises: ExerciseAnswer[]
  file: string
  file_name: string
  format: string
  in_utc: boolean
  machines: MachineAnswer[]
  measurements: number
  needs_columns: ColumnsAnswer | null
  needs_date_order: DateAnswer | null
  needs_unit: UnitAnswer | null
  new: number
  note_rows: number
  rest_rows: number
  same_elsewhere: ElsewhereAnswer[]
  sets: number
  skipped: SkippedAnswer[]
  span: [string, string] | null
  stay_deleted: number
  totals: TotalsAnswer
  unchanged: number
  unit: 'kg' | 'lb' | null
  warnings: string[]
  workouts: number
}

/** A row that was not understood, with the reason and what to do about it. */
export interface SkippedAnswer {
  column: string
  line: number
  reason: string
  value: string
  way_out: string
}

/** An exercise that a name may mean; the score is 0 to 1. */
export interface SuggestionAnswer {
  id: string
  score: number
}

/** Check sums over sets, to compare with the app that wrote the file; no volume while a unit is asked for. */
export interface TotalsAnswer {
  distance_m: number
  drops: number
  duration_s: number
  failures: number
  notes: number
  rated: number
  reps: number
  sets: number
  supersets: number
  volume_kg: number | null
  warm_ups: number
}

/** The question for the unit of loads. */
export interface UnitAnswer {
  reason: string
  sentence: string
  suggested: 'kg' | 'lb' | null
}
