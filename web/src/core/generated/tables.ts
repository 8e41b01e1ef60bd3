/** Constants of the Python rules: written by scripts/write_generated.py, do not edit. */

export const KG_OF: Readonly<Record<'kg' | 'lb', number>> = { kg: 1, lb: 0.45359237 } // iron.values.units.KG
/** iron.values.units.METRES */
export const METRES_OF: Readonly<Record<'m' | 'km' | 'cm' | 'in' | 'ft' | 'yd' | 'mi', number>> = {
  m: 1, km: 1000, cm: 0.01, in: 0.0254, ft: 0.3048, yd: 0.9144, mi: 1609.344,
}
export const UNIT_GRID = 0.25 // iron.values.units.GRID
export const UNIT_GRID_TOLERANCE = 0.01 // iron.values.units.GRID_TOLERANCE
export const STANDARD_GRAVITY_MPS2 = 9.80665 // iron.values.units.STANDARD_GRAVITY_MPS2

/** iron.values.plates.USUAL_PLATES */
export const USUAL_PLATES: Readonly<Record<'kg' | 'lb', readonly number[]>> = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5],
}

/** iron.values.ordering.DIGITS */
export const ORDER_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export const MOST_REPS = 1000 // iron.records.body_values.MAX_REPS
export const MOST_LOAD_KG = 1000 // iron.records.body_values.MAX_LOAD_KG

export const MASS_BOUNDS_KG: readonly [number, number] = [20, 400] // iron.records.measuring.MASS_KG
export const GIRTH_BOUNDS_CM: readonly [number, number] = [10, 300] // iron.records.measuring.GIRTH_CM
export const FAT_BOUNDS_PERCENT: readonly [number, number] = [1, 75] // iron.records.measuring.FAT_PERCENT

export const WORTH_OFFERING = 0.6 // iron.records.own_exercises.edits.WORTH_OFFERING

export const CUT_FAULT = 'cut_range' // iron.training.history.sets.CUT_FAULT
/** iron.training.history.sets.OUT_OF_RECORDS */
export const OUT_OF_RECORDS: readonly string[] = ['load_over_1000']
export const CONFIRMED = 'confirmed' // iron.training.history.sets.CONFIRMED

/** iron.training.history.bests.REP_RANGES */
export const REP_RANGES: readonly (readonly [number, number | null])[] = [
  [1, 5], [6, 7], [8, 10], [11, 15], [16, 19], [20, null],
]

export const UNKNOWN = 'unknown' // iron.training.history.lines.UNKNOWN
export const NO_MACHINE = '-' // iron.training.history.lines.NO_MACHINE
export const FULL_SHARE = 0.9 // iron.training.history.lines.FULL_SHARE
export const REFERENCE_SETS = 3 // iron.training.history.lines.REFERENCE_SETS
export const COST_UNKNOWN = 1 // iron.training.history.lines.COST_UNKNOWN
export const COST_VALUE = 5 // iron.training.history.lines.COST_VALUE
export const COST_UNKNOWN_MACHINE = 2 // iron.training.history.lines.COST_UNKNOWN_MACHINE
export const COST_MACHINE = 30 // iron.training.history.lines.COST_MACHINE
export const COST_SIDE = 100 // iron.training.history.lines.COST_SIDE

export const HARD_RIR = 4 // iron.training.history.volume.HARD_RIR
export const BAND_LOW = 10 // iron.training.history.volume.BAND_LOW
export const BAND_HIGH = 20 // iron.training.history.volume.BAND_HIGH
export const ONE_SIDE_COUNTS = 0.5 // iron.training.history.volume.ONE_SIDE
/** iron.training.history.volume.PRESSES */
export const PRESSES: readonly string[] = ['leg-press-45', 'leg-press-horizontal']
/** iron.training.history.volume.HIP_MUSCLES */
export const HIP_MUSCLES: readonly string[] = ['adductors', 'glutes']
export const FEET_MOVE = 0.5 // iron.training.history.volume.FEET_MOVE

export const READY_S = 180 // iron.training.plan.day_minutes.READY_S
export const REP_S = 4 // iron.training.plan.day_minutes.REP_S
export const USUAL_REST_S = 150 // iron.training.plan.day_minutes.USUAL_REST_S

export const RIR_FALL = 0.5 // iron.training.plan.blocks.RIR_FALL
export const DELOAD_EASE = 3 // iron.training.plan.blocks.DELOAD_EASE
export const MOST_RIR = 5 // iron.training.plan.blocks.MOST_RIR
export const DELOAD_AFTER = 5 // iron.training.plan.blocks.DELOAD_AFTER
export const LEAST_WEEKS = 4 // iron.training.plan.blocks.LEAST_WEEKS
export const MOST_WEEKS = 6 // iron.training.plan.blocks.MOST_WEEKS
/** iron.training.plan.blocks.FOOT_POSITIONS */
export const FOOT_POSITIONS: readonly (Readonly<Record<string, string>>)[] = [
  { foot_height: 'middle', stance: 'shoulder' },
  { foot_height: 'low', stance: 'narrow' },
  { foot_height: 'high', stance: 'wide' },
]

export const MISSED_DAYS = 6 // iron.training.plan.next_day.MISSED_DAYS
export const AHEAD_DAYS = 7 // iron.training.plan.next_day.AHEAD_DAYS
export const DONE_SHARE = 0.5 // iron.training.plan.next_day.DONE_SHARE

export const COACH_DAYS = 7 // iron.training.plan.coach_needs.DAYS

/** iron.training.strength.curve.FAMILY_K */
export const FAMILY_K: Readonly<Record<string, number>> = { leg_press: 45, bench_press: 31 }
export const DEFAULT_K = 35 // iron.training.strength.curve.DEFAULT_K

export const DAY_SD = 0.025 // iron.training.strength.state.DAY_SD
export const LEVEL_SD = 0.1 // iron.training.strength.state.LEVEL_SD
export const LEVEL_SD_MOST = 0.12 // iron.training.strength.state.LEVEL_SD_MOST
export const MODEL_SD = 0.019 // iron.training.strength.state.MODEL_SD
export const TREND_MEAN = 0.002 // iron.training.strength.state.TREND_MEAN
export const TREND_SD = 0.004 // iron.training.strength.state.TREND_SD
export const TREND_WALK = 0.001 // iron.training.strength.state.TREND_WALK
export const TREND_KEEP = 0.97 // iron.training.strength.state.TREND_KEEP
export const BIAS_SD = 0.7 // iron.training.strength.state.BIAS_SD
export const FATIGUE_SD = 0.03 // iron.training.strength.state.FATIGUE_SD
export const TAU_SETUP = 0.06 // iron.training.strength.state.TAU_SETUP
export const TAU_MACHINE = 0.15 // iron.training.strength.state.TAU_MACHINE
export const ONE_SIDE: readonly [number, number] = [-0.6, 0.15] // iron.training.strength.state.ONE_SIDE
export const CUT_MEAN = 0.288 // iron.training.strength.state.CUT_MEAN
export const CUT_SD = 0.08 // iron.training.strength.state.CUT_SD
export const EFFORT_RIR = 2 // iron.training.strength.state.EFFORT_RIR
export const FAILED_EVIDENCE = 0.2 // iron.training.strength.state.FAILED_EVIDENCE
export const SAID_EVIDENCE = 0.05 // iron.training.strength.state.SAID_EVIDENCE
export const SLOW_SHARE = 0.1 // iron.training.strength.state.SLOW_SHARE
export const IMPLAUSIBLE = 0.9 // iron.training.strength.state.IMPLAUSIBLE
export const MOST_SET_REPS = 100 // iron.training.strength.state.MOST_REPS

export const K_LOG_SD = 0.25 // iron.training.strength.curve.K_LOG_SD
/** iron.training.strength.curve.BANK_STEPS */
export const BANK_STEPS: readonly number[] = [-1.75, -1.1, -0.5, 0, 0.5, 1.1, 1.75]

export const LEAST_CHANCE = 0.6 // iron.training.prescription.model.LEAST_CHANCE
export const SAFE_CHANCE = 0.8 // iron.training.prescription.model.SAFE_CHANCE
export const SURE_CHANCE = 0.9 // iron.training.prescription.model.SURE_CHANCE
/** iron.training.prescription.model.SHOWN_CHANCES */
export const SHOWN_CHANCES: readonly [number, number] = [0.05, 0.95]
export const RECENT_DAYS = 21 // iron.training.prescription.model.RECENT_DAYS
export const EVIDENCE_SD = 0.035 // iron.training.prescription.model.EVIDENCE_SD
export const LATER_SHARE = 0.5 // iron.training.prescription.model.LATER_SHARE
export const AWAY_DAYS = 14 // iron.training.prescription.model.AWAY_DAYS
export const STREAK = 3 // iron.training.prescription.model.STREAK
export const USUAL_OVER = 6 // iron.training.prescription.model.USUAL_OVER
export const FAILS = 3 // iron.training.prescription.model.FAILS
export const FAILS_DROP = 0.1 // iron.training.prescription.model.FAILS_DROP
export const FALL_REPS = 2 // iron.training.prescription.model.FALL_REPS
export const STEP_SHARE = 0.05 // iron.training.prescription.model.STEP_SHARE
export const LEG_PRESS_STEP_KG = 10 // iron.training.prescription.model.LEG_PRESS_STEP_KG
export const RETURN_STEP_SHARE = 0.1 // iron.training.prescription.model.RETURN_STEP_SHARE
export const CUT_LEAST = 0.2 // iron.training.prescription.model.CUT_LEAST
export const CUT_MOST = 0.3 // iron.training.prescription.model.CUT_MOST
export const DELOAD_SHARE = 0.1 // iron.training.prescription.model.DELOAD_SHARE
export const SPARE_REPS = 3 // iron.training.prescription.model.SPARE_REPS
export const BIG_STEP = 3 // iron.training.prescription.model.BIG_STEP
export const MORE_REPS = 4 // iron.training.prescription.model.MORE_REPS
export const MOST_RANGE_REPS = 30 // iron.training.prescription.model.MOST_REPS
export const NEW_LINE_SHARE = 0.2 // iron.training.prescription.model.NEW_LINE_SHARE
export const MOST_AT_ONCE = 1.15 // iron.training.prescription.model.MOST_AT_ONCE
export const UNKNOWN_RIR = 2 // iron.training.prescription.model.UNKNOWN_RIR

export const PACE_FROM_M = 500 // iron.training.history.measures.PACE_FROM_M
export const BODY_SESSIONS = 8 // iron.training.history.measures.RECENT
/** iron.training.history.measures.LAP_NAMES */
export const LAP_NAMES: Readonly<Record<string, string>> = { mi: 'mi', m: '500 m', km: 'km' }
/** iron.training.history.measures.LAP_METRES */
export const LAP_METRES: Readonly<Record<string, number>> = { mi: 1609.344, m: 500, km: 1000 }

export const SAME_DISTANCE = 0.98 // iron.training.history.set_records.SAME_DISTANCE

export const MEASURED_STEPS = 2 // iron.training.measured.steps.STEPS_KNOWN
export const MEASURED_LOOK_BACK = 12 // iron.training.measured.steps.LOOK_BACK
export const MEASURED_SAME = 0.02 // iron.training.measured.steps.SAME_SHARE
export const MEASURED_SETS = 1 // iron.training.measured.steps.USUAL_SETS

export const SAME_LOG = 0.006 // iron.training.prescription.shape.SAME
export const RAMP_SHARE = 0.12 // iron.training.prescription.shape.RAMP_SHARE
export const BUILD_SHARE = 0.85 // iron.training.prescription.shape.BUILD_SHARE
export const OPEN_REPS = 3 // iron.training.prescription.shape.OPEN_REPS

export const PERIODS: readonly number[] = [2, 3, 4] // iron.training.prescription.patterns.PERIODS
export const ALIKE = 0.08 // iron.training.prescription.patterns.ALIKE
export const APART = 0.04 // iron.training.prescription.patterns.APART
export const APART_REPS = 3 // iron.training.prescription.patterns.APART_REPS

export const LIGHT = 0.1 // iron.training.prescription.easy_weeks.LIGHT
export const FAR_LIGHT = 0.25 // iron.training.prescription.easy_weeks.FAR_LIGHT
export const LIGHT_MOST = 2 // iron.training.prescription.easy_weeks.LIGHT_MOST
export const EASY_WEEK = 4 // iron.training.prescription.easy_weeks.EASY_WEEK
export const EASY_DAYS = 9 // iron.training.prescription.easy_weeks.EASY_DAYS
export const LIGHT_DAYS = 21 // iron.training.prescription.easy_weeks.LIGHT_DAYS

export const OWN_STEP_SHARE = 0.6 // iron.training.prescription.patterns.STEP_SHARE
export const STEP_MOST = 0.12 // iron.training.prescription.patterns.STEP_MOST

export const USUAL_SETS = 3 // iron.training.prescription.target.USUAL_SETS
export const FIRST_LOW = 5 // iron.training.prescription.target.FIRST_LOW
export const REPS_OFF = 2 // iron.training.prescription.target.REPS_OFF

export const UNIT_WORKOUTS = 10 // iron.journal.journal.UNIT_WORKOUTS

export const USUAL_RANGE: readonly number[] = [8, 12, 1, 3] // iron.training.prescription.target.USUAL_RANGE

export const RESERVE_MISS = 2 // iron.training.prescription.reserve.RESERVE_MISS
export const RESERVE_SLACK = 1 // iron.training.prescription.reserve.RESERVE_SLACK

export const DOUBT_SD = 0.08 // iron.training.prescription.doubt.LEVEL_SD
export const NEW_SD = 0.2 // iron.training.prescription.doubt.NEW_SD
export const DOUBT_GATE = 5 // iron.training.prescription.doubt.GATE
export const LOOK_BACK = 8 // iron.training.prescription.doubt.LOOK_BACK
export const AGREES = 0.2 // iron.training.prescription.doubt.AGREES

export const YOUNG = 3 // iron.training.strength.state.YOUNG

export const ASK_SESSIONS = 3 // iron.training.prescription.doubt.ASK_SESSIONS
export const DIGIT_CLOSE = 0.15 // iron.training.prescription.doubt.DIGIT_CLOSE

export const FAR_STEP = 0.12 // iron.training.prescription.settle.FAR_STEP
export const FEWEST = 0.5 // iron.training.prescription.settle.FEWEST

export const BREAK_DAYS = 28 // iron.training.prescription.special.BREAK_DAYS
export const SAFE_BACK = 0.7 // iron.training.prescription.special.SAFE_BACK
export const FIRST_WEEKS = 1.5 // iron.training.prescription.special.FIRST_WEEKS
export const BACK_SESSIONS = 16 // iron.training.prescription.special.BACK_SESSIONS

export const CARE_PER_WEEK = 0.02 // iron.training.prescription.away.CARE_PER_WEEK
export const CARE_MOST = 0.1 // iron.training.prescription.away.CARE_MOST
export const BACK_SHARE = 0.5 // iron.training.prescription.away.BACK_SHARE
export const BACK_LEAST = 2 // iron.training.prescription.away.BACK_LEAST
export const BACK_MOST = 26 // iron.training.prescription.away.BACK_MOST

export const LITTLE = 0.02 // iron.training.prescription.rules.LITTLE

export const DROP_MOST = 0.1 // iron.training.prescription.within.DROP_MOST
export const SHORT_RIR = 1 // iron.training.prescription.within.SHORT_RIR
export const SILENT_RIR = 3 // iron.training.prescription.within.SILENT_RIR
export const SHORT_WIDTH = 2 // iron.training.prescription.within.SHORT_WIDTH

export const NOMINAL_BODY_KG = 75 // iron.training.prescription.build.NOMINAL_BODY_KG
export const KEPT_SESSIONS = 24 // iron.training.prescription.build.SESSIONS
export const CAP_DAYS = 42 // iron.training.prescription.build.CAP_DAYS

/** iron.training.prescription.loads.STEPS */
export const LOAD_STEPS: Readonly<Record<'kg' | 'lb', readonly number[]>> = {
  kg: [10, 5, 4, 2.5, 2, 1.25, 1, 0.5, 0.25], lb: [10, 5, 2.5, 2, 1.25, 1, 0.5, 0.25],
}
/** iron.training.prescription.loads.USUAL */
export const USUAL_STEPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  kg: { barbell: 2.5, plates: 5, dumbbell: 2.5, stack: 5, kettlebell: 4, added: 2.5, assistance: 5 }, lb: {
  barbell: 5, plates: 10, dumbbell: 5, stack: 10, kettlebell: 5, added: 5, assistance: 10 },
}
/** iron.training.prescription.loads.FINEST */
export const FINEST_STEPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  kg: { barbell: 5, plates: 10, stack: 10 }, lb: { barbell: 10, plates: 20, stack: 20 },
}

/** iron.values.plates.USUAL_BAR */
export const USUAL_BAR: Readonly<Record<'kg' | 'lb', number>> = { kg: 20, lb: 45 }

export const ON_GRID = 0.85 // iron.training.prescription.loads.ON_GRID
export const MOSTLY_ON_GRID = 0.6 // iron.training.prescription.loads.MOSTLY_ON_GRID
export const FINE_STEP = 0.4 // iron.training.prescription.loads.FINE
export const ENOUGH = 3 // iron.training.prescription.loads.ENOUGH

export const ENGINE = 2 // iron.training.prescription.stored.ENGINE

export const LEVEL_WALK = 0.015 // iron.training.strength.state.LEVEL_WALK
export const BIAS_MEAN = 0.95 // iron.training.strength.state.BIAS_MEAN
export const FATIGUE_MEAN = 0.068 // iron.training.strength.state.FATIGUE_MEAN
export const FATIGUE_KEEP = 0.47 // iron.training.strength.state.FATIGUE_KEEP
export const REST_REFERENCE_S = 180 // iron.training.strength.state.REST_REFERENCE_S
export const TRUSTED_RIR = 4 // iron.training.strength.state.TRUSTED_RIR
export const SET_GATE = 4 // iron.training.strength.state.GATE
export const BOUND_GATE = 5 // iron.training.strength.state.BOUND_GATE
export const BOUND_MARGIN = 2 // iron.training.strength.state.BOUND_MARGIN
export const GAP_FREE_WEEKS = 2 // iron.training.strength.state.GAP_FREE_WEEKS
export const GAP_LOSS = 0.085 // iron.training.strength.state.GAP_LOSS
export const GAP_SCALE = 8 // iron.training.strength.state.GAP_SCALE
