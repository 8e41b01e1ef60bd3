/** What the result of a set would change, found by playing results against a copy of the state. */
import type { Change } from '../../rules/programs/changes'
import type { Fold } from '../../rules/programs/fold'
import type { Place } from '../../rules/programs/model'
import type { Performed, SlotTargets } from '../../rules/programs/targets'
import { changeMessage } from '../../rules/programs/change-message'
import type { Sentences } from '../../rules/prescription/messages'
import { slotWords } from './target-words'
import { asAsked } from './upcoming'

const MOST_MORE = 12
const OUTLOOK = 'outlook'

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
  { phrase }: Pick<Sentences, 'phrase'>,
): string[] {
  const target = slot.sets[at]
  if (!target || target.timed || (!target.amrap && at < slot.sets.length - 1)) return []
  const before = performed.get(slot.slot) ?? []
  const rows: { low: number; words: string; isNow: boolean }[] = []
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
    const { changes, next } = changesWith(fold, place, slot, sets)
    const words = wordsOf(changes, fold, place, phrase, next && slotWords(next, fold.setting.unit))
    const isNow = changes.some(({ session }) => session === OUTLOOK)
    if (rows[rows.length - 1]?.words !== words) rows.push({ low: reps, words, isNow })
  }
  const [only] = rows
  if (!only || rows.every(({ words }) => words === '')) return []
  // What the end of the cycle brings with any result does not come from this set.
  if (rows.length === 1)
    return only.isNow ? [phrase({ code: 'outlook-any', values: { changes: only.words } })] : []
  return rows.map(({ low, words }, index) => {
    const next = rows[index + 1]
    const high = next ? next.low - 1 : low
    const isFewer = index === 0 && low < target.repsLow
    const code = isFewer ? 'fewer' : !next && target.amrap ? 'more' : high === low ? 'exact' : 'range'
    const changes = words || phrase({ code: 'outlook-nothing', values: {} })
    return phrase({
      code: `outlook-${code}`, values: { low, high, reps: next ? next.low : target.repsLow, changes },
    })
  })
}

/**
 * What changes for the lift, and what its slot asks for after that: at once, else at the end of the week or
 * cycle when the rest is done as asked.
 */
function changesWith(
  fold: Fold, place: Place, { slot, lift }: SlotTargets, sets: readonly Performed[],
): { changes: Change[]; next: SlotTargets | undefined } {
  const copy = fold.copy()
  const ends = [`week-${place.week}`, `cycle-${place.cycle}`]
  const own = () =>
    copy.changes.filter((change) => change.lift === lift && [OUTLOOK, ...ends].includes(change.session))
  copy.session({ id: OUTLOOK, place, results: new Map([[slot, sets]]), answers: {}, grids: new Map() })
  const { rules } = copy.program
  const isAtEnd = rules.has(`${lift}|week`) || rules.has(`${lift}|cycle`)
  let next = isAtEnd ? copy.place : null
  while (next?.cycle === place.cycle && own().length === 0) {
    const results = asAsked(copy.targets(next).filter((row) => row.lift === lift))
    copy.session({ id: 'later', place: next, results, answers: {}, grids: new Map() })
    next = copy.place
  }
  return { changes: own(), next: copy.targets(place).find((row) => row.slot === slot) }
}

/**
 * Changes in words; a first load that a rule moves at once is told by that move alone. A stage has no words
 * of its own: the sets that it asks for, `next`, stand behind it.
 */
function wordsOf(
  changes: readonly Change[], fold: Fold, { week, cycle }: Place, phrase: Sentences['phrase'],
  next: string | undefined,
): string {
  const inWords = (change: Change): string => {
    const message = changeMessage(change, fold.setting.unit)
    if (change.session === OUTLOOK) return phrase(message)
    const code = change.session === `week-${week}` ? 'outlook-week' : 'outlook-cycle'
    return phrase({ code, values: { change: { type: 'messages', of: [message] }, week, cycle } })
  }
  const words = changes
    .filter(
      ({ what, old }, at) => old !== null || !changes.slice(at + 1).some((later) => later.what === what),
    )
    .map(inWords)
    .join(', ')
  const isStage = changes.some(({ what, session }) => what === 'stage' && session === OUTLOOK)
  return isStage && next ? phrase({ code: 'outlook-next', values: { changes: words, sets: next } }) : words
}
