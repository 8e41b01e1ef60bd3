/**
 * What the running workout needs for its next set, read at once while the files of the log are still on their
 * way: the log reads one thing after another, because each tells it what to ask for next.
 */

import { newestEntry } from '../../../core/logic/workout'
import type { Began } from '../../../core/values/in-time'
import { inOrder } from '../../../core/values/documents'
import { db, onDbChange } from '../../store/db'
import { onChange } from '../../store/idb'
import { getMeta } from '../../store/meta'
import { wallTime } from '../../store/ids'
import { merges, runningWorkout } from '../../store/store'
import { contentIndex } from '../content'
import { carriedSets } from '../last-time'
import { sentences } from '../sentences'
import { groundFor, type Ground } from './advice'

interface Ahead { readonly question: string; readonly workout: string; readonly ground: Promise<Ground> }

let ahead: Ahead | null = null
onDbChange(() => { ahead = null })
onChange((changes) => {
  if (changes.some(({ store, key }) => store === 'documents' && key[1] !== ahead?.workout)) ahead = null
})

/**
 * Read what the exercise in hand of the running workout needs; nothing where no workout runs. `asked`: the
 * exercise of the address, which comes into hand; without a running workout what is known of it is read all
 * the same.
 */
export async function readAhead(asked: string | null = null): Promise<void> {
  void sentences()
  void contentIndex()
  const [doc, draft, merged] = await Promise.all([runningWorkout(), getMeta('draft'), merges()])
  if (!doc) {
    // The workout begins with its exercise: what stands before it is the same.
    if (asked !== null) await groundFor(asked, '', { start: wallTime() }).catch(() => undefined)
    return
  }
  const entries = inOrder(doc.body.entries)
  const entry = asked === null
    ? (entries.find(({ id }) => id === draft?.entry) ?? newestEntry(entries))
    : entries.findLast((other) => merged.entry(other).exercise === asked)
  if (!entry && asked === null) return
  const { exercise, machine } = entry ? merged.entry(entry) : { exercise: asked ?? '', machine: undefined }
  const began = { start: doc.body.start, offset: doc.body.offset }
  const ground = groundFor(exercise, doc.id, began)
  ahead = { question: questionOf(exercise, doc.id, began), workout: doc.id, ground }
  void carriedSets(exercise, machine?.id, doc.id)
  // What failed is asked again by who needs it, and told there.
  await ground.catch(() => { ahead = null })
}

/** The ground of an exercise (`groundFor`): the one read ahead where it is still true. */
export function openingGround(exercise: string, workoutId: string, began: Began): Promise<Ground> {
  const question = questionOf(exercise, workoutId, began)
  return ahead?.question === question ? ahead.ground : groundFor(exercise, workoutId, began)
}

function questionOf(exercise: string, workoutId: string, { start, offset }: Began): string {
  return JSON.stringify([db.name, exercise, workoutId, start, offset])
}
