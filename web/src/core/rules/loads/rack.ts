/**
 * The loads that a lifter's machine or gym has: the only reader of what their documents say of plates, bars
 * and stacks. Advice, runs of programs and the log ask here. The twin of `iron.training.prescription.rack`.
 */

import { USUAL_BAR } from '../../generated/tables'
import type { Gym, Load, Machine } from '../../values/documents'
import { loadable, rack, shared, type Rack, type RackInput } from './plates'
import { massIn, massKg, shown, type MassUnit } from './units'

const BELOW = 0.4
const ABOVE = 1.6
const MORE_KG = 20
const WEIGHTLESS: ReadonlySet<string> = new Set(['none', 'band'])
const ON_BODY: ReadonlySet<string> = new Set(['added', 'assistance'])
const PLATED: ReadonlySet<string> = new Set(['barbell', 'plates'])
/** A machine that says its plates is loaded with them. */
const OWN_PLATED: ReadonlySet<string> = new Set([...PLATED, 'stack'])

/** What an exercise is done with. */
export interface Equipment {
  readonly machine: Pick<Machine, 'unit' | 'stack' | 'plates' | 'sides' | 'base_kg'>
  readonly gym: Pick<Gym, 'unit' | 'plates' | 'dumbbells' | 'bars'>
  /** Sides that the exercise is usually loaded on, null when not said. */
  readonly usualSides: number | null
  /** What the load counts. */
  readonly meaning: string
  /** The bar in hand, where it is not the usual one. */
  readonly bar?: Load | undefined
}

/** What loads are made of, and the unit of its numbers. */
export interface Place {
  readonly rack: Rack
  readonly unit: MassUnit
}

/**
 * What the equipment makes loads of; null where nobody said. The machine's own stack or plates first, then
 * the dumbbells or the plates of the gym.
 */
export function rackOf(equipment: Equipment): Place | null {
  const { machine, gym, usualSides, meaning } = equipment
  if (WEIGHTLESS.has(meaning)) return null
  const stack = marksOf(machine.stack)
  if (stack.length > 0) return { rack: rack({ stack }), unit: unitOf(machine) }
  const own = sizesOf(machine.plates)
  const isOwn = own !== undefined && OWN_PLATED.has(meaning)
  const dumbbells = marksOf(gym.dumbbells)
  if (!isOwn && meaning === 'dumbbell' && dumbbells.length > 0)
    return { rack: rack({ stack: dumbbells }), unit: unitOf(gym) }
  const sides = (machine.sides ?? usualSides) === 1 ? 1 : 2
  const plates = isOwn ? own : shared(sizesOf(gym.plates), sides)
  if (plates === undefined || !(isOwn || PLATED.has(meaning))) return null
  const unit = unitOf(isOwn ? machine : gym)
  const base = meaning === 'barbell' ? barOf(equipment, unit) : 0
  return { rack: rack({ plates, unit, sides, base }), unit }
}

/** The bar in a unit: the one in hand, the machine's, the gym's usual one, else 20 kg or 45 lb. */
export function barOf({ machine, gym, bar }: Equipment, unit: MassUnit): number {
  if (bar) return shown(converted(bar.value, bar.unit, unit))
  if (machine.base_kg !== undefined) return shown(massIn(machine.base_kg, unit))
  const usual = (gym.bars ?? []).find((each) => each > 0)
  return usual === undefined ? USUAL_BAR[unit] : shown(converted(usual, unitOf(gym), unit))
}

/**
 * All loads that the equipment has up to a sum of plates, ascending, in a unit; null where nobody said. Marks
 * and dumbbells are all named, and so is the lightest load. Loads of the other unit are converted and not
 * rounded: they are those that can be put on.
 */
export function placeLoads(equipment: Equipment, unit: MassUnit, most: number): number[] | null {
  const place = rackOf(equipment)
  if (!place) return null
  const { rack: on, unit: own } = place
  // Without the pin nothing helps, and nothing hangs on the body.
  const values = on.stack.length > 0
    ? [...(ON_BODY.has(equipment.meaning) ? [0] : []), ...on.stack]
    : loadable(on, 0, Math.max(converted(most, unit, own), on.base))
  return values.map((value) => converted(value, own, unit))
}

/**
 * The loads near a load, as counted [kg], ascending; null where nobody said. `isThere`: whether the load was
 * lifted there, so that it is there whatever the list says.
 */
export function rackLoads(equipment: Equipment, aroundKg: number, isThere: boolean): number[] | null {
  const values = placeLoads(equipment, 'kg', ABOVE * aroundKg + MORE_KG)
  if (!values) return null
  const isListed = (rackOf(equipment)?.rack.stack.length ?? 0) > 0
  const near = isListed ? values : values.filter((value) => value >= BELOW * aroundKg)
  // All plates together may be less than what was lifted elsewhere.
  const kilos = (near.length > 0 ? near : values.slice(-1)).map(shown)
  return [...new Set([...kilos, ...(isThere ? [shown(aroundKg)] : [])])].sort((a, b) => a - b)
}

function converted(value: number, unit: MassUnit, into: MassUnit): number {
  return unit === into ? value : massIn(massKg(value, unit), into)
}

function unitOf({ unit }: { readonly unit?: MassUnit | undefined }): MassUnit {
  return unit ?? 'kg'
}

function marksOf(given: readonly number[] | undefined): number[] {
  return (given ?? []).filter((mark) => mark > 0)
}

/** Sizes above zero, and no number of pairs below it; undefined where none is left. */
function sizesOf(given: RackInput['plates']): RackInput['plates'] {
  if (given === undefined) return undefined
  const sizes = isList(given)
    ? marksOf(given)
    : Object.fromEntries(
        Object.entries(given).flatMap(([size, pairs]) =>
          Number(size) > 0 && Number.isFinite(Number(size)) ? [[size, Math.max(0, Math.trunc(pairs))]] : []),
      )
  return Object.keys(sizes).length > 0 ? sizes : undefined
}

function isList(plates: readonly number[] | Readonly<Record<string, number>>): plates is readonly number[] {
  return Array.isArray(plates)
}
