/**
 * All-time marks of the exercise at hand: read after the numbers of the next set, once for each exercise. And
 * what they say today.
 */

import * as messages from '../../../core/generated/messages-log'
import type { Mark } from '../../../core/logic/record-to-beat'
import { METRES_OF } from '../../../core/generated/tables'
import { lapOf } from '../../../core/rules/history/measures'
import type { DistanceUnit, Entry, MassUnit } from '../../../core/values/documents'
import type { Marks, Standing, standing } from '../../../data/reading/marks'
import { amount, plain, reps } from '../../../ui/text/amounts'
import { ago } from '../../../ui/text/dates'
import { clock } from '../../../ui/text/words'

export interface Now {
  /** The first numbers of the exercise are still on their way. */
  isOpening: boolean
  workout: string | undefined
  start: string | undefined
  entry: Entry | undefined
  line: string
  loadKg: number
  /** Distance of the next set [m], 0 where none is typed. */
  metres: number
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
  const at = $derived(of())
  const exercise = $derived(at.entry?.exercise)
  const workout = $derived(at.workout)
  const isOpening = $derived(at.isOpening)

  $effect(() => {
    const [id, but] = [exercise, workout]
    if (isOpening || id === undefined || but === undefined) return
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
    const { entry, start, line, loadKg, metres } = at
    return loaded && entry && start !== undefined && loaded.marks.exercise === entry.exercise
      ? loaded.tell(loaded.marks, entry, start, line, { loadKg, metres })
      : null
  })
  return {
    get records() { return standingNow?.records ?? NONE },
    get words() { return standingNow ? words(standingNow, at) : '' },
  }
}

/** “PR to beat: 180 kg × 12, 8 days ago”. Less help is the record where the load helps. */
function words({ mark, counted }: Standing, { unit, distanceUnit, meaning, start }: Now): string {
  if (mark === null) return (meaning === 'assistance' ? messages.lessHelp : messages.heavier)[counted]
  const when = ago(mark.start, start ?? mark.start)
  if (counted === 'pace') return messages.toBeat({ mark: paceWords(mark, distanceUnit), when })
  const load = `${amount(mark.load_kg, unit)} ${unit}`
  const byLoad = meaning === 'added' ? `+${load}` : meaning === 'assistance' ? messages.help({ load }) : load
  const most = doneWords(mark, distanceUnit)
  const numbers = mark.load_kg > 0 ? `${byLoad} × ${counted === 'reps' ? plain(mark.amount) : most}` : most
  return messages.toBeat({ mark: numbers, when })
}

function doneWords({ amount: value, counted }: Mark, unit: DistanceUnit): string {
  if (counted === 'duration') return clock(value)
  if (counted === 'distance') return `${plain(value / METRES_OF[unit])} ${unit}`
  return reps(value)
}

/** “5:00 per km over 5 km”, “80 m”. */
function paceWords({ amount: speed, metres }: Mark, unit: DistanceUnit): string {
  const [lap, length] = lapOf(unit)
  const distance = `${plain(metres / METRES_OF[unit])} ${unit}`
  return speed > 0 ? messages.paceOver({ time: clock(length / speed), lap, distance }) : distance
}
