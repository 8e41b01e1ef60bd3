/** What the log says about a maximum that a program asks for, from the snapshot that is kept on the phone. */
import { massIn, type MassUnit } from '../../../core/rules/loads/units'
import { exerciseFacts } from '../content'
import { keptCapacities } from '../snapshot'

export interface LoggedMax {
  value: number
  low: number
  high: number
}

const USUAL_K = 35
const HALF = 2 // shown in steps of half a unit

/** The maximum for so many reps (`1rm`, `5rm`) with its 80 % interval; null where the log knows none. */
export async function maxFromLog(exercise: string, ask: string, unit: MassUnit): Promise<LoggedMax | null> {
  const asked = /^(\d+)rm$/.exec(ask)
  if (!asked) return null
  const capacity = (await keptCapacities(exercise))[0]
  if (!capacity) return null
  const file = await exerciseFacts(exercise).catch(() => undefined)
  const k = file?.curve_k ?? USUAL_K
  const share = (k + 9) / (k + Number(asked[1]) - 1) // docs/training.md
  const shown = (kg: number): number => Math.round(massIn(kg * share, unit) * HALF) / HALF
  return { value: shown(capacity.kg), low: shown(capacity.low), high: shown(capacity.high) }
}
