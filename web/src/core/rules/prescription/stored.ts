/**
 * A case as an advice stores it, sets written short. The twin of `iron.training.prescription.stored`.
 */

import type { Case, Lift, LineSession } from './model'

export type StoredLift = readonly [
  load: number, moved: number, reps: number, rir: number | null, marks: string,
]
export interface StoredSession {
  readonly day: string
  readonly sets: readonly StoredLift[]
  readonly planned?: number
  readonly aim?: readonly [low: number, high: number]
  readonly deload?: true
  readonly cause?: string
  readonly apart?: number
}
export type StoredCase = Omit<Case, 'sessions'> & { readonly sessions: readonly StoredSession[] }

export function storedCase(given: Case): StoredCase {
  return { ...given, sessions: given.sessions.map(storedSession) }
}

export function caseFrom(stored: StoredCase): Case {
  return { ...stored, sessions: stored.sessions.map(sessionFrom) }
}

export function storedLift(lift: Lift): StoredLift {
  const marks = `${lift.cut ? 'c' : ''}${lift.failed ? 'f' : ''}${lift.sure ? 's' : ''}`
  return [lift.load_kg, lift.moved_kg, lift.reps, lift.rir, marks]
}

export function liftFrom([load_kg, moved_kg, reps, rir, marks]: StoredLift): Lift {
  return {
    load_kg, moved_kg, reps, rir, cut: marks.includes('c'), failed: marks.includes('f'),
    sure: marks.includes('s'),
  }
}

function storedSession({ day, sets, planned, aim, deload, cause, apart }: LineSession): StoredSession {
  return {
    day, sets: sets.map(storedLift), ...(planned === null ? {} : { planned }),
    ...(aim === null ? {} : { aim }), ...(deload ? { deload } : {}), ...(cause === null ? {} : { cause }),
    ...(apart > 0 ? { apart } : {}),
  }
}

function sessionFrom({ day, sets, planned, aim, deload, cause, apart }: StoredSession): LineSession {
  return {
    day, sets: sets.map(liftFrom), planned: planned ?? null, aim: aim ?? null, deload: deload ?? false,
    cause: cause ?? null, apart: apart ?? 0,
  }
}
