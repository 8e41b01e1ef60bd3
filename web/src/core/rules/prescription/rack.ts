/**
 * The loads that a machine or a gym has near a load. The twin of `iron.training.prescription.rack`.
 */

import { USUAL_BAR } from '../../generated/tables'
import type { Gym, Machine } from '../../values/documents'
import { loadable, rack, shared, type Rack, type RackInput } from '../loads/plates'
import { massIn, massKg, shown, type MassUnit } from '../loads/units'

const BELOW = 0.4
const ABOVE = 1.6
const SINGLES: ReadonlySet<string> = new Set(['dumbbell', 'kettlebell'])

export type MachineLoads = Pick<Machine, 'unit' | 'stack' | 'plates' | 'sides' | 'base_kg'>
export type GymLoads = Pick<Gym, 'unit' | 'plates' | 'dumbbells' | 'bars'>

/**
 * As counted [kg], ascending; null where nobody said. `usualSides`: that the exercise is loaded on.
 * `isThere`: whether the load was lifted there, so that it is there whatever the list says.
 */
export function rackLoads(
  { machine, gym, usualSides, meaning }: {
    readonly machine: MachineLoads
    readonly gym: GymLoads
    readonly usualSides: number | null
    readonly meaning: string
  },
  aroundKg: number, isThere: boolean,
): number[] | null {
  const isOfMachine = (machine.stack?.length ?? 0) > 0 || hasPlates(machine.plates)
  const unit = (isOfMachine ? machine.unit : gym.unit) ?? 'kg'
  let values: readonly number[]
  if (SINGLES.has(meaning) && gym.dumbbells?.length && !isOfMachine) values = gym.dumbbells
  else {
    const on = rackOf(machine, gym, usualSides, meaning, unit)
    if (on === null) return null
    values = loadable(on, massIn(BELOW * aroundKg, unit), massIn(ABOVE * aroundKg + 20, unit))
  }
  if (values.length === 0) return null
  const own = isThere ? [shown(aroundKg)] : []
  const kilos = new Set([...values.map((value) => shown(massKg(value, unit))), ...own])
  return [...kilos].sort((a, b) => a - b)
}

function rackOf(
  machine: MachineLoads, gym: GymLoads, usualSides: number | null, meaning: string, unit: MassUnit,
): Rack | null {
  if (meaning === 'none' || meaning === 'band' || meaning === 'added' || meaning === 'assistance') return null
  const stack = machine.stack ?? []
  const sides = machine.sides ?? usualSides ?? 2
  const plates = hasPlates(machine.plates) ? machine.plates : shared(gym.plates, sides)
  if (stack.length === 0 && (!hasPlates(plates) || (meaning !== 'barbell' && meaning !== 'plates')))
    return null
  const base = meaning === 'barbell' ? barOf(machine, gym, unit) : 0
  return rack({ ...(plates ? { plates } : {}), unit, sides: sides === 1 ? 1 : 2, base, stack })
}

function barOf(machine: MachineLoads, gym: GymLoads, unit: MassUnit): number {
  if (machine.base_kg !== undefined) return shown(massIn(machine.base_kg, unit))
  const [bar] = gym.bars ?? []
  return bar === undefined ? USUAL_BAR[unit] : shown(massIn(massKg(bar, gym.unit ?? 'kg'), unit))
}

function hasPlates(plates: RackInput['plates']): boolean {
  return plates !== undefined && Object.keys(plates).length > 0
}
