/** The one number of a line in words: headline, change. */

import type { Headline } from '../../core/logic/headline'
import type { MassUnit } from '../../core/values/documents'
import { amount, plain } from './amounts'
import { clock } from './words'

/** The number of a headline and the words after it. */
export function headlineWords({ kind, value }: Headline, unit: MassUnit): { number: string; after: string } {
  if (kind === 'reps') return { number: plain(value), after: value === 1 ? 'rep' : 'reps' }
  if (kind === 'duration') return { number: clock(value), after: 'longest' }
  if (kind === 'distance') return { number: plain(value), after: 'farthest' }
  return { number: amount(value, unit, 'whole'), after: `${unit} for 10 reps` }
}

/** "+18 kg", "−2 reps", "no change". Rounded as the two numbers that it lies between are. */
export function changeWords(headline: Headline, unit: MassUnit): string {
  const { kind, value, change } = headline
  if (change === null) return ''
  const whole = (number: number) => Math.round(
    kind === 'ten' ? Number(amount(number, unit, 'whole')) : number
  )
  const by = whole(value) - whole(value - change)
  if (by === 0) return 'no change'
  const size = kind === 'duration' ? clock(Math.abs(by)) : String(Math.abs(by))
  const after = kind === 'ten' ? ` ${unit}` : kind === 'reps' ? (Math.abs(by) === 1 ? ' rep' : ' reps') : ''
  return `${by < 0 ? '−' : '+'}${size}${after}`
}
