/** What the result of a set would change, found by playing results against a copy of the state. */
import type { Change } from '../../rules/programs/changes'
import type { Fold } from '../../rules/programs/fold'
import type { Place } from '../../rules/programs/model'
import type { Performed, SlotTargets } from '../../rules/programs/targets'
import { changeWords } from './target-words'

const MOST_MORE = 12

/**
 * Sentences such as `8 or more: training max 90 → 95 kg` for the last set of a slot or an AMRAP set; none for
 * other sets, whose result alone decides nothing.
 */
export function outlookOf(
  fold: Fold,
  place: Place,
  slot: SlotTargets,
  performed: ReadonlyMap<string, readonly Performed[]>,
  at: number,
): string[] {
  const target = slot.sets[at]
  if (!target || target.timed || (!target.amrap && at < slot.sets.length - 1)) return []
  const before = performed.get(slot.slot) ?? []
  const rows: { low: number; words: string }[] = []
  const most = target.amrap ? Math.min(target.cap ?? 60, target.repsLow + MOST_MORE) : target.repsHigh
  for (let reps = Math.max(0, target.repsLow - 1); reps <= most; reps += 1) {
    const sets = slot.sets.map(
      (row, index): Performed =>
        before[index] ?? {
          reps: index === at ? reps : row.repsHigh,
          load: null,
          rir: null,
          velocityLoss: null,
          id: '',
        },
    )
    const words = wordsOf(
      changesWith(fold, place, slot.slot, sets).filter(({ lift }) => lift === slot.lift),
      fold.setting.unit,
    )
    if (rows[rows.length - 1]?.words !== words) rows.push({ low: reps, words })
  }
  if (rows.every(({ words }) => words === '')) return []
  return rows.map(({ low, words }, index) => {
    const next = rows[index + 1]
    const range = !next
      ? target.amrap
        ? `${low} or more`
        : `${low}`
      : next.low - 1 === low
        ? `${low}`
        : `${low}–${next.low - 1}`
    const shown =
      index === 0 && low < target.repsLow ? `Fewer than ${next ? next.low : target.repsLow}` : range
    return `${shown}: ${words || 'nothing changes'}`
  })
}

function changesWith(fold: Fold, place: Place, slot: string, sets: readonly Performed[]): Change[] {
  const copy = fold.copy()
  const known = copy.changes.length
  copy.session({ id: 'outlook', place, results: new Map([[slot, sets]]), answers: {}, grids: new Map() })
  return copy.changes.slice(known).filter(({ session }) => session === 'outlook')
}

/** Changes in words; a first load that a rule moves at once is told by that move alone. */
function wordsOf(changes: readonly Change[], unit: string): string {
  return changes
    .filter(
      ({ what, old }, at) => old !== null || !changes.slice(at + 1).some((later) => later.what === what),
    )
    .map((change) => changeWords(change, unit))
    .join(', ')
}
