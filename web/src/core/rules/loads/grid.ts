/**
 * The loads there are: the lifter's own where no machine, stack or gym says them, in his unit. The twin of
 * `iron.training.prescription.loads`.
 */

import {
  ENOUGH, FINE_STEP, FINEST_STEPS, LOAD_STEPS, MOSTLY_ON_GRID, ON_GRID, USUAL_BAR, USUAL_STEPS,
} from '../../generated/tables'
import { massAsWritten, massIn, massKg, shown, type MassUnit } from './units'
import { counted, pairwise, whole } from '../../values/numbers'

const QUARTER = 0.25
const DUST = 0.03

/**
 * A load as the lifter would say it: as written in the unit he lifts in, else to the half. Kilograms on a
 * stack
 * may be crooked (54.4); pounds that are, were lifted in kilograms.
 */
export function asSaid(loadKg: number, unit: MassUnit, lifted: MassUnit): number {
  const value = massAsWritten(loadKg, unit)
  if (unit === lifted && (unit === 'kg' || Number.isInteger(value / QUARTER))) return value
  return whole(massIn(loadKg, unit) * 2) / 2
}

export interface Used {
  /** Loads of the line, warm-ups included, as often as they were used [kg]. */
  readonly used: readonly number[]
  /** The newest top load [kg]. */
  readonly top: number
  readonly meaning: string
  readonly unit: MassUnit
  /** Loads of the exercise's other lines, asked where the line itself has too few. */
  readonly others: readonly number[]
  /** Top loads of the last sessions; a step must reach each of them. */
  readonly tops: readonly number[]
  /** Whether the top load can be put on: not one that is only believed or was lifted in the other unit. */
  readonly topIsThere: boolean
}

/** Loads [kg] around the top load, ascending, from the loads that the lifter used. */
export function historyGrid(given: Used): number[] {
  const { meaning, unit, topIsThere } = given
  const asLifted = (loads: readonly number[]) =>
    loads.filter((load) => load > 0).map((load) => massAsWritten(load, unit))
  const used = counted(asLifted(given.used))
  const every = counted([...asLifted(given.used), ...asLifted(given.others)])
  const top = massAsWritten(given.top, unit)
  const tops = [...(topIsThere ? [given.top] : []), ...given.tops].map((load) => massAsWritten(load, unit))
  const [step, offset] = stepOf(used.size >= ENOUGH ? used : every, { meaning, unit, top, tops })
  const most = 1.6 * top + 4 * step
  const fewest = leastLoad(every, meaning, unit)
  const first = Math.trunc(Math.floor((fewest - offset) / step))
  const count = Math.max(0, Math.trunc((most - offset) / step) + 2 - first)
  const even = Array.from({ length: count }, (_, at) => offset + (first + at) * step)
  const own = [...used].filter(([, often]) => often >= 2).map(([load]) => load)
  const values = [...even, ...own, ...(topIsThere ? [top] : [])]
    .filter((value) => (fewest <= value && value <= most) || (topIsThere && value === top))
    .map((value) => Number(value.toFixed(4)))
  const bare = meaning === 'added' || meaning === 'assistance' ? [0] : []
  return [...new Set([...bare, ...values])]
    .sort((a, b) => a - b)
    .map((value) => shown(massKg(value, unit)))
}

function leastLoad(used: ReadonlyMap<number, number>, meaning: string, unit: MassUnit): number {
  const loads = [...used.keys()]
  if (meaning === 'barbell') {
    // Who never took an empty bar has lighter ones: half of his lightest may stand there too (guess).
    const lightest = loads.length > 0 ? Math.min(...loads) : USUAL_BAR[unit]
    return lightest >= USUAL_BAR[unit] ? USUAL_BAR[unit] : lightest / 2
  }
  if (meaning === 'added' || meaning === 'assistance') return 0
  return Math.min(LOAD_STEPS[unit][0] ?? 10, ...loads) / 4
}

/** The lifter's own step and where it starts; the usual one of the equipment while he used too few loads. */
function stepOf(
  used: ReadonlyMap<number, number>,
  { meaning, unit, top, tops }: Pick<Used, 'meaning' | 'unit' | 'top' | 'tops'>,
): [step: number, offset: number] {
  const steps = LOAD_STEPS[unit]
  const usual = USUAL_STEPS[unit]?.[meaning] ?? steps[3] ?? 2.5
  const reached = (step: number, offset: number) => tops.every((load) => fits(load, step, offset))
  if (used.size < ENOUGH) {
    const fine = [usual, ...steps.filter((size) => size < usual)].find((step) => reached(step, 0))
    return fine === undefined ? [usual, modulo(tops[0] ?? 0, usual)] : [fine, 0]
  }
  const spacing = meaning === 'stack' ? spacingOf(used, usual, unit) : null
  const start = spacing !== null && tops.length === 0 ? Math.min(...used.keys()) : top
  if (spacing !== null && reached(spacing, modulo(start, spacing))) return [spacing, modulo(start, spacing)]
  const total = [...used.values()].reduce((all, often) => all + often, 0)
  const finest = FINEST_STEPS[unit]?.[meaning] ?? steps[0] ?? 10
  let mostly: [step: number, offset: number] | null = null
  for (const step of steps) {
    if (step > finest || step > Math.max(top / 3, usual)) continue
    const offsets = new Map([[0, 0]])
    for (const [load, often] of used) {
      const at = modulo(shown(modulo(load, step)), step)
      offsets.set(at, (offsets.get(at) ?? 0) + often)
    }
    const [offset, often] = [...offsets].reduce((best, pair) =>
      pair[1] > best[1] || (pair[1] === best[1] && pair[0] === 0 && best[0] !== 0) ? pair : best)
    // Two different loads that the step does not reach are no accident.
    const off = [...used].filter(([load, seen]) => seen >= 2 && !fits(load, step, offset)).length
    if (!reached(step, offset)) continue
    if (often >= ON_GRID * total && off <= 1)
      return mostly && step <= FINE_STEP * usual ? mostly : [step, offset]
    const isPlates = meaning === 'barbell' || meaning === 'plates'
    if (step === usual && isPlates && often >= MOSTLY_ON_GRID * total) mostly = [step, offset]
  }
  return mostly ?? [usual, modulo(tops[0] ?? 0, usual)]
}

/** The plates of a stack, told by loads that lie as far apart (7 kg, 15 lb); null where they tell none. */
function spacingOf(used: ReadonlyMap<number, number>, usual: number, unit: MassUnit): number | null {
  const often = [...used].flatMap(([load, seen]) => (seen > 1 ? [load] : [])).sort((a, b) => a - b)
  if (often.length < ENOUGH) return null
  const gaps = pairwise(often).map(([before, after]) => Math.round(100 * (after - before)))
  const spacing = gaps.reduce(commonDivisor, 0) / 100
  return usual / 2 <= spacing && spacing <= (FINEST_STEPS[unit]?.['stack'] ?? 0) ? spacing : null
}

function commonDivisor(first: number, other: number): number {
  return other === 0 ? first : commonDivisor(other, first % other)
}

function fits(load: number, step: number, offset: number): boolean {
  const rest = modulo(load - offset, step)
  return Math.min(rest, step - rest) <= DUST
}

/** The remainder as Python takes it: never below zero. */
function modulo(value: number, step: number): number {
  return ((value % step) + step) % step
}
