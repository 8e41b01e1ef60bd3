/**
 * Twins of `iron.knowledge.selection.carryover` and `iron.training.strength.first_load`: the first load of a
 * lift never done, as an interval.
 */

import type { Facts } from './comparing'

interface Measured {
  readonly a: string; readonly b: string; readonly slope: number; readonly kg: number; readonly log_sd: number
  readonly label: string; readonly n: number | null; readonly address: string
}
/** `content/carryover.json`. */
export interface CarryOver {
  readonly measured: readonly Measured[]
  readonly guess: { readonly same_movement: number; readonly other_movement: number }
  readonly movement: Readonly<Record<string, number>>
  readonly equipment: Readonly<Record<string, number>>
  readonly exercise: Readonly<Record<string, number>>
}
/** How the total load of b follows from that of a. */
export interface Link { slope: number; kg: number; log_sd: number; basis: string; address: string }
/** A 10RM-equivalent as the lifter counts it with its 80 % interval [kg]. */
export interface Known { readonly kg: number; readonly low: number; readonly high: number }
export interface FirstLoad { kg: number; low: number; high: number; begin: number }

const COUNTED = new Set(['plates', 'barbell', 'dumbbell', 'kettlebell', 'stack'])
const ONE_SIDE = 0.5
const Z80 = 1.2815515655446004

/** How a load carries over; one sentence where nothing may be said. */
export function link(rules: CarryOver, a: Facts, b: Facts): Link | string {
  if (a.id === b.id) return 'It is the same exercise.'
  const uncounted = [a, b].find((facts) => !COUNTED.has(facts.load_meaning))
  if (uncounted)
    return `The number of ${uncounted.name} is not a load that moves by itself, so no first load follows ` +
      'from it.'
  if (!(a.primary ?? []).some((muscle) => b.primary?.includes(muscle))) {
    return 'They are chosen for different muscles: the load of one says nothing about the other.'
  }
  for (const { a: first, b: other, slope, kg, log_sd, address, ...study } of rules.measured) {
    if (first === a.id && other === b.id) return { slope, kg, log_sd, basis: basis(study), address }
    if (other === a.id && first === b.id)
      return { slope: 1 / slope, kg: -kg / slope, log_sd, basis: `${basis(study)} Read backwards.`, address }
  }
  const [known, wanted] = [share(rules, a), share(rules, b)]
  if (!known || !wanted)
    return 'Iron has not even a guess at how these two loads belong together. Begin with the lightest step.'
  const spread = rules.guess[a.movement === b.movement ? 'same_movement' : 'other_movement']
  return {
    slope: wanted / known, kg: 0, log_sd: spread,
    basis: 'A guess: we found no study that measured both in the same people.', address: '',
  }
}

function share(rules: CarryOver, facts: Facts): number {
  const known = rules.exercise[facts.id]
  if (known !== undefined) return known
  const guessed = (rules.movement[facts.movement] ?? 0) * (rules.equipment[facts.equipment] ?? 0)
  return facts.unilateral ? guessed * ONE_SIDE : guessed
}

function basis({ n, label }: { n: number | null; label: string }): string {
  return n ? `Measured in ${n} people (${label}).` : `Measured (${label}).`
}

/** The first load; null where the line leads below one step. One begins at the low end. */
export function firstLoad(
  known: Known, slope: number, kg: number, logSd: number, many: readonly [number, number], stepKg: number,
): FirstLoad | null {
  const total = known.kg * many[0]
  const carried = slope * total + kg
  if (total <= 0 || carried < stepKg * many[1]) return null
  const sure =
    known.low > 0 ? Math.log(Math.max(known.high, known.kg) / Math.min(known.low, known.kg)) / (2 * Z80) : 1
  const spread = Math.hypot((sure * slope * total) / carried, logSd)
  const end = (sign: number) => (carried * Math.exp(sign * Z80 * spread)) / many[1]
  const begin = Math.max(stepKg, Math.floor(end(-1) / stepKg + 1e-9) * stepKg)
  return {
    kg: rounded(carried / many[1], 1), low: rounded(end(-1), 1), high: rounded(end(1), 1),
    begin: rounded(begin, 4),
  }
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
