/** Where the load of a set comes from; as `iron.training.programs.showing.source_message` says it. */

import type { Message, TypedValue } from '../../values/message'
import type { MassUnit } from '../loads/units'
import { shortNumber } from './change-message'
import { tidy } from './rounding'
import type { Target } from './targets'

type Sourced = Pick<Target, 'load' | 'exact' | 'source'>

/** Sources of a load that are no share of anything. */
const NO_SHARE: readonly string[] = ['log', 'fixed', 'choice', 'reserve', 'instead']

/** Code and typed values: `65 % of training max = 79 lb, on the plates 80 lb`. */
export function sourceMessage(target: Sourced, unit: MassUnit): Message {
  const { exact, load } = target
  const source = unrounded(target, unit)
  if (exact === null || load === null || Math.abs(exact - load) < 1e-6) return source
  return {
    code: 'target-rounded',
    values: { source: within(source), exact: loadIn(shortNumber(exact), unit), load: loadIn(load, unit) },
  }
}

function unrounded({ exact, source: { kind, of, percent, extra } }: Sourced, unit: MassUnit): Message {
  if (NO_SHARE.includes(kind)) return { code: `target-${kind}`, values: {} }
  const isWhole = percent === 100
  if (kind === 'load' && isWhole && extra === 0 && exact === null) return { code: 'target-unset', values: {} }
  const sign = extra === 0 ? '' : extra > 0 ? '-more' : '-less'
  return {
    code: `target-${isWhole ? 'whole' : 'share'}${sign}`,
    values: {
      base: within({ code: `target-base-${kind}`, values: of ? { of } : {} }),
      ...(isWhole ? {} : { percent }),
      ...(extra === 0 ? {} : { by: loadIn(Math.abs(tidy(extra)), unit) }),
    },
  }
}

const within = (message: Message): TypedValue => ({ type: 'messages', of: [message] })
const loadIn = (value: number, unit: MassUnit): TypedValue => ({ type: 'load', value, unit, on: 'load' })
