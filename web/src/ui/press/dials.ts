/**
 * The sliders of the picture: what each shows, in the lifter's units, and what it sets. Limits are those of
 * the sliders; typing reaches further.
 */

import type { PressInput } from '../../core/press/mechanics'
import { KEYS, plainNumber } from '../../core/press/mechanics-limits'

export interface DialSpec {
  readonly key: keyof PressInput
  readonly label: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly step: number
  readonly jump: number
  /** Shown for a value of the model: 15 for 0.15 m. */
  readonly factor: number
  readonly shown: (p: PressInput) => number
  readonly set: (value: number) => Partial<PressInput>
  readonly spoken: (p: PressInput) => string
}

function dial(
  key: keyof PressInput, label: string, unit: string, range: readonly [number, number, number, number],
  spoken: string, factor = 1,
): DialSpec {
  const [low, high, step, jump] = range
  const shown = (p: PressInput): number => Number((p[key] * factor).toFixed(3))
  return {
    key, label, unit, low, high, step, jump, factor, shown,
    set: (value) => ({ [key]: value / factor }),
    spoken: (p) => `${shown(p)} ${spoken}`,
  }
}

export const FIRST: readonly DialSpec[] = [
  dial('h_m', 'Feet', 'cm', [0, 30, 0.5, 1], 'centimetres above the line through the hip', 100),
  dial('knee_bottom_deg', 'Depth', '°', [50, 140, 1, 5], 'degrees of knee bend at the bottom'),
  dial('plates_kg', 'Load', 'kg', [0, 500, 2.5, 5], 'kilograms of plates'),
]

export const STEERING: DialSpec = dial(
  'lambda', 'How you push, as assumed', '%', [0, 100, 1, 5],
  'percent of the way from along the rail to toward the hip', 100,
)

export const MORE: readonly DialSpec[] = [
  dial('alpha_deg', 'Rail angle', '°', [20, 70, 1, 5], 'degrees above horizontal'),
  dial('gamma_deg', 'Back pad', '°', [0, 60, 1, 5], 'degrees above horizontal'),
  dial('delta_deg', 'Plate tilt', '°', [-20, 20, 1, 1], 'degrees from square to the rail'),
  dial('sled_kg', 'Sled', 'kg', [10, 120, 1, 1], 'kilograms without plates'),
  dial('mu', 'Friction', '%', [0, 10, 0.5, 0.5], 'percent of the force across the rail', 100),
  dial('height_m', 'Your height', 'cm', [140, 215, 1, 1], 'centimetres', 100),
  dial('mass_kg', 'Your mass', 'kg', [40, 160, 1, 1], 'kilograms'),
  dial('knee_top_deg', 'Top of the press', '°', [2, 40, 1, 1], 'degrees of knee bend at the top'),
]

/** A typed value that cannot be, in the units of the picture; empty when all can. */
export function outside(asked: Partial<PressInput>): string {
  for (const spec of [...FIRST, ...MORE]) {
    const value = asked[spec.key]
    if (value === undefined) continue
    const [low, high] = [KEYS[spec.key].low * spec.factor, KEYS[spec.key].high * spec.factor]
    const unit = spec.unit === '°' ? '°' : ` ${spec.unit}`
    if (!Number.isFinite(value))
      return `${spec.label} must be a number between ${words(low)} and ${words(high)}${unit}.`
    const shown = value * spec.factor
    if (shown < low - 1e-9 || shown > high + 1e-9) {
      return `${spec.label} of ${words(shown)}${unit} lies outside ${words(low)} to ${words(high)}${unit}; ` +
        `the nearest possible value is ${words(Math.min(Math.max(shown, low), high))}${unit}.`
    }
  }
  return ''
}

const words = (value: number): string => plainNumber(value).replace('-', '−')
