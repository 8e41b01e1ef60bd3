/** What the model says, in words: what a change of set-up does, and what the numbers of the picture mean. */

import * as messages from '../generated/messages-press'
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
  if (least === 0 && most === 0) return messages.hipSame
  if (least >= 0)
    return least === most ? messages.hipMore({ most }) : messages.hipMoreRange({ least, most })
  if (most <= 0)
    return least === most
      ? messages.hipLess({ most: -least })
      : messages.hipLessRange({ least: -most, most: -least })
  return messages.hipEither({ less: -least, more: most })
}

/** A message for more of something and one for less of it. */
interface MoreOrLess {
  readonly more: (values: { by: number }) => string
  readonly less: (values: { by: number }) => string
}

const sized = (by: number, { more, less }: MoreOrLess): string => (by > 0 ? more : less)({ by: Math.abs(by) })

/** Numbers of the set-up with their messages; factors make centimetres of metres. */
const MOVES: readonly (readonly [key: keyof PressInput, words: MoreOrLess, factor: number])[] = [
  ['h_m', messages.feet, 100], ['knee_bottom_deg', messages.depth, 1], ['plates_kg', messages.plates, 1],
  ['sled_kg', messages.sled, 1], ['alpha_deg', messages.rail, 1], ['gamma_deg', messages.backPad, 1],
  ['height_m', messages.height, 100], ['mass_kg', messages.mass, 1], ['c_m', messages.pressure, 100],
  ['knee_top_deg', messages.top, 1],
]

/** What somebody did to the set-up, in a few words; empty when nothing changed. */
function moveWords(before: PressInput, now: PressInput): string {
  const moves = MOVES.flatMap(([key, words, factor]) => {
    const by = Math.round((now[key] - before[key]) * factor * 10) / 10
    return Math.abs(by) >= 0.5 ? [sized(by, words)] : []
  })
  if (Math.abs(now.lambda - before.lambda) > 0.01)
    moves.push(now.lambda > before.lambda ? messages.push.more : messages.push.less)
  return capital(moves.slice(0, 3).join(', '))
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** What the change does, one sentence a line; the first names what was done. */
export function changeWords(before: PressInput, now: PressInput): string[] {
  const changes = moveWords(before, now)
  if (!changes) return []
  if (onlyAssumption(before, now)) return [messages.doesAssumption({ changes })]
  const isEmpty = Math.min(staticForceN(before), staticForceN(now)) < NOTHING_N
  const first = isEmpty
    ? messages.doesNothing({ changes })
    : messages.does({ changes, hip: hipWords(hipShift(before, now)) })
  const [old, fresh] = [anglesAt(before, before.knee_bottom_deg), anglesAt(now, now.knee_bottom_deg)]
  const bends = [
    from(1, Math.round(fresh.thighTrunk - old.thighTrunk), messages.hip),
    from(1, Math.round(fresh.dorsiflexion - old.dorsiflexion), messages.ankle),
  ].filter(Boolean).join(', ')
  const loads = [
    from(0.5, (staticForceN(now) - staticForceN(before)) / G, messages.railForce),
    from(1, workJ(now) - workJ(before), messages.work),
  ].filter(Boolean).join(', ')
  return [first, bends && messages.bottom({ bends }), loads && `${capital(loads)}.`].filter(Boolean)
}

/** A change from a smallest one on, in whole units; '' for a smaller one. */
function from(least: number, by: number, words: MoreOrLess): string {
  if (Math.abs(by) < least) return ''
  return sized(Math.sign(by) * Math.round(Math.abs(by)), words)
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
  return messages.expect({ change: hipWords(shift) })
}
