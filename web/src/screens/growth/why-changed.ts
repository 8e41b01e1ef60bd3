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
export function reasons(changes: readonly LineChange[], ground: Ground): string[] {
  const blank = (value: string): boolean => value === UNKNOWN || value === NO_MACHINE
  const sentences = changes
    .filter((change) => !blank(change.from) && !blank(change.to))
    .map((change) => {
      if (change.what === 'machine') return machineReason(change.from, change.to, ground)
      if (ground.exercise === PRESS && change.id === 'stance') {
        return 'No known study compared growth between stances. Three studies of muscle activity found no ' +
          'difference in the quads.'
      }
      return expectWords(ground.exercise, change.id, change.from, change.to)
    })
  if (changes.some((change) => blank(change.from) && !blank(change.to)))
    sentences.push('No value was recorded before. It may be the same as now.')
  if (changes.some((change) => blank(change.to))) sentences.push(
    'A value is no longer recorded. It may be the same as before.'
  )
  return sentences.filter(Boolean)
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
  const range = samePushKg(massKg(round, ground.unit), there, here)
  if (!range) return 'On a rail so flat friction decides, so the two machines do not compare by their sleds.'
  const [low, middle, high] = range.map((kg) => Number(amount(kg, ground.unit, 'whole'))) as [
    number, number, number,
  ]
  const begins = `${round} ${ground.unit} on ${oldName} push`
  if (high < 0) return `${begins} less than ${name} does empty${because(there, here, ground.unit)}.`
  if (low < high)
    return `${begins} like ${low < 0 ? 'anything up to' : `${low} to`} ${high} ${ground.unit} on ${name}: ` +
      `the mass of ${guesses(there, here)} is a guess.`
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
      : `its rail is ${Math.round(Math.abs(steeper) * 10) / 10}° ${steeper > 0 ? 'steeper' : 'flatter'}, ` +
        `so ${share(here)} of what slides pushes, not ${share(there)}`,
  ].filter(Boolean)
  return parts.length > 0
    ? `: ${parts.join(' and ')}`
    : ': according to your notes, sled and rail are the same'
}

/**
 * What the lifter's own numbers say about a change: the jump of the load for ten with its interval, never
 * why.
 */
export function numbersSay(moved: (Jump & { readonly bounds: boolean }) | null, assists: boolean): string {
  if (moved === null) return 'Not enough sessions before and after to say how this changed your load.'
  const what = assists ? 'help' : 'load'
  const [share, low, high] = [moved.share, moved.low, moved.high].map((part) => Math.round(100 * part)) as [
    number, number, number,
  ]
  const middle =
    share === 0 ? `the same ${what}` : `${Math.abs(share)} % ${share > 0 ? 'more' : 'less'} ${what}`
  const against = `first ${moved.sessions} sessions against the last ${moved.sessions}`
  const bounds = moved.bounds ? ' Sessions without a noted effort count as “at least”.' : ''
  if (low <= 0 && high >= 0) {
    return `Your sets suggest ${middle} for 10 reps, ${against}. Anything from ${-low} % less to ${high} % ` +
      `more is possible. The reason is not known.${bounds}`
  }
  const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b).join(' to ')
  return `Your sets suggest ${middle} for 10 reps (80 % interval ${ends} %), ${against}. The reason is not ` +
    `known.${bounds}`
}
