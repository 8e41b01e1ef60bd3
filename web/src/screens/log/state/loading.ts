/** What can be loaded, from the machine, the gym and the bar at hand, in the unit that its plates are in. */

import type { Entry, Gym, Load, Machine, MassUnit } from '../../../core/values/documents'
import { nearest, shared, type Rack, type RackInput } from '../../../core/rules/loads/plates'
import { STEP } from '../../../core/logic/strips'
import { loadIn, massIn, shown } from '../../../core/rules/loads/units'
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

/** The lifter's machine says first, then the gym, then what is usual for the exercise. */
export function rackInput({ machine, gym, entry, usual, meaning, unit }: Around): RackInput {
  // Plates of the gym and of the guide are in a unit of their own.
  const sides = machine?.sides ?? usual?.sides
  const plates =
    machine?.plates ??
    (gym?.plates && (gym.unit ?? 'kg') === unit ? shared(gym.plates, sides) : undefined) ??
    (unit === 'kg' ? usual?.plates : undefined)
  const ones =
    (meaning === 'dumbbell' || meaning === 'kettlebell') &&
    gym?.dumbbells?.length &&
    (gym.unit ?? 'kg') === unit
      ? gym.dumbbells
      : undefined
  const stack = machine?.stack ?? ones
  const base = meaning === 'barbell' ? barOf({ machine, gym, entry, unit }) : undefined
  return {
    unit, ...(plates ? { plates } : {}), ...(sides === 1 || sides === 2 ? { sides } : {}),
    ...(stack ? { stack } : {}), ...(base === undefined ? {} : { base }),
  }
}

/**
 * Whether somebody said what can be loaded. Else the usual plates stand in, which draw a picture and give
 * steps, but say nothing against a load.
 */
export function areLoadsSaid({ machine, gym, meaning, unit }: Omit<Around, 'entry' | 'usual'>): boolean {
  if (machine?.plates !== undefined || machine?.stack !== undefined) return true
  if (!gym || (gym.unit ?? 'kg') !== unit) return false
  return Boolean(
    meaning === 'dumbbell' || meaning === 'kettlebell' ? gym.dumbbells?.length : gym.plates !== undefined,
  )
}

/** The bar at hand in the unit of the plates; undefined where nobody said. */
function barOf({
  machine, gym, entry, unit,
}: Pick<Around, 'machine' | 'gym' | 'entry' | 'unit'>): number | undefined {
  if (entry?.bar) return shown(loadIn(entry.bar, unit))
  if (machine?.base_kg !== undefined) return shown(massIn(machine.base_kg, unit))
  const [usual] = gym?.bars ?? []
  return usual === undefined ? undefined : shown(loadIn({ value: usual, unit: gym?.unit ?? 'kg' }, unit))
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
