/** The numbers that the log offers for the next set, once the engine has spoken. */

import type { Draft } from '../../../core/logic/draft'
import { asSaid } from '../../../core/rules/loads/grid'
import { massKg, type MassUnit } from '../../../core/rules/loads/units'
import type { Advised } from './next-advice.svelte'
import { asProgrammed, type Programmed } from './program-targets'

/** What is known for the coming set. */
export interface Known {
  readonly advised: Advised | null
  /** The advice came after the numbers were final: it changes none of them. */
  readonly isLate: boolean
  /** The numbers of `proposed` are of another day. */
  readonly isRepeated: boolean
  readonly unit: MassUnit
  /** A load as the plates or the stack make it. */
  readonly marked: (load: number) => number
}

/** The coming working set before the lifter changes it. */
export function comingSet(proposed: Draft, asked: Programmed | null, known: Known): Draft {
  if (asked && asked.target.load !== null) return asProgrammed(proposed, asked)
  const { advised, isLate, isRepeated, unit } = known
  const isAdvised = advised !== null && !isLate && advised.load !== null
  const repeated = !isAdvised && isRepeated ? withoutDoubtful(proposed, advised) : proposed
  const next = isLate ? repeated : withAdvice(repeated, advised, unit)
  return asMarked(asked ? asProgrammed(next, asked) : next, known)
}

/** The set as advice that came late has it; null where the card says the same. */
export function lateSet(proposed: Draft, shown: Draft, known: Known): Draft | null {
  const { advised, isLate, unit } = known
  if (!isLate || !advised) return null
  const late = asMarked(withAdvice(proposed, advised, unit), known)
  const isSame = (['reps', 'duration_s'] as const).every((key) => late[key] === shown[key]) &&
    late.load?.value === shown.load?.value && late.distance?.value === shown.distance?.value
  return isSame ? null : late
}

function asMarked(draft: Draft, { marked }: Known): Draft {
  return draft.load ? { ...draft, load: { ...draft.load, value: marked(draft.load.value) } } : draft
}

/** A load of another day that looks like a typing error is not offered again: the lifter chooses one. */
function withoutDoubtful(draft: Draft, advised: Advised | null): Draft {
  const { load, ...others } = draft
  if (!advised || !load || draft.reps === undefined || draft.kind !== 'working') return draft
  return advised.doubt(load, draft.reps) === null ? draft : others
}

/**
 * The draft with the advised load; reps stay as last time where they lie in the range. How hard the repeated
 * set was says nothing about other numbers: those come without it.
 */
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
  const { failure: _, rir, ...others } = draft
  const isRepeated = reps === draft.reps && (before ?? 0) === value
  const rest = { ...others, ...(isRepeated && rir !== undefined ? { rir } : {}) }
  if (value === 0 && !draft.load) return { ...rest, reps }
  const isSame = before === value && draft.load?.unit === unit
  return { ...rest, reps, load: isSame && draft.load ? draft.load : { value, unit } }
}
