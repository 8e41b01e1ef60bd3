/**
 * All-time marks of the exercise at hand: read after the first paint, once for each exercise. And what they
 * say today.
 */

import type { Mark } from '../../../core/logic/record-to-beat'
import { METRES_OF } from '../../../core/generated/tables'
import type { DistanceUnit, Entry, MassUnit } from '../../../core/values/documents'
import type { Marks, Standing, standing } from '../../../data/reading/marks'
import { amount, plain, reps } from '../../../ui/text/amounts'
import { ago } from '../../../ui/text/dates'
import { clock } from '../../../ui/text/words'

export interface Now {
  workout: string | undefined
  start: string | undefined
  entry: Entry | undefined
  line: string
  loadKg: number
  unit: MassUnit
  distanceUnit: DistanceUnit
  meaning: string
}

const NONE: ReadonlySet<string> = new Set()

/** Call while the screen is set up. */
export function createMarks(of: () => Now): {
  readonly records: ReadonlySet<string>
  readonly words: string
} {
  let loaded = $state.raw<{ marks: Marks; tell: typeof standing } | null>(null)
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
        if (current) loaded = { marks, tell }
      } catch {
        // Its file is not on this phone yet: no record is shown, and nothing else depends on it.
      }
    })()
    return () => { current = false }
  })

  const standingNow = $derived.by((): Standing | null => {
    const { entry, start, line, loadKg } = of()
    return loaded && entry && start !== undefined && loaded.marks.exercise === entry.exercise
      ? loaded.tell(loaded.marks, entry, start, line, loadKg)
      : null
  })
  return {
    get records() { return standingNow?.records ?? NONE },
    get words() { return standingNow ? words(standingNow, of()) : '' },
  }
}

/** “PR to beat: 180 kg × 12, 8 days ago”. Less help is the record where the load helps. */
function words({ mark, known }: Standing, { unit, distanceUnit, meaning, start }: Now): string {
  if (!known) return ''
  if (mark === null)
    return meaning === 'assistance'
      ? 'Less help than ever here: any rep is a PR.'
      : 'Heavier than ever here: any rep is a PR.'
  const load = `${amount(mark.load_kg, unit)} ${unit}`
  const count = repsWords(mark, distanceUnit)
  const by = meaning === 'added' ? `+${load} × ` : meaning === 'assistance' ? `${load} help × ` : `${load} × `
  const when = ago(mark.start, start ?? mark.start)
  const numbers = mark.load_kg > 0 ? `${by}${mark.of === 'reps' ? plain(mark.done) : count}` : count
  return `PR to beat: ${numbers}, ${when}`
}

function repsWords({ done: count, of }: Mark, distanceUnit: DistanceUnit): string {
  if (of === 'seconds') return clock(count)
  if (of === 'metres') return `${plain(count / METRES_OF[distanceUnit])} ${distanceUnit}`
  return reps(count)
}
