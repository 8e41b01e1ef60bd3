/** What the result of a set would change, found by playing results against a copy of the state. */
import type { Change } from '../../rules/programs/changes'
import type { Fold } from '../../rules/programs/fold'
import type { Place } from '../../rules/programs/model'
import type { Performed, SlotTargets } from '../../rules/programs/targets'

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

function wordsOf(changes: readonly Change[], unit: string): string {
  return changes
    .map(({ what, old, new: now }) => {
      const isNumber = ['training max', '1rm', 'load'].includes(what)
      return `${what === '1rm' ? '1RM' : what} ${old ?? '?'} → ${now ?? '?'}${isNumber ? ` ${unit}` : ''}`
    })
    .join(', ')
}
