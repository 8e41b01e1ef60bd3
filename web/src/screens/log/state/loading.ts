/** What can be loaded, from the machine, the gym and the bar at hand, in the unit that its plates are in. */

import type { Entry, Gym, Load, Machine, MassUnit } from '../../../core/values/documents'
import { nearest, type Rack } from '../../../core/rules/loads/plates'
import { rackOf, type Equipment } from '../../../core/rules/loads/rack'
import { STEP, usualRack } from '../../../core/logic/strips'
import { loadIn, shown } from '../../../core/rules/loads/units'
import type { ExerciseFacts } from '../../../data/reading/content'

/** Bars of most gyms, the usual one first; a guess until the gym says more. */
export const USUAL_BARS: Readonly<Record<MassUnit, readonly number[]>> = {
  kg: [20, 15, 10, 25, 7], lb: [45, 35, 25, 55, 15],
}

export interface Around {
  machine: Machine | undefined
  gym: Gym | undefined
  entry: Entry | undefined
  usual: ExerciseFacts['machine']
  meaning: string
  unit: MassUnit
}

/**
 * What can be loaded: what the lifter said of his machine and his gym, else what is usual for the exercise,
 * in the unit of the log; null where there are no plates to put on.
 */
export function rackAround(around: Around): Rack | null {
  const { usual, unit } = around
  const equipment = equipmentOf(around)
  const there = rackOf(equipment)
  if (there?.unit === unit) return there.rack
  return usualRack(equipment, unit, unit === 'kg' ? usual?.plates : undefined)
}

/**
 * Whether somebody said what can be loaded. Else the usual plates stand in, which draw a picture and give
 * steps, but say nothing against a load.
 */
export function areLoadsSaid(around: Omit<Around, 'entry' | 'usual'>): boolean {
  return rackOf(equipmentOf(around))?.unit === around.unit
}

function equipmentOf(
  { machine, gym, entry, usual, meaning }: Omit<Around, 'entry' | 'usual'> & Partial<Around>,
): Equipment {
  return {
    machine: machine ?? {}, gym: gym ?? {}, usualSides: usual?.sides ?? null, meaning, bar: entry?.bar,
  }
}

/** Kilograms from the engine as the mark they mean: 18.14 kg is 40 lb on the stack, not 39.99. */
export function onMark(value: number, on: Rack | null, unit: MassUnit): number {
  const near = on ? nearest(on, value) : [Math.round(value / STEP[unit]) * STEP[unit]]
  return near.find((mark) => mark !== null && Math.abs(mark - value) <= DUST) ?? value
}
/** Loads are kept to 0.01 kg, which is 0.022 lb. */
const DUST = 0.03

/**
 * A load from a machine of the other unit as the nearest one that this machine makes: 50 kg is 110 lb here.
 */
export function fitted(load: Load, on: Rack | null, unit: MassUnit): Load {
  if (load.unit === unit) return load
  const wish = loadIn(load, unit)
  if (!on) return { value: Math.round(wish / STEP[unit]) * STEP[unit], unit }
  const [below, above] = nearest(on, wish)
  const value = below === null ? above : above !== null && above - wish < wish - below ? above : below
  return { value: value ?? shown(wish), unit }
}
