/** A change of a program's state as a message; as `iron.training.programs.showing.change_message` says it. */

import type { Message, TypedValue } from '../../values/message'
import type { MassUnit } from '../loads/units'
import type { Change } from './changes'

/** A number of a lift as it is shown: to a tenth; a share of a share has more digits than a lifter reads. */
export const shortNumber = (value: number): number => Math.floor(value * 10 + 0.5) / 10

/** Code and typed values: `training max 90 → 92.5 kg`, `load set to 40 kg` for the first one. */
export function changeMessage(
  { what, old, new: now }: Pick<Change, 'what' | 'old' | 'new'>, unit: MassUnit,
): Message {
  if (what === 'test') {
    const reps = Number.parseInt(String(now), 10)
    return { code: 'change-test', values: { new: { type: 'reps', low: reps, high: reps } } }
  }
  const code = `change-${what.replace('1rm', 'one-rm').replace(' ', '-')}`
  const short = (value: Change['new']): number => shortNumber(Number(value))
  const isLoad = ['training max', '1rm', 'load'].includes(what)
  const value: TypedValue = isLoad ? { type: 'load', value: short(now), unit, on: 'load' } : short(now)
  return old === null
    ? { code: `${code}-first`, values: { new: value } }
    : { code, values: { old: short(old), new: value } }
}
