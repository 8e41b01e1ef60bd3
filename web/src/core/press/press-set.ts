/**
 * What a logged set of the sled press really was: kilos along the rail and joules into the sled, as bands
 * wherever something was not recorded. And what two pulls of a luggage scale and a tape tell about the
 * machine.
 */

import { STANDARD_GRAVITY_MPS2 as G } from '../generated/tables'
import { massKg, type MassUnit } from '../rules/loads/units'
import { DEFAULTS, sledPositionM, type Band, type PressInput } from './mechanics'
import { plainNumber } from './mechanics-limits'
import { platePlaceM } from './press-picture'

const RAD = Math.PI / 180
/** A sled that is a guess may weigh this much more or less [kg]: 55 is 35 to 75. */
const SLED_DOUBT_KG = 20
/** Depths that people call a full press [degree], for a set without a recorded one: a guess. */
const USUAL_DEPTH = [90, 110] as const
/** Feet low and high on the plate [m]; where they stood moves the stroke by a few per cent. */
const FEET = [0.05, 0.25] as const

export interface LoggedPress {
  readonly plates_kg: number
  readonly reps: number
  readonly base_kg?: number | undefined
  /** The base was weighed or stands on the machine. */
  readonly baseKnown: boolean
  readonly angle_deg?: number | undefined
  /** Knee bend at the bottom, where it was recorded [degree]. */
  readonly depth_deg?: number | undefined
  readonly height_m?: number | undefined
}

export interface Effort {
  /** Low, as given, high [kg]. */
  readonly effective_kg: Band
  /** Of the whole set, into the sled [J]. */
  readonly joules: Band
}

/** m sin(alpha) and reps × m g sin(alpha) × stroke; exact where everything was recorded, a band where not. */
export function effortOf(set: LoggedPress): Effort {
  const base = set.base_kg ?? DEFAULTS.sled_kg
  const doubt = set.baseKnown && set.base_kg !== undefined ? 0 : SLED_DOUBT_KG
  const sine = Math.sin((set.angle_deg ?? DEFAULTS.alpha_deg) * RAD)
  const kilos = (sled: number): number => (Math.max(sled, 0) + set.plates_kg) * sine
  const depths = set.depth_deg === undefined ? USUAL_DEPTH : [set.depth_deg, set.depth_deg]
  const strokes = depths.flatMap((depth) => FEET.map((h_m) => strokeM(set.height_m, h_m, depth)))
  const middle = strokeM(set.height_m, DEFAULTS.h_m, set.depth_deg ?? DEFAULTS.knee_bottom_deg)
  const effective: Band = [kilos(base - doubt), kilos(base), kilos(base + doubt)]
  return {
    effective_kg: effective,
    joules: [
      set.reps * effective[0] * G * Math.min(...strokes),
      set.reps * effective[1] * G * middle,
      set.reps * effective[2] * G * Math.max(...strokes),
    ],
  }
}

function strokeM(height_m: number | undefined, h_m: number, depth: number): number {
  const p: PressInput = { ...DEFAULTS, ...(height_m ? { height_m } : {}), h_m }
  return sledPositionM(p, p.knee_top_deg) - sledPositionM(p, Math.min(Math.max(depth, 20), 140))
}

/** "145 kg along the rail · 3.8 to 4.2 kJ"; the load in the lifter's unit. */
export function effortWords(effort: Effort, unit: MassUnit = 'kg'): string {
  const load = ends(effort.effective_kg, massKg(1, unit))
  return `${load} ${unit} along the rail · ${ends(effort.joules, 1000)} kJ`
}

/** Two machines side by side: what the same plates push on this one; empty for what is no sled press. */
export function machineWords(machine: {
  exercise: string
  base_kg?: number
  base_known?: boolean
  angle_deg?: number
}): string {
  if (machine.exercise !== 'leg-press-45' || machine.base_kg === undefined) return ''
  const { effective_kg } = effortOf({
    plates_kg: 100, reps: 1, base_kg: machine.base_kg, baseKnown: machine.base_known === true,
    angle_deg: machine.angle_deg,
  })
  return `100 kg of plates push like ${ends(effective_kg, 1)} kg`
}

/** What is known of a sled press; `doubt_kg` 0 when the sled was weighed. */
export interface Sled { readonly kg: number; readonly alpha_deg: number; readonly doubt_kg: number }

/** A machine's facts as a sled, where a 45° press has nothing noted: the usual one with its doubt. */
export function sledOf(machine: { base_kg?: number; base_known?: boolean; angle_deg?: number }): Sled {
  const known = machine.base_kg !== undefined && machine.base_known === true
  return {
    kg: machine.base_kg ?? DEFAULTS.sled_kg, alpha_deg: machine.angle_deg ?? DEFAULTS.alpha_deg,
    doubt_kg: known ? 0 : SLED_DOUBT_KG,
  }
}

/**
 * Plates that push here like `platesKg` push there: low, middle, high; null on rails too flat. Twin of
 * mechanics/alike.py.
 */
export function samePushKg(platesKg: number, there: Sled, here: Sled): Band | null {
  if (![there, here].every(({ alpha_deg }) => alpha_deg >= 10 && alpha_deg <= 90)) return null
  const ratio = Math.sin(there.alpha_deg * RAD) / Math.sin(here.alpha_deg * RAD)
  const plates = (thereKg: number, hereKg: number): number =>
    (platesKg + Math.max(thereKg, 0)) * ratio - Math.max(hereKg, 0)
  return [
    plates(there.kg - there.doubt_kg, here.kg + here.doubt_kg),
    plates(there.kg, here.kg),
    plates(there.kg + there.doubt_kg, here.kg - here.doubt_kg),
  ]
}

function ends([low, , high]: Band, unit: number): string {
  const text = (value: number): string => (value / unit).toFixed(unit === 1000 ? 1 : 0)
  return text(low) === text(high) ? text(low) : `${text(low)} to ${text(high)}`
}

export interface Pulled { readonly sled_kg: number; readonly mu: number }

/**
 * Sled and friction from two slow pulls along the rail, read in kilograms; a sentence where they cannot be
 * right. Twin of calibration.py.
 */
export function fromPulls(upKg: number, downKg: number, alphaDeg: number): Pulled | string {
  if (!(alphaDeg >= 10 && alphaDeg <= 80))
    return 'The rail angle must lie between 10 and 80 degrees for a pull test.'
  if (!(upKg > 0) || !(downKg > 0))
    return 'Both pulls must be above zero: read the scale while the sled moves slowly.'
  if (downKg > upKg)
    return 'The pull down reads higher than the pull up; friction makes it lower. Swap the two readings.'
  const alpha = alphaDeg * RAD
  return {
    sled_kg: (upKg + downKg) / (2 * Math.sin(alpha)),
    mu: (Math.tan(alpha) * (upKg - downKg)) / (upKg + downKg),
  }
}

/**
 * Knee bend at the bottom that a stroke by tape means [degree], for a press that ends at 8; a sentence where
 * none does.
 */
export function depthOfStroke(strokeCm: number, height_m: number): number | string {
  const p: PressInput = { ...DEFAULTS, height_m }
  const top = platePlaceM(p, p.knee_top_deg)
  const s = sledPositionM(p, p.knee_top_deg) - strokeCm / 100
  const [a, b] = [0.245 * height_m, 0.246 * height_m]
  const most = Math.floor(100 * (top - platePlaceM(p, 140)))
  if (!(strokeCm >= 3) || strokeCm > most)
    return `A stroke lies between 3 and ${plainNumber(most)} cm for your height.`
  return Math.acos((s * s + p.h_m * p.h_m - a * a - b * b) / (2 * a * b)) / RAD
}
