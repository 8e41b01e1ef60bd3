/** A gym as its form shows it, and back: unknown keys of the document stay as they were. */

import { USUAL_PLATES } from '../../core/generated/tables'
import type { Gym, MassUnit } from '../../core/values/documents'

export interface GymForm {
  name: string
  unit: MassUnit
  plates: number[]
  bars: string
  dumbbells: string
  note: string
}

/** Bars of most gyms, the usual one first; a guess until the lifter says more. */
const BARS: Readonly<Record<MassUnit, string>> = { kg: '20 15 10', lb: '45 35 25' }

export function blankGym(name: string, unit: MassUnit): GymForm {
  return { name, unit, plates: [...USUAL_PLATES[unit]], bars: BARS[unit], dumbbells: '', note: '' }
}

export function toGymForm(gym: Gym, usual: MassUnit): GymForm {
  const unit = gym.unit ?? usual
  const sizes = Array.isArray(gym.plates) ? gym.plates : Object.keys(gym.plates ?? {}).map(Number)
  return {
    name: gym.name, unit, plates: sizes.length ? sizes : [...USUAL_PLATES[unit]],
    bars: (gym.bars ?? []).join(' ') || BARS[unit],
    dumbbells: (gym.dumbbells ?? []).join(' '), note: gym.note ?? '',
  }
}

/** Plates and bars of the other unit: what is usual there. */
export function inUnit(form: GymForm, unit: MassUnit): GymForm {
  return form.unit === unit
    ? form
    : { ...form, unit, plates: [...USUAL_PLATES[unit]], bars: BARS[unit], dumbbells: '' }
}

/** The document of a form, or the sentence that says what to mend. */
export function toGym(form: GymForm, before: Gym | undefined): Gym | string {
  const bars = numbers(form.bars)
  const dumbbells = numbers(form.dumbbells)
  if (form.name.trim() === '') return 'Give the gym a name, as you call it.'
  if (form.plates.length === 0) return 'Choose at least one plate size.'
  if (bars === null || bars.some((bar) => bar > 100))
    return `Type the bars in ${form.unit} with spaces between, the usual one first, such as ` +
      `${BARS[form.unit]}.`
  if (dumbbells === null || dumbbells.length > 100 || dumbbells.some((dumbbell) => dumbbell > 500))
    return `Type the dumbbells in ${form.unit} with spaces between, or a range with its step, such as 2-30/2.`
  const { plates: _plates, bars: _bars, dumbbells: _dumbbells, note: _note, ...rest } = before ?? { v: 1 }
  // Pairs that were limited stay limited for the sizes that stay.
  const pairs =
    before?.plates !== undefined && !Array.isArray(before.plates) && before.unit === form.unit
      ? before.plates
      : undefined
  const sizes = [...form.plates].sort((a, b) => b - a)
  return {
    ...rest, v: before?.v ?? 1, name: form.name.trim(), unit: form.unit,
    plates: pairs
      ? Object.fromEntries(sizes.map((size) => [String(size), pairs[String(size)] ?? 10]))
      : sizes,
    ...(bars.length ? { bars } : {}),
    ...(dumbbells.length ? { dumbbells: [...new Set(dumbbells)].sort((a, b) => a - b) } : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  }
}

/** `2 4 6,5`, and `2-30/2` for every second from 2 to 30; null when something is no number above zero. */
export function numbers(text: string): number[] | null {
  const weights: number[] = []
  for (const part of text.split(/[\s;]+/).filter(Boolean)) {
    const [, from = '', to, step] = /^([\d.,]+)(?:-([\d.,]+)\/([\d.,]+))?$/.exec(part) ?? []
    const [low, high, by] = [from, to ?? from, step ?? '1'].map((part) => Number(part.replace(',', '.')))
    if (
      low === undefined ||
      high === undefined ||
      by === undefined ||
      !(low > 0 && high >= low && by > 0) ||
      (high - low) / by > 200
    )
      return null
    for (let at = 0; low + at * by <= high + 1e-9; at += 1) weights.push(Number((low + at * by).toFixed(3)))
  }
  return weights
}
