/**
 * Plates: which loads a machine can make, and what goes on each side. The twin of
 * `src/iron/values/plates.py`.
 *
 * A load is what the lifter counts: plates without the sled, the mark on the stack. All numbers of one
 * machine are in its own unit. Sums are counted in whole thousandths, so that 1.25 added eight times is 10.
 * Cases: `spec/plates.json`.
 */
import { USUAL_PLATES } from '../../generated/tables'
import type { MassUnit } from './units'

export interface Rack {
  /** Plate sizes, heaviest first, each with how many can go on ONE side (null: any number). */
  readonly sizes: readonly (readonly [size: number, pairs: number | null])[]
  /** 2 when plates go on in pairs, 1 for a single pin. */
  readonly sides: 1 | 2
  /**
   * The part of the counted load that is there without plates: 0 for a sled, 20 for a bar that is counted.
   */
  readonly base: number
  /** Marks of a selector stack; when there are any, plates do not matter. */
  readonly stack: readonly number[]
}

export interface RackInput {
  readonly plates?: readonly number[] | Readonly<Record<string, number>> | undefined
  readonly unit?: MassUnit | undefined
  readonly sides?: 1 | 2 | undefined
  readonly base?: number | undefined
  readonly stack?: readonly number[] | undefined
}

const SCALE = 1000

/** Read the plates of a machine document; sizes that are not above zero are left out. */
export function rack(machine: RackInput = {}): Rack {
  const given = machine.plates ?? []
  let counted: (readonly [number, number | null])[] = isList(given)
    ? [...new Set(given)].map((size) => [size, null] as const)
    : Object.entries(given).map(([size, pairs]) => [Number(size), pairs] as const)
  counted = counted.filter(([size]) => size > 0)
  if (counted.length === 0) counted = USUAL_PLATES[machine.unit ?? 'kg'].map((size) => [size, null] as const)
  return {
    sizes: counted.sort((a, b) => b[0] - a[0]),
    sides: machine.sides ?? 2,
    base: machine.base ?? 0,
    stack: [...new Set(machine.stack ?? [])].filter((mark) => mark > 0).sort((a, b) => a - b),
  }
}

/** Plates of a gym as one machine takes them: a single pin takes both of each pair that lies there. */
export function shared(plates: RackInput['plates'], sides: number | undefined): RackInput['plates'] {
  if (sides !== 1 || plates === undefined || isList(plates)) return plates
  return Object.fromEntries(Object.entries(plates).map(([size, pairs]) => [size, 2 * pairs]))
}

/** All loads from `low` to `high` that the machine can make, ascending. */
export function loadable(on: Rack, low: number, high: number): number[] {
  if (on.stack.length > 0) return on.stack.filter((mark) => low <= mark && mark <= high)
  const room = Math.max(0, whole((high - on.base) / on.sides))
  let sums = new Set([0])
  for (const [size, pairs] of on.sizes) {
    const step = whole(size)
    const next = new Set<number>()
    for (const sum of sums) {
      const fits = Math.floor((room - sum) / step)
      const most = pairs === null ? fits : Math.min(pairs, fits)
      for (let count = 0; count <= most; count += 1) next.add(sum + count * step)
    }
    sums = next
  }
  const base = whole(on.base)
  return [...sums]
    .map((sum) => (base + sum * on.sides) / SCALE)
    .filter((load) => low <= load && load <= high)
    .sort((a, b) => a - b)
}

/**
 * The plates on each side for a load, heaviest first, or null when the machine cannot make it.
 * The heaviest plate that still allows the load goes on first, as lifters do.
 */
export function perSide(on: Rack, load: number): number[] | null {
  if (on.stack.length > 0) return on.stack.includes(load) ? [] : null
  const total = whole(load - on.base)
  if (total < 0 || total % on.sides !== 0) return null
  const dead = new Set<string>()

  function fill(index: number, left: number): number[] | null {
    if (left === 0) return []
    const plate = on.sizes[index]
    const key = `${index}:${left}`
    if (plate === undefined || dead.has(key)) return null
    const [size, pairs] = plate
    const fits = Math.floor(left / whole(size))
    for (let count = pairs === null ? fits : Math.min(pairs, fits); count >= 0; count -= 1) {
      const rest = fill(index + 1, left - count * whole(size))
      if (rest !== null) return [...Array<number>(count).fill(size), ...rest]
    }
    dead.add(key)
    return null
  }

  return fill(0, total / on.sides)
}

/** The nearest load at or below and the nearest at or above; null where the machine has none. */
export function nearest(on: Rack, load: number): [below: number | null, above: number | null] {
  const heaviest = on.sizes[0]?.[0] ?? 0
  const reach = Math.max(load + on.sides * 2 * heaviest, on.base)
  const loads = on.stack.length > 0 ? on.stack : loadable(on, 0, reach)
  const below = loads.filter((value) => value <= load).at(-1) ?? null
  const above = loads.find((value) => value >= load) ?? null
  return [below, above]
}

function isList(plates: readonly number[] | Readonly<Record<string, number>>): plates is readonly number[] {
  return Array.isArray(plates)
}

function whole(value: number): number {
  return Math.round(value * SCALE)
}
