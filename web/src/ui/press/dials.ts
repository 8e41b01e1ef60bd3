/**
 * The sliders of the picture: what each shows, in the lifter's units, and what it sets. Limits are those of
 * the sliders; typing reaches further.
 */

import * as messages from '../../core/generated/messages-press-picture'
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
  dial('h_m', messages.feet, 'cm', [0, 30, 0.5, 1], messages.feetSpoken, 100),
  dial('knee_bottom_deg', messages.depth, '°', [50, 140, 1, 5], messages.depthSpoken),
  dial('plates_kg', messages.load, 'kg', [0, 500, 2.5, 5], messages.loadSpoken),
]

export const STEERING: DialSpec = dial(
  'lambda', messages.steering, '%', [0, 100, 1, 5],
  messages.steeringSpoken, 100,
)

export const MORE: readonly DialSpec[] = [
  dial('alpha_deg', messages.railAngle, '°', [20, 70, 1, 5], messages.aboveHorizontal),
  dial('gamma_deg', messages.backPad, '°', [0, 60, 1, 5], messages.aboveHorizontal),
  dial('delta_deg', messages.plateTilt, '°', [-20, 20, 1, 1], messages.plateTiltSpoken),
  dial('sled_kg', messages.sled, 'kg', [10, 120, 1, 1], messages.sledSpoken),
  dial('mu', messages.friction, '%', [0, 10, 0.5, 0.5], messages.frictionSpoken, 100),
  dial('height_m', messages.height, 'cm', [140, 215, 1, 1], messages.centimetres, 100),
  dial('mass_kg', messages.mass, 'kg', [40, 160, 1, 1], messages.kilograms),
  dial('knee_top_deg', messages.top, '°', [2, 40, 1, 1], messages.topSpoken),
]

/** A typed value that cannot be, in the units of the picture; empty when all can. */
export function outside(asked: Partial<PressInput>): string {
  for (const spec of [...FIRST, ...MORE]) {
    const value = asked[spec.key]
    if (value === undefined) continue
    const [low, high] = [KEYS[spec.key].low * spec.factor, KEYS[spec.key].high * spec.factor]
    const unit = spec.unit === '°' ? '°' : ` ${spec.unit}`
    if (!Number.isFinite(value))
      return messages.mustBeNumber({ label: spec.label, low: words(low), high: words(high), unit })
    const shown = value * spec.factor
    if (shown < low - 1e-9 || shown > high + 1e-9) {
      return messages.liesOutside({
        label: spec.label, value: `${words(shown)}${unit}`, low: words(low), high: `${words(high)}${unit}`,
        nearest: `${words(Math.min(Math.max(shown, low), high))}${unit}`,
      })
    }
  }
  return ''
}

const words = (value: number): string => plainNumber(value).replace('-', '−')
