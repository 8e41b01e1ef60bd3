/** What the model says, in words: what a change of set-up does, and what the numbers of the picture mean. */

import { STANDARD_GRAVITY_MPS2 as G } from '../generated/tables'
import {
  DEFAULTS, anglesAt, frictionN, jointWork, sledPositionM, shares, staticForceN, type PressInput,
} from './mechanics'

/** Below this rail force raising the legs is most of the work [N]. */
const NOTHING_N = 150

/** Least and most change of the hip's share of the work over the steering band [points of percent]. */
export function hipShift(before: PressInput, now: PressInput): readonly [low: number, high: number] {
  const [was, is] = [hipShares(before), hipShares(now)]
  const moves = [is[0] - was[0], is[1] - was[1]] as const
  return [Math.min(...moves), Math.max(...moves)]
}

// While somebody drags, the set-up before the drag stays the same object.
const known = new WeakMap<PressInput, readonly [number, number]>()

/**
 * Hip share at both ends of the steering band [percent]; in between it is a straight line, for the total
 * stays the same.
 */
function hipShares(p: PressInput): readonly [number, number] {
  const before = known.get(p)
  if (before) return before
  const [low, high] = jointWork(p, [0, 1])
  if (!low || !high) throw new Error('two steerings give two answers')
  const hipShares = [100 * shares(low).hip, 100 * shares(high).hip] as const
  known.set(p, hipShares)
  return hipShares
}

/** "0 to 16 points more hip work, depending on how you push". */
export function hipWords([low, high]: readonly [number, number]): string {
  const [least, most] = [Math.round(low), Math.round(high)]
  if (least === 0 && most === 0) return 'the same hip work, however you push'
  if (least >= 0)
    return `${least === most ? '' : `${least} to `}${points(most)} more hip work, depending on how you push`
  if (most <= 0)
    return `${least === most ? '' : `${-most} to `}${points(-least)} less hip work, depending on how you push`
  return `anything from ${points(-least)} less to ${most} more hip work: how you push decides`
}

const points = (count: number): string => `${count} ${count === 1 ? 'point' : 'points'}`

/** What somebody did to the set-up, in a few words; empty when nothing changed. */
function moveWords(before: PressInput, now: PressInput): string {
  const sentences: string[] = []
  const tell = (key: keyof PressInput, words: (by: number) => string, factor = 1, least = 0.5): void => {
    const by = Math.round((now[key] - before[key]) * factor * 10) / 10
    if (Math.abs(by) >= least) sentences.push(words(by))
  }
  const size = (by: number, unit: string): string => `${Math.round(Math.abs(by) * 10) / 10}${unit}`
  tell('h_m', (by) => `feet ${size(by, ' cm')} ${by > 0 ? 'higher' : 'lower'}`, 100)
  tell('knee_bottom_deg', (by) => `${size(by, '°')} ${by > 0 ? 'deeper' : 'less deep'}`)
  tell('plates_kg', (by) => `${size(by, ' kg')} ${by > 0 ? 'more on' : 'less on'}`)
  tell('sled_kg', (by) => `sled ${size(by, ' kg')} ${by > 0 ? 'heavier' : 'lighter'}`)
  tell('alpha_deg', (by) => `rail ${size(by, '°')} ${by > 0 ? 'steeper' : 'flatter'}`)
  tell('gamma_deg', (by) => `back pad ${size(by, '°')} ${by > 0 ? 'steeper' : 'flatter'}`)
  tell('height_m', (by) => `${size(by, ' cm')} ${by > 0 ? 'taller' : 'shorter'}`, 100)
  tell('mass_kg', (by) => `${size(by, ' kg')} ${by > 0 ? 'more of you' : 'less of you'}`)
  tell('c_m', (by) => `pressure ${size(by, ' cm')} nearer ${by > 0 ? 'the toes' : 'the heel'}`, 100)
  tell('knee_top_deg', (by) => `stopping ${size(by, '°')} ${by > 0 ? 'earlier' : 'nearer to straight'}`)
  if (Math.abs(now.lambda - before.lambda) > 0.01) {
    sentences.push(`the push assumed nearer ${now.lambda > before.lambda ? 'to the hip' : 'to the rail'}`)
  }
  const words = sentences.slice(0, 3).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What the change does, one sentence a line; the first names what was done. */
export function changeWords(before: PressInput, now: PressInput): string[] {
  const moved = moveWords(before, now)
  if (!moved) return []
  const sentences: string[] = []
  if (onlyAssumption(before, now)) {
    return [
      `${moved}: the press is the same, and so are the bands. Only the mark inside them moves; no scale on ` +
        'the machine can tell where it belongs.',
    ]
  }
  if (Math.min(staticForceN(before), staticForceN(now)) < NOTHING_N) {
    sentences.push(
      `${moved}: on a rail so flat or so empty the sled takes next to nothing, and shares of it mean ` +
        'nothing.',
    )
  } else sentences.push(`${moved}: ${hipWords(hipShift(before, now))}.`)
  const [old, fresh] = [anglesAt(before, before.knee_bottom_deg), anglesAt(now, now.knee_bottom_deg)]
  const hip = Math.round(fresh.thighTrunk - old.thighTrunk)
  const ankle = Math.round(fresh.dorsiflexion - old.dorsiflexion)
  if (hip || ankle)
    sentences.push(
      `At the bottom ${[bend('the hip', hip), bend('the ankle', ankle)].filter(Boolean).join(', ')}.`,
    )
  const force = (staticForceN(now) - staticForceN(before)) / G
  const work = workJ(now) - workJ(before)
  const kilos =
    Math.abs(force) >= 0.5
      ? `${Math.round(Math.abs(force))} kg ${force > 0 ? 'more' : 'less'} along the rail`
      : ''
  const joules =
    Math.abs(work) >= 1
      ? `${Math.round(Math.abs(work))} J ${work > 0 ? 'more' : 'less'} into the sled a press`
      : ''
  if (kilos || joules) sentences.push(sentence([kilos, joules].filter(Boolean).join(', ')))
  return sentences
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function bend(joint: string, by: number): string {
  return by ? `${joint} bends ${Math.abs(by)}° ${by > 0 ? 'more' : 'less'}` : ''
}

function onlyAssumption(before: PressInput, now: PressInput): boolean {
  return (Object.keys(now) as (keyof PressInput)[]).every(
    (key) => key === 'lambda' || Math.abs(now[key] - before[key]) < 1e-9,
  )
}

/** Work into sled and friction over one press [J]. */
export function workJ(p: PressInput): number {
  const stroke = sledPositionM(p, p.knee_top_deg) - sledPositionM(p, p.knee_bottom_deg)
  return (staticForceN(p) + frictionN(p)) * stroke
}

/** "3 to 148", or one number where both ends are the same; a true minus sign. */
export function rangeWords(values: readonly number[], digits = 0): string {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => signed(value, digits))
  return low === high ? `${low}` : `${low} to ${high}`
}

function signed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

const HEIGHTS: readonly string[] = ['low', 'middle', 'high']

/**
 * What the model expects of a new line of the leg press, for "what changed?"; empty where it has nothing to
 * say.
 */
export function expectWords(exercise: string, variable: string, from: string, to: string): string {
  const up = HEIGHTS.indexOf(to) - HEIGHTS.indexOf(from)
  if (
    exercise !== 'leg-press-45' ||
    variable !== 'foot_height' ||
    up === 0 ||
    !HEIGHTS.includes(from) ||
    !HEIGHTS.includes(to)
  )
    return ''
  const [lower, higher] = [{ ...DEFAULTS, h_m: 0.1 }, { ...DEFAULTS, h_m: 0.15 }]
  const shift = up > 0 ? hipShift(lower, higher) : hipShift(higher, lower)
  return `For every 5 cm the model expects ${hipWords(shift)}.`
}
