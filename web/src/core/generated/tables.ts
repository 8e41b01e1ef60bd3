/** Constants of the Python rules: written by scripts/write_generated.py, do not edit. */

/** iron.values.units.KG */
export const KG_OF: Readonly<Record<'kg' | 'lb', number>> = { kg: 1, lb: 0.45359237 }

/** iron.values.units.METRES */
export const METRES_OF: Readonly<Record<'m' | 'km' | 'cm' | 'in' | 'ft' | 'yd' | 'mi', number>> = {
  m: 1, km: 1000, cm: 0.01, in: 0.0254, ft: 0.3048, yd: 0.9144, mi: 1609.344,
}

/** iron.values.units.GRID */
export const UNIT_GRID = 0.25

/** iron.values.units.GRID_TOLERANCE */
export const UNIT_GRID_TOLERANCE = 0.01

/** iron.values.units.STANDARD_GRAVITY_MPS2 */
export const STANDARD_GRAVITY_MPS2 = 9.80665

/** iron.values.plates.USUAL_PLATES */
export const USUAL_PLATES: Readonly<Record<'kg' | 'lb', readonly number[]>> = {
  kg: [25, 20, 15, 10, 5, 2.5, 1.25], lb: [45, 35, 25, 10, 5, 2.5],
}

/** iron.values.ordering.DIGITS */
export const ORDER_DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** iron.records.bodies.MAX_REPS */
export const MOST_REPS = 1000

/** iron.records.bodies.MAX_LOAD_KG */
export const MOST_LOAD_KG = 1000

/** iron.records.measuring.MASS_KG */
export const MASS_BOUNDS_KG: readonly [number, number] = [20, 400]

/** iron.records.measuring.GIRTH_CM */
export const GIRTH_BOUNDS_CM: readonly [number, number] = [10, 300]

/** iron.records.measuring.FAT_PERCENT */
export const FAT_BOUNDS_PERCENT: readonly [number, number] = [1, 75]

/** iron.records.own_exercises.edits.WORTH_OFFERING */
export const WORTH_OFFERING = 0.6

/** iron.training.history.sets.CUT_FAULT */
export const CUT_FAULT = 'cut_range'

/** iron.training.history.sets.OUT_OF_RECORDS */
export const OUT_OF_RECORDS: readonly string[] = ['load_over_1000']

/** iron.training.history.bests.REP_RANGES */
export const REP_RANGES: readonly (readonly [number, number | null])[] = [
  [1, 5], [6, 7], [8, 10], [11, 15], [16, 19], [20, null],
]

/** iron.training.history.lines.UNKNOWN */
export const UNKNOWN = 'unknown'

/** iron.training.history.lines.NO_MACHINE */
export const NO_MACHINE = '-'

/** iron.training.history.lines.FULL_SHARE */
export const FULL_SHARE = 0.9

/** iron.training.history.lines.REFERENCE_SETS */
export const REFERENCE_SETS = 3

/** iron.training.history.lines.COST_UNKNOWN */
export const COST_UNKNOWN = 1

/** iron.training.history.lines.COST_VALUE */
export const COST_VALUE = 5

/** iron.training.history.lines.COST_UNKNOWN_MACHINE */
export const COST_UNKNOWN_MACHINE = 2

/** iron.training.history.lines.COST_MACHINE */
export const COST_MACHINE = 30

/** iron.training.history.lines.COST_SIDE */
export const COST_SIDE = 100

/** iron.training.history.volume.HARD_RIR */
export const HARD_RIR = 4

/** iron.training.history.volume.BAND_LOW */
export const BAND_LOW = 10

/** iron.training.history.volume.BAND_HIGH */
export const BAND_HIGH = 20

/** iron.training.history.volume.ONE_SIDE */
export const ONE_SIDE_COUNTS = 0.5

/** iron.training.history.volume.PRESSES */
export const PRESSES: readonly string[] = ['leg-press-45', 'leg-press-horizontal']

/** iron.training.history.volume.HIP_MUSCLES */
export const HIP_MUSCLES: readonly string[] = ['adductors', 'glutes']

/** iron.training.history.volume.FEET_MOVE */
export const FEET_MOVE = 0.5

/** iron.training.plan.blocks.RIR_FALL */
export const RIR_FALL = 0.5

/** iron.training.plan.blocks.DELOAD_EASE */
export const DELOAD_EASE = 3

/** iron.training.plan.blocks.MOST_RIR */
export const MOST_RIR = 5

/** iron.training.plan.blocks.DELOAD_AFTER */
export const DELOAD_AFTER = 5

/** iron.training.plan.blocks.LEAST_WEEKS */
export const LEAST_WEEKS = 4

/** iron.training.plan.blocks.MOST_WEEKS */
export const MOST_WEEKS = 6

/** iron.training.plan.blocks.FOOT_POSITIONS */
export const FOOT_POSITIONS: readonly (Readonly<Record<string, string>>)[] = [
  { foot_height: 'middle', stance: 'shoulder' },
  { foot_height: 'low', stance: 'narrow' },
  { foot_height: 'high', stance: 'wide' },
]

/** iron.training.strength.curve.FAMILY_K */
export const FAMILY_K: Readonly<Record<string, number>> = { leg_press: 45, bench_press: 31 }

/** iron.training.strength.curve.DEFAULT_K */
export const DEFAULT_K = 35

/** iron.training.strength.state.DAY_SD */
export const DAY_SD = 0.025
