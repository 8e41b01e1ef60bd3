/**
 * All-time marks of the exercise at hand: read after the first paint, once for each exercise. And what they
 * say today.
 */

import type { Mark } from '../../../core/logic/record-to-beat'
import type { Entry, MassUnit } from '../../../core/values/documents'
import { massIn, shown } from '../../../core/rules/loads/units'
import type { Marks, Standing, standing } from '../../../data/reading/marks'
import { written } from '../../../ui/device/look'
import { ago } from '../../../ui/text/dates'
import { clock } from '../../../ui/text/words'

export interface Now {
  workout: string | undefined
  start: string | undefined
  entry: Entry | undefined
  line: string
  loadKg: number
  unit: MassUnit
  meaning: string
}

const NONE: ReadonlySet<string> = new Set()

/** Call while the screen is set up. */
export function createMarks(of: () => Now): {
  readonly records: ReadonlySet<string>
  readonly words: string
} {
  let found = $state.raw<{ marks: Marks; tell: typeof standing } | null>(null)
  const exercise = $derived(of().entry?.exercise)
  const workout = $derived(of().workout)

  $effect(() => {
    const [id, but] = [exercise, workout]
    if (id === undefined || but === undefined) return
    let current = true
    void (async () => {
      try {
        const { marksOf, standing: tell } = await import('../../../data/reading/marks')
        const marks = await marksOf(id, but)
        if (current) found = { marks, tell }
      } catch {
        // Its file is not on this phone yet: no record is shown, and nothing else depends on it.
      }
    })()
    return () => { current = false }
  })

  const told = $derived.by((): Standing | null => {
    const { entry, start, line, loadKg } = of()
    return found && entry && start !== undefined && found.marks.exercise === entry.exercise
      ? found.tell(found.marks, entry, start, line, loadKg)
      : null
  })
  return {
    get records() { return told?.records ?? NONE },
    get words() { return told ? words(told, of()) : '' },
  }
}

/** “To beat at 180 kg: 12, 8 days ago.” Less help is the record where the load helps. */
function words({ mark, known }: Standing, { loadKg, unit, meaning, start }: Now): string {
  if (!known) return ''
  const helps = meaning === 'assistance'
  if (mark === null)
    return helps
      ? 'Less help than ever on this line: any rep is a record.'
      : 'Heavier than ever on this line: any rep is a record.'
  const load = `${written(shown(massIn(mark.load_kg, unit)))} ${unit}`
  const at =
    mark.load_kg > 0
      ? helps
        ? ` with ${load} help`
        : meaning === 'added'
          ? ` with ${load} on the body`
          : ` at ${load}`
      : helps
        ? ' without help'
        : ''
  const other =
    Math.abs(mark.load_kg - loadKg) > 0.005 ? (helps ? ', less help than now' : ', more than now') : ''
  return `To beat: ${done(mark)}${at}${other}, ${ago(mark.start, start ?? mark.start)}.`
}

function done({ done: count, of }: Mark): string {
  if (of === 'seconds') return clock(count)
  if (of === 'metres')
    return count >= 1000 ? `${written(shown(count / 1000))} km` : `${written(shown(count))} m`
  return `${written(count)} ${count === 1 ? 'rep' : 'reps'}`
}
