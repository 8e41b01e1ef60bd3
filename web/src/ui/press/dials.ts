/** The sliders of the picture: what each shows, in the lifter's units, and what it sets. Limits are those of the sliders; typing reaches further. */

import type { PressInput } from '../../core/mechanics'

export interface DialSpec {
  readonly key: keyof PressInput
  readonly label: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly step: number
  readonly jump: number
  readonly shown: (p: PressInput) => number
  readonly set: (value: number) => Partial<PressInput>
  readonly spoken: (p: PressInput) => string
}

function dial(key: keyof PressInput, label: string, unit: string, range: readonly [number, number, number, number], spoken: string, factor = 1): DialSpec {
  const [low, high, step, jump] = range
  const shown = (p: PressInput): number => Number((p[key] * factor).toFixed(3))
  return {
    key, label, unit, low, high, step, jump, shown,
    set: (value) => ({ [key]: value / factor }),
    spoken: (p) => `${shown(p)} ${spoken}`,
  }
}

export const FIRST: readonly DialSpec[] = [
  dial('h_m', 'Feet', 'cm', [0, 30, 0.5, 1], 'centimetres above the line through the hip', 100),
  dial('knee_bottom_deg', 'Depth', '°', [50, 140, 1, 5], 'degrees of knee bend at the bottom'),
  dial('plates_kg', 'Load', 'kg', [0, 500, 2.5, 5], 'kilograms of plates'),
]

export const STEERING: DialSpec = dial('lambda', 'How you push, as assumed', '%', [0, 100, 1, 5], 'percent of the way from along the rail to toward the hip', 100)

export const MORE: readonly DialSpec[] = [
  dial('alpha_deg', 'Rail angle', '°', [0, 90, 1, 5], 'degrees above horizontal'),
  dial('gamma_deg', 'Back pad', '°', [0, 60, 1, 5], 'degrees above horizontal'),
  dial('delta_deg', 'Plate tilt', '°', [-20, 20, 1, 1], 'degrees from square to the rail'),
  dial('sled_kg', 'Sled', 'kg', [10, 120, 1, 1], 'kilograms without plates'),
  dial('mu', 'Friction', '%', [0, 10, 0.5, 0.5], 'percent of the force across the rail', 100),
  dial('height_m', 'Your height', 'cm', [140, 215, 1, 1], 'centimetres', 100),
  dial('mass_kg', 'Your mass', 'kg', [40, 160, 1, 1], 'kilograms'),
  dial('knee_top_deg', 'Top of the press', '°', [2, 40, 1, 1], 'degrees of knee bend at the top'),
]
