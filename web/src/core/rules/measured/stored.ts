/** A measured case as an advice stores it, sets written short; `iron.training.measured.stored` reads it. */

import type { MeasuredCase } from './steps'

export type StoredMeasuredSet = readonly [load: number, seconds: number | null, metres: number | null]
export interface StoredMeasured extends Omit<MeasuredCase, 'sessions'> {
  readonly sessions: readonly {
    readonly day: string
    readonly sets: readonly StoredMeasuredSet[]
    readonly deload?: true
  }[]
}

export function storedMeasured(given: MeasuredCase): StoredMeasured {
  return {
    ...given,
    sessions: given.sessions.map(({ day, sets, deload }) => ({
      day,
      sets: sets.map(({ load_kg, duration_s, distance_m }) => [load_kg, duration_s, distance_m] as const),
      ...(deload ? { deload } : {}),
    })),
  }
}
