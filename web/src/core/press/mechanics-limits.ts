/**
 * What the model takes, where hips and ankles give out on the way, and where the plate starts to push the
 * knee backward. Twin of src/iron/mechanics/answer.py, limits.py and lockout.py, held to them by
 * spec/mechanics.json.
 */

import {
  ANKLE_END, DEFAULTS, HIP_END, anglesAt, frictionN, legsKg, momentsAt, poseAt, sledPositionM, shankM,
  staticForceN, thighM,
  type Band, type PressInput,
} from './mechanics'

export interface Key {
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly name: string
}
export type KeyName = keyof PressInput

/** Inclusive limits: guesses of what a person or a machine can be. */
export const KEYS: Readonly<Record<KeyName, Key>> = {
  height_m: { low: 1.2, high: 2.3, unit: 'm', name: 'body height' },
  mass_kg: { low: 30, high: 250, unit: 'kg', name: 'body mass' },
  alpha_deg: { low: 0, high: 90, unit: 'degrees', name: 'rail angle' },
  delta_deg: { low: -30, high: 30, unit: 'degrees', name: 'plate angle' },
  gamma_deg: { low: -10, high: 80, unit: 'degrees', name: 'back pad angle' },
  h_m: { low: -0.2, high: 0.4, unit: 'm', name: 'foot height' },
  c_m: { low: -0.05, high: 0.2, unit: 'm', name: 'centre of pressure' },
  sled_kg: { low: 0, high: 250, unit: 'kg', name: 'sled' },
  plates_kg: { low: 0, high: 1000, unit: 'kg', name: 'plates' },
  mu: { low: 0, high: 0.3, unit: '', name: 'friction share' },
  lambda: { low: 0, high: 1, unit: '', name: 'steering' },
  knee_bottom_deg: { low: 20, high: 150, unit: 'degrees', name: 'knee angle at the bottom' },
  knee_top_deg: { low: 2, high: 120, unit: 'degrees', name: 'knee angle at the top' },
  tau_s: { low: 0.2, high: 60, unit: 's', name: 'time of the way up' },
}

const ORDER = Object.keys(KEYS) as KeyName[] // KEYS has exactly these keys.
const MINIMUM_RANGE_DEG = 5
const RAD = Math.PI / 180
const SIN_60 = Math.sin(60 * RAD)

export interface Checked {
  /** The press itself, or the nearest one that the model takes. */
  readonly input: PressInput
  /** What was wrong, in a sentence with the limit; empty when nothing was. */
  readonly sentence: string
  readonly where: KeyName | ''
}

/** Digits as people write them: 45, 0.15. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(6)))

/**
 * The largest foot height at a knee bend [m]: flatter than 30 degrees against the rail the leg can no longer
 * push.
 */
function reachM(p: PressInput, kneeDeg: number): number {
  const [a, b] = [thighM(p), shankM(p)]
  return Math.sqrt(a * a + b * b + 2 * a * b * Math.cos(kneeDeg * RAD)) * SIN_60
}

/** What is wrong with one value by itself, and the nearest that the model takes; null when nothing is. */
function outOfRange(name: KeyName, value: number): { sentence: string; nearest: number } | null {
  const { name: title, low, high, unit: sign } = KEYS[name]
  const [from, to] = [plainNumber(low), plainNumber(high)]
  if (!Number.isFinite(value))
    return {
      sentence: `The ${title} (${name}) must be a number between ${from} and ${to}.`,
      nearest: DEFAULTS[name],
    }
  if (low <= value && value <= high) return null
  const nearest = Math.min(Math.max(value, low), high)
  const unit = sign ? ` ${sign}` : ''
  const sentence =
    `The ${title} (${name}) of ${plainNumber(value)}${unit} lies outside ${from} to ${to}${unit}; ` +
    `the nearest possible value is ${plainNumber(nearest)}.`
  return { sentence, nearest }
}

/** Check a press; what cannot be is replaced by the nearest that can, and said. The first problem is told. */
export function checked(given: Partial<PressInput>): Checked {
  const input: Record<KeyName, number> = { ...DEFAULTS, ...given }
  let sentence = ''
  let where: KeyName | '' = ''
  const say = (key: KeyName, words: string): void => {
    if (!sentence) [sentence, where] = [words, key]
  }
  for (const name of ORDER) {
    const fault = outOfRange(name, input[name])
    if (!fault) continue
    say(name, fault.sentence)
    input[name] = fault.nearest
  }
  if (input.sled_kg + input.plates_kg <= 0) {
    say('plates_kg', 'Sled and plates weigh nothing together; the nearest the model takes is 1 kg.')
    input.plates_kg = 1
  }
  if (input.knee_bottom_deg - input.knee_top_deg < MINIMUM_RANGE_DEG) {
    const nearest = input.knee_top_deg + MINIMUM_RANGE_DEG
    say(
      'knee_bottom_deg',
      `The bottom (${plainNumber(input.knee_bottom_deg)}°) must bend the knee at least ` +
        `${MINIMUM_RANGE_DEG}° more than the top ` +
        `(${plainNumber(input.knee_top_deg)}°); the nearest bottom is ${plainNumber(nearest)}°.`,
    )
    input.knee_bottom_deg = nearest
  }
  const light = tooLight(input)
  if (light) {
    say(light.where, light.sentence)
    input.plates_kg = light.plates_kg
    input.alpha_deg = light.alpha_deg
  }
  const limit = reachM(input, input.knee_bottom_deg)
  if (Math.abs(input.h_m) > limit) {
    const nearest = Math.sign(input.h_m) * limit
    say(
      'h_m',
      `With ${plainNumber(input.knee_bottom_deg)}° of knee bend the feet reach at most ${limit.toFixed(2)} ` +
        'm from the hip line; ' +
        `${plainNumber(input.h_m)} m is out of reach. The nearest possible value is ${nearest.toFixed(2)} m.`,
    )
    input.h_m = nearest
  }
  return { input, sentence, where }
}

const MOST_PLATES_KG = KEYS.plates_kg.high

/** A sled that pushes back with less than both legs weigh, and the nearest set-up that the model takes. */
function tooLight(
  input: PressInput,
): { where: KeyName; sentence: string; plates_kg: number; alpha_deg: number } | null {
  const slope = Math.sin((input.alpha_deg * Math.PI) / 180)
  const push = (input.sled_kg + input.plates_kg) * slope
  const legs = legsKg(input.mass_kg)
  if (push >= legs) return null
  const needed = slope > 0 ? Math.ceil(legs / slope - input.sled_kg) : Infinity
  const curable = needed <= MOST_PLATES_KG
  const cure = curable
    ? `The nearest plates are ${plainNumber(needed)} kg.`
    : 'Plates cannot cure that on so flat a rail: make the rail angle (alpha_deg) steeper.'
  return {
    where: curable ? 'plates_kg' : 'alpha_deg',
    sentence: `Along the rail the sled pushes back with ${push.toFixed(0)} kg, less than both legs weigh ` +
      `(${legs.toFixed(0)} kg): the model would describe lifting legs, not a press. ${cure}`,
    plates_kg: curable ? needed : MOST_PLATES_KG,
    alpha_deg: curable
      ? input.alpha_deg
      : Math.ceil((Math.asin(Math.min(1, legs / (input.sled_kg + MOST_PLATES_KG))) * 180) / Math.PI),
  }
}

/**
 * Knee bend from which a joint may give out, and from which it likely does; null where it never comes to that
 * [degree].
 */
export type Onset = readonly [possible: number | null, likely: number | null]

export interface Limits { readonly pelvis: Onset; readonly heel: Onset }

const DEEPEST = 150
const SCAN = 2

/**
 * Where on the way down the pelvis starts to roll and the heel to lift; angles grow with depth over the range
 * used.
 */
export function travelLimits(p: PressInput): Limits {
  const steps: { knee: number; thighTrunk: number; dorsiflexion: number }[] = []
  for (let knee = SCAN; knee <= DEEPEST; knee += SCAN) steps.push({ knee, ...anglesAt(p, knee) })
  const crossing = (of: 'thighTrunk' | 'dorsiflexion', limit: number): number | null => {
    const first = steps.find((step) => step[of] > limit)
    if (!first) return null
    return first.knee === SCAN
      ? SCAN
      : halve((at) => anglesAt(p, at)[of] - limit, first.knee - SCAN, first.knee)
  }
  return {
    pelvis: [crossing('thighTrunk', HIP_END[0]), crossing('thighTrunk', HIP_END[1])],
    heel: [crossing('dorsiflexion', ANKLE_END[0]), crossing('dorsiflexion', ANKLE_END[1])],
  }
}

/** Two degrees to a millionth of one. */
const HALVINGS = 21

function halve(of: (x: number) => number, below: number, above: number): number {
  let [low, high] = [below, above]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (of(middle) > 0) high = middle
    else low = middle
  }
  return high
}

export interface LockOut {
  /**
   * Knee bend below which the plate pushes the knee backward, at steering 0, as given, 1; 0 where it never
   * does [degree].
   */
  readonly from_deg: Band
  /** Backward moment at the top, per leg, at the same steerings [N m], never negative. */
  readonly backward_nm: Band
}

/**
 * Near lock-out the net knee moment may change its sign: the plate then pushes the knee backward. Pressing
 * slowly.
 */
export function lockOut(p: PressInput): LockOut {
  const force = staticForceN(p) + frictionN(p)
  // Moments are linear in the steering: both ends of the band give all between.
  const ends = (deg: number): readonly [number, number] => {
    const pose = poseAt(p, sledPositionM(p, deg))
    return [momentsAt(p, pose, force, 0).knee, momentsAt(p, pose, force, 1).knee]
  }
  const between = ([low, high]: readonly [number, number], steering: number): number =>
    low + steering * (high - low)
  const scanned: { deg: number; ends: readonly [number, number] }[] = []
  for (let deg = Math.floor(p.knee_bottom_deg / SCAN) * SCAN; deg >= SCAN; deg -= SCAN) {
    const ending = { deg, ends: ends(deg) }
    scanned.push(ending)
    if (Math.max(...ending.ends) < 0) break
  }
  const from = (steering: number): number => {
    const first = scanned.find((sample) => between(sample.ends, steering) < 0)
    if (!first) return 0
    if (first.deg + SCAN > p.knee_bottom_deg) return first.deg
    return halve((at) => between(ends(at), steering), first.deg, first.deg + SCAN)
  }
  const top = ends(p.knee_top_deg)
  const back = (steering: number): number => Math.max(0, -between(top, steering))
  return { from_deg: [from(0), from(p.lambda), from(1)], backward_nm: [back(0), back(p.lambda), back(1)] }
}
