/**
 * The lifter's own exercises as the library's would be: everything that reads an exercise reads both alike.
 */

import { ownRepRange } from '../../core/generated/messages-ui'
import type { OwnExercise } from '../../core/values/documents'
import { noFacts, type Facts } from '../../core/rules/history/performed'
import type { ExerciseFacts } from './content'

/** Muscles that an exercise is for: those that count fully, or the most. */
export function primaryOf(own: OwnExercise): string[] {
  const credits = Object.entries(own.muscles ?? {})
  const most = Math.max(0, ...credits.map(([, credit]) => credit))
  return credits.filter(([, credit]) => credit === most).map(([muscle]) => muscle)
}

export function ownFacts(id: string, own: OwnExercise): Facts {
  return {
    ...noFacts(id),
    splitting: (own.variables ?? []).filter((variable) => variable.splits).map((variable) => variable.id),
    loadMeaning: own.load_meaning ?? 'external', implements: own.implements === 2 ? 2 : 1,
    muscles: Object.entries(own.muscles ?? {}).map(([muscle, credit]) => ({
      id: muscle, credit, low: 0, high: 1,
    })),
  }
}

/** An own exercise in the shape of a library file without a guide. */
export function ownFile(id: string, own: OwnExercise): ExerciseFacts {
  return {
    id, name: own.name, aliases: own.names ?? [], equipment: own.equipment ?? '', movement: 'other',
    primary: primaryOf(own),
    log: own.log ?? ['load', 'reps'], load_meaning: own.load_meaning ?? 'none',
    implements: own.implements === 2 ? 2 : 1,
    unilateral: own.unilateral ?? false, guide: false,
    muscles: Object.entries(own.muscles ?? {}).map(([muscle, credit]) => ({
      id: muscle, credit, low: 0, high: 1,
    })),
    variables: (own.variables ?? []).map((variable) => ({ ...variable, splits: variable.splits ?? false })),
    faults: (own.faults ?? []).map((fault) => ({
      id: fault.id, name: fault.name, cause: '', cure: fault.cure ?? '',
    })),
    rep_ranges: own.rep_range ? [{ name: ownRepRange, ...own.rep_range }] : [],
  }
}
