/** The one number of a line in words: headline, change. */

import type { Headline, Wording } from '../../core/logic/headline'
import * as messages from '../../core/generated/messages-lines'
import { METRES_OF } from '../../core/generated/tables'
import { lapOf } from '../../core/rules/history/measures'
import type { DistanceUnit, MassUnit } from '../../core/values/documents'
import { amount, plain } from './amounts'
import { clock } from './words'

type ShownHeadline = Pick<Headline, 'kind' | 'value'> & Partial<Pick<Headline, 'atLeast'>> & Wording

/** The number of a headline, with ≥ or ≤ where it is a bound, and the words after it. */
export function headlineWords(
  { kind, value, meaning, distanceUnit = 'm', atLeast = false }: ShownHeadline, unit: MassUnit,
): { number: string; after: string } {
  if (kind === 'reps') {
    const after = ON_BODY.has(meaning) ? messages.repsAtBodyWeight : messages.reps
    return { number: plain(value), after: after({ count: value }) }
  }
  if (kind === 'duration') return { number: clock(value), after: messages.longest }
  if (kind === 'distance') {
    const after = messages.farthest({ unit: distanceUnit })
    return { number: plain(value / METRES_OF[distanceUnit]), after }
  }
  if (kind === 'pace') {
    const after = messages.perLap({ lap: lapOf(distanceUnit)[0] })
    return { number: clock(paceOf(value, distanceUnit)), after }
  }
  if (kind === 'carry')
    return { number: amount(value, unit, 'whole'), after: messages.carried({ unit }) }
  const { number, after, isHelp } = tenWords(Math.round(Number(amount(value, unit, 'whole'))), meaning, unit)
  // At least so strong is at most so much help.
  return { number: `${atLeast ? (isHelp ? '≤ ' : '≥ ') : ''}${number}`, after }
}

const ON_BODY: ReadonlySet<string> = new Set(['added', 'assistance'])

/** A load on the body says so: "+16 kg for 10 reps"; less than the body alone is help. */
function tenWords(
  value: number, meaning: string, unit: MassUnit,
): { number: string; after: string; isHelp?: boolean } {
  const needsHelp = meaning === 'assistance' ? value > 0 : meaning === 'added' && value < 0
  if (needsHelp)
    return { number: String(Math.abs(value)), after: messages.helpForTen({ unit }), isHelp: true }
  if (meaning === 'added' && value === 0) return { number: messages.body, after: messages.weightForTen }
  if (!ON_BODY.has(meaning)) return { number: String(value), after: messages.forTen({ unit }) }
  return { number: `+${Math.abs(value)}`, after: messages.forTen({ unit }) }
}

/** Speed [m/s] as a pace [s]. */
function paceOf(speed: number, unit: DistanceUnit): number {
  return Math.round(lapOf(unit)[1] / speed)
}

/** "+18 kg", "−2 reps", "no change". Rounded as the two numbers that it lies between are. */
export function changeWords(headline: Headline, unit: MassUnit): string {
  const { kind, value, change, distanceUnit = 'm' } = headline
  if (change === null) return ''
  const isMass = kind === 'ten' || kind === 'carry'
  const whole = (number: number) =>
    isMass
      ? Math.round(Number(amount(number, unit, 'whole')))
      : kind === 'pace'
        ? paceOf(number, distanceUnit)
        : kind === 'distance'
          ? Math.round((number / METRES_OF[distanceUnit]) * 10) / 10
          : Math.round(number)
  const by = whole(value) - whole(value - change)
  if (by === 0) return messages.noChange
  const isTime = kind === 'duration' || kind === 'pace'
  const size = isTime ? clock(Math.abs(by)) : plain(Math.abs(by))
  const moved = `${by < 0 ? '−' : '+'}${size}`
  if (kind === 'reps') return messages.changeReps({ change: moved, count: Math.abs(by) })
  if (isTime) return moved
  return messages.changeUnit({ change: moved, unit: isMass ? unit : distanceUnit })
}
