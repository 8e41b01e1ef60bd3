/**
 * What the lifter chose for the coming sets of an entry. A warm-up, drop or rest-pause set is a detour: it
 * has numbers of its own, and the numbers of the working set wait until it is logged.
 */

import { withTouched, type Draft, type Touched } from '../../../core/logic/draft'
import type { Choice } from './events'

export const NO_CHOICE: Choice = { touched: {}, detour: null }

/** Values that hold for all coming sets, not only for the next one. */
const LASTING = ['side', 'setup', 'depth', 'tempo'] as const

/** A number, the kind or the setup of the next set was changed. */
export function withChange({ touched, detour }: Choice, change: Touched): Choice {
  const { kind, ...values } = change
  if (kind === 'working') return { touched: { ...touched, ...(detour ? {} : values) }, detour: null }
  if (kind !== undefined) return detourTo({ touched, detour }, { ...(detour ?? {}), ...change })
  if (!detour) return { touched: { ...touched, ...values }, detour: null }
  const lasting = Object.fromEntries(Object.entries(values).filter(([key]) => isLasting(key)))
  return { touched: { ...touched, ...lasting }, detour: { ...detour, ...values } }
}

/** A set of another kind comes first. */
export function detourTo({ touched }: Choice, detour: Touched): Choice {
  return { touched, detour }
}

/** Back to the working set, as it was chosen before the detour. */
export function resumeWorking({ touched, detour }: Choice): Choice {
  return detour ? { touched, detour: null } : NO_CHOICE
}

/** The next set as the lifter wants it. */
export function chosen(proposed: Draft, { touched, detour }: Choice): Draft {
  const working = withTouched(proposed, touched)
  return detour ? withTouched(working, detour) : working
}

/** All that was changed for the next set, detour included. */
export function allTouched({ touched, detour }: Choice): Touched {
  return detour ? { ...touched, ...detour } : touched
}

function isLasting(key: string): boolean {
  return (LASTING as readonly string[]).includes(key)
}
