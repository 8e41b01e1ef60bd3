/** What a program's slot asks of the engine; the twin of `wanted_of` in `iron.journal.plans`. */

import { massKg, shown, type MassUnit } from '../loads/units'
import type { Wanted } from '../prescription/model'
import type { SlotTargets } from './targets'

/** Reserve where a program's set does not say: its reps are meant to be hard (guess). */
export const PROGRAM_RIR = 1

/** From this chance on a program's load needs no word of warning: more likely than not (a choice). */
const LIKELY = 0.5

/** The chance of a load that a program sets, in words; '' where it is likely or nothing is believed. */
export const unlikelyWords = (
  words: { readonly chance: (value: number) => string }, chance: number | null | undefined,
): string => (chance == null || chance >= LIKELY ? '' : words.chance(chance))

/** The top set of a program's slot, and how many sets it has; null where it counts no reps. */
export function wantedOfTargets({ sets }: Pick<SlotTargets, 'sets'>, unit: MassUnit): Wanted | null {
  const counted = sets.filter((target) => target.repsLow > 0 && !target.optional && !target.timed)
  const [opening, ...rest] = counted
  if (!opening) return null
  const top = rest.reduce((best, target) => ((target.load ?? 0) > (best.load ?? 0) ? target : best), opening)
  return {
    sets: counted.length, reps_low: top.repsLow, reps_high: Math.max(top.repsLow, top.repsHigh),
    rir: top.rir ?? PROGRAM_RIR, deload: false,
    load_kg: top.load === null ? null : shown(massKg(top.load, unit)), rir_stated: top.rir !== null,
  }
}
