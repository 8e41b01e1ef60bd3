/** What the exercises of a workout are called: as its program calls them, where it follows one. */

import { FORMAT } from '../../core/rules/programs/model'
import { slotName } from '../../core/logic/programs/target-words'
import type { Entry } from '../../core/values/documents'
import { read } from '../store/store'

/** The name of an entry, from its exercise's own name. */
export type EntryName = (entry: Entry, exercise: string) => string

const OWN: EntryName = (_, exercise) => exercise

/** Names for the entries of a workout of a run; an exercise that was swapped in keeps its own. */
export async function entryNames(run: string | undefined): Promise<EntryName> {
  const doc = run === undefined ? undefined : await read('run', run)
  if (!doc) return OWN
  const { readProgram } = await import('../../core/rules/programs/compiling')
  const texts = [doc.body.text, ...(doc.body.revised ?? []).map(({ text }) => text)]
  const slots = new Map(
    texts.filter((text) => text['format'] === FORMAT).flatMap((text) => {
      const { days, lifts } = readProgram(text)
      return days.flatMap((day) => day.slots).map((slot) => [slot.id, { slot, lift: lifts.get(slot.lift) }])
    }),
  )
  return (entry, exercise) => {
    const known = entry.slot === undefined ? undefined : slots.get(entry.slot)
    if (!known || known.slot.alternatives.includes(entry.exercise)) return exercise
    return slotName({ name: known.slot.name || (known.lift?.name ?? ''), nth: known.slot.nth }, exercise)
  }
}
