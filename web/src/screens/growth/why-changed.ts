/**
 * What is known about a change of line, one sentence a part: the model for feet and sleds, the evidence for
 * stance, and that what was not recorded may be what it always was. Never why the number moved.
 */

import type { MassUnit } from '../../core/values/documents'
import type { Jump } from '../../core/rules/history/jump'
import { NO_MACHINE, UNKNOWN } from '../../core/generated/tables'
import type { LineChange } from '../../core/logic/line-names'
import { samePushKg, sledOf, type Sled } from '../../core/press/press-set'
import { expectWords } from '../../core/press/press-words'
import { massKg } from '../../core/rules/loads/units'
import type { Sentences } from '../../core/rules/prescription/messages'
import type { Message, TypedValue } from '../../core/values/message'
import type { KnownMachine } from '../../data/reading/exercise-history'
import { amount } from '../../ui/text/amounts'

export interface Ground {
  readonly exercise: string
  readonly loadMeaning: string
  readonly unit: MassUnit
  readonly machines: ReadonlyMap<string, KnownMachine>
  /** Names of machines by id. */
  readonly names: ReadonlyMap<string, string>
  readonly sentences: Pick<Sentences, 'render'>
}

const PRESS = 'leg-press-45'
/** A round load to compare two machines with, in the lifter's unit. */
const ROUND: Readonly<Record<MassUnit, number>> = { kg: 100, lb: 200 }

/** One sentence for each part that something is known of; one for all that was not recorded. */
export function reasons(changes: readonly LineChange[], ground: Ground): string[] {
  const blank = (value: string): boolean => value === UNKNOWN || value === NO_MACHINE
  const say = (message: Message | null): string => (message ? ground.sentences.render(message) : '')
  const sentences = changes
    .filter((change) => !blank(change.from) && !blank(change.to))
    .map((change) => {
      if (change.what === 'machine') return say(machineReason(change.from, change.to, ground))
      if (ground.exercise === PRESS && change.id === 'stance') return say(plain('growth-why-stance'))
      return expectWords(ground.exercise, change.id, change.from, change.to)
    })
  if (changes.some((change) => blank(change.from) && !blank(change.to)))
    sentences.push(say(plain('growth-why-first')))
  if (changes.some((change) => blank(change.to))) sentences.push(say(plain('growth-why-gone')))
  return sentences.filter(Boolean)
}

const plain = (code: string): Message => ({ code, values: {} })
const within = (...of: readonly Message[]): TypedValue => ({ type: 'messages', of })

function machineReason(from: string, to: string, ground: Ground): Message | null {
  const [old, now] = [ground.machines.get(from), ground.machines.get(to)]
  if (ground.exercise !== PRESS) {
    if (ground.loadMeaning === 'stack') return plain('growth-why-stack')
    return ground.loadMeaning === 'plates' ? plain('growth-why-plates') : null
  }
  const [there, here] = [sledOf(old ?? {}), sledOf(now ?? {})]
  const round = ROUND[ground.unit]
  const range = samePushKg(massKg(round, ground.unit), there, here)
  if (!range) return plain('growth-why-flat')
  const load = (value: number): TypedValue => ({ type: 'load', value, unit: ground.unit, on: 'load' })
  const [low, middle, high] = range.map((kg) => Number(amount(kg, ground.unit, 'whole'))) as [
    number, number, number,
  ]
  const values = {
    load: load(round), high: load(high), low, same: load(middle), guess: guessed(there, here),
    before: ground.names.get(from) ?? within(plain('sled-old')),
    now: ground.names.get(to) ?? within(plain('sled-new')),
  }
  if (low < high && high >= 0)
    return { code: low < 0 ? 'growth-why-up-to' : 'growth-why-range', values }
  return {
    code: high < 0 ? 'growth-why-empty' : 'growth-why-push',
    values: { ...values, because: within(because(there, here, ground.unit)) },
  }
}

function guessed(there: Sled, here: Sled): string {
  if (there.doubt_kg > 0 && here.doubt_kg > 0) return 'both'
  return there.doubt_kg > 0 ? 'old' : 'new'
}

/** "its sled is 15 kg heavier and its rail is 15° steeper, so 0.71 of what slides pushes, not 0.50". */
function because(there: Sled, here: Sled, unit: MassUnit): Message {
  const heavier = here.kg - there.kg
  const steeper = here.alpha_deg - there.alpha_deg
  const share = (sled: Sled): string => Math.sin((sled.alpha_deg * Math.PI) / 180).toFixed(2)
  const load: TypedValue = {
    type: 'load', value: Number(amount(Math.abs(heavier), unit)), unit, on: 'load',
  }
  const sled = Math.abs(heavier) >= 0.25
    && { code: heavier > 0 ? 'sled-heavier' : 'sled-lighter', values: { load } }
  const rail = Math.abs(steeper) >= 0.25 && {
    code: steeper > 0 ? 'sled-steeper' : 'sled-flatter',
    values: { angle: Math.round(Math.abs(steeper) * 10) / 10, share: share(here), earlier: share(there) },
  }
  if (sled && rail) return { code: 'sled-and-rail', values: { sled: within(sled), rail: within(rail) } }
  return sled || rail || plain('sled-same')
}

/**
 * What the lifter's own numbers say about a change: the jump of the load for ten with its interval, never
 * why.
 */
export function numbersSay(moved: (Jump & { readonly bounds: boolean }) | null, assists: boolean): Message[] {
  if (moved === null) return [plain('growth-numbers-none')]
  const [share, low, high] = [moved.share, moved.low, moved.high].map((part) => Math.round(100 * part)) as [
    number, number, number,
  ]
  const middle: Message = {
    code: share === 0 ? 'growth-same' : share > 0 ? 'growth-more' : 'growth-less',
    values: { share: Math.abs(share), what: assists ? 'help' : 'load' },
  }
  const { sessions, bounds } = moved
  const isOpen = low <= 0 && high >= 0
  const [near, far] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number]
  const ends = isOpen ? { low: -low, high } : { low: near, high: far }
  return [
    {
      code: isOpen ? 'growth-numbers-open' : 'growth-numbers',
      values: { middle: within(middle), sessions, ...ends },
    },
    ...(bounds ? [plain('growth-numbers-at-least')] : []),
  ]
}
