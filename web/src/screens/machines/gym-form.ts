/** A gym as its form shows it, and back: unknown keys of the document stay as they were. */

import * as messages from '../../core/generated/messages-machines'
import type { Gym, MassUnit } from '../../core/values/documents'
import { platesBody, platesOf, usualPlates, type PlateChoice } from './weights'

export interface GymForm {
  name: string
  unit: MassUnit
  plates: PlateChoice
  bars: number[]
  dumbbells: number[]
  note: string
}

/** Bars of most gyms, the usual one first; a guess until the lifter says more. */
const BARS: Readonly<Record<MassUnit, readonly number[]>> = { kg: [20, 15, 10], lb: [45, 35, 25] }

export function blankGym(name: string, unit: MassUnit): GymForm {
  return { name, unit, plates: usualPlates(unit), bars: [...BARS[unit]], dumbbells: [], note: '' }
}

export function toGymForm(gym: Gym, usual: MassUnit): GymForm {
  const unit = gym.unit ?? usual
  return {
    name: gym.name, unit, plates: platesOf(gym.plates) ?? usualPlates(unit),
    bars: [...(gym.bars ?? BARS[unit])], dumbbells: [...(gym.dumbbells ?? [])], note: gym.note ?? '',
  }
}

/** The bars with another one first, which is the one that advice takes. */
export function withUsual(bars: readonly number[], usual: number | undefined): number[] {
  const others = bars.filter((bar) => bar !== usual).sort((a, b) => b - a)
  return usual !== undefined && bars.includes(usual) ? [usual, ...others] : others
}

/** Plates and bars of the other unit: what is usual there. */
export function inUnit(form: GymForm, unit: MassUnit): GymForm {
  return form.unit === unit
    ? form
    : { ...form, unit, plates: usualPlates(unit), bars: [...BARS[unit]], dumbbells: [] }
}

/** The document of a form, or the sentence that says what to mend. */
export function toGym(form: GymForm, before: Gym | undefined): Gym | string {
  const { bars, dumbbells } = form
  if (form.name.trim() === '') return messages.gymNeedsName
  if (form.plates.sizes.length === 0) return messages.platesEmpty
  if (bars.some((bar) => bar > 100)) return messages.barsHeavy({ unit: form.unit })
  if (dumbbells.some((dumbbell) => dumbbell > 500))
    return messages.dumbbellsHeavy({ unit: form.unit })
  const { plates: _plates, bars: _bars, dumbbells: _dumbbells, note: _note, ...rest } = before ?? { v: 1 }
  return {
    ...rest, v: before?.v ?? 1, name: form.name.trim(), unit: form.unit, plates: platesBody(form.plates),
    ...(bars.length ? { bars: [...bars] } : {}),
    ...(dumbbells.length ? { dumbbells: [...dumbbells].sort((a, b) => a - b) } : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  }
}
