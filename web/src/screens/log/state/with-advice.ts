/** The numbers that the log offers for the next set, once the engine has spoken. */

import type { Draft } from '../../../core/logic/draft'
import { asSaid } from '../../../core/rules/loads/grid'
import { massKg, type MassUnit } from '../../../core/rules/loads/units'
import type { Advised } from './next-advice.svelte'

/** The draft with the advised load; reps stay as last time where they lie in the range. */
export function withAdvice(draft: Draft, advised: Advised | null, unit: MassUnit): Draft {
  if (!advised || draft.kind !== 'working') return draft
  if (advised.numbers) return { ...draft, ...advised.numbers }
  if (!advised.solved || advised.load === null) return draft
  const value = advised.load
  // 85 kg said in pounds is 187.5: the same load, not a step up.
  const before = draft.load && asSaid(massKg(draft.load.value, draft.load.unit), unit, draft.load.unit)
  const { reps_low: low, reps_high: high } = advised.solved.answer
  const reps =
    before !== undefined && value > before
      ? low
      : Math.min(high, Math.max(low, Math.floor(draft.reps ?? low)))
  const { failure: _, ...rest } = draft
  if (value === 0 && !draft.load) return { ...rest, reps }
  const isSame = before === value && draft.load?.unit === unit
  return { ...rest, reps, load: isSame && draft.load ? draft.load : { value, unit } }
}
