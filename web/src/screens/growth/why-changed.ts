/**
 * What is known about a change of line, one sentence a part: the model for feet and sleds, the evidence for
 * stance, and that what was not recorded may be what it always was. Never why the number moved.
 */

import type { MassUnit } from '../../core/values/documents'
import type { Jump } from '../../core/rules/history/jump'
import { NO_MACHINE, UNKNOWN } from '../../core/generated/tables'
import type { LineChange } from '../../core/rules/history/lines'
import { samePushKg, sledOf, type Sled } from '../../core/press/press-set'
import { expectWords } from '../../core/press/press-words'
import { massKg } from '../../core/rules/loads/units'
import type { KnownMachine } from '../../data/reading/exercise-history'
import { amount } from '../../ui/text/amounts'

export interface Ground {
  readonly exercise: string
  readonly loadMeaning: string
  readonly unit: MassUnit
  readonly machines: ReadonlyMap<string, KnownMachine>
  /** Names of machines by id. */
  readonly names: ReadonlyMap<string, string>
}

const PRESS = 'leg-press-45'
/** A round load to compare two machines with, in the lifter's unit. */
const ROUND: Readonly<Record<MassUnit, number>> = { kg: 100, lb: 200 }

/** One sentence for each part that something is known of; one for all that was not recorded. */
export function reasons(found: readonly LineChange[], ground: Ground): string[] {
  const blank = (value: string): boolean => value === UNKNOWN || value === NO_MACHINE
  const said = found
    .filter((one) => !blank(one.from) && !blank(one.to))
    .map((one) => {
      if (one.what === 'machine') return machineReason(one.from, one.to, ground)
      if (ground.exercise === PRESS && one.id === 'stance') {
        return 'Nobody we know of compared growth between stances, and three studies of muscle activity found no difference in the quads.'
      }
      return expectWords(ground.exercise, one.id, one.from, one.to)
    })
  if (found.some((one) => blank(one.from) && !blank(one.to)))
    said.push('Before, nothing was recorded there: it may be what you always did.')
  if (found.some((one) => blank(one.to))) said.push('What is no longer recorded may be as it was.')
  return said.filter(Boolean)
}

function machineReason(from: string, to: string, ground: Ground): string {
  const [old, now] = [ground.machines.get(from), ground.machines.get(to)]
  if (ground.exercise !== PRESS) {
    if (ground.loadMeaning === 'stack')
      return 'Levers, cables and friction differ between machines, so the same mark may be another load.'
    return ground.loadMeaning === 'plates'
      ? 'Levers, rails and friction differ between machines, so the same plates may be another load.'
      : ''
  }
  const [there, here] = [sledOf(old ?? {}), sledOf(now ?? {})]
  const [oldName, name] = [ground.names.get(from) ?? 'the old sled', ground.names.get(to) ?? 'the new one']
  const round = ROUND[ground.unit]
  const found = samePushKg(massKg(round, ground.unit), there, here)
  if (!found) return 'On a rail so flat friction decides, so the two machines do not compare by their sleds.'
  const [low, middle, high] = found.map((kg) => Number(amount(kg, ground.unit, 'whole'))) as [
    number, number, number,
  ]
  const begins = `${round} ${ground.unit} on ${oldName} push`
  if (high < 0) return `${begins} less than ${name} does empty${because(there, here, ground.unit)}.`
  if (low < high)
    return `${begins} like ${low < 0 ? 'anything up to' : `${low} to`} ${high} ${ground.unit} on ${name}: the mass of ${guesses(there, here)} is a guess.`
  return `${begins} like ${middle} ${ground.unit} on ${name}${because(there, here, ground.unit)}.`
}

function guesses(there: Sled, here: Sled): string {
  if (there.doubt_kg > 0 && here.doubt_kg > 0) return 'both sleds'
  return there.doubt_kg > 0 ? 'the old sled' : 'the new sled'
}

/** ": its sled is 15 kg heavier and its rail 15° steeper (0.71 of what slides pushes, not 0.50)". */
function because(there: Sled, here: Sled, unit: MassUnit): string {
  const heavier = here.kg - there.kg
  const steeper = here.alpha_deg - there.alpha_deg
  const share = (sled: Sled): string => Math.sin((sled.alpha_deg * Math.PI) / 180).toFixed(2)
  const parts = [
    Math.abs(heavier) < 0.25
      ? ''
      : `its sled is ${amount(Math.abs(heavier), unit)} ${unit} ${heavier > 0 ? 'heavier' : 'lighter'}`,
    Math.abs(steeper) < 0.25
      ? ''
      : `its rail is ${Math.round(Math.abs(steeper) * 10) / 10}° ${steeper > 0 ? 'steeper' : 'flatter'}, so ${share(here)} of what slides pushes, not ${share(there)}`,
  ].filter(Boolean)
  return parts.length > 0 ? `: ${parts.join(' and ')}` : ': as far as you noted, sled and rail are the same'
}

/**
 * What the lifter's own numbers say about a change: the jump of the load for ten with its interval, never
 * why.
 */
export function numbersSay(moved: (Jump & { readonly bounds: boolean }) | null, assists: boolean): string {
  if (moved === null) return 'Too few sessions on both sides to say what it did to the load.'
  const what = assists ? 'help' : 'load'
  const [share, low, high] = [moved.share, moved.low, moved.high].map((one) => Math.round(100 * one)) as [
    number, number, number,
  ]
  const middle =
    share === 0 ? `the same ${what}` : `${Math.abs(share)} % ${share > 0 ? 'more' : 'less'} ${what}`
  const against = `first ${moved.sessions} sessions against the last ${moved.sessions}`
  const bounds = moved.bounds ? ' Sessions without a noted effort count as “at least”.' : ''
  if (low <= 0 && high >= 0) {
    return `Your numbers say ${middle} for ten, ${against}; anything from ${-low} % less to ${high} % more fits them, and they cannot say why.${bounds}`
  }
  const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b).join(' to ')
  return `Your numbers say ${middle} for ten (80 % interval ${ends} %), ${against}, and cannot say why.${bounds}`
}
