/** The number and the past of every trained exercise, read on the phone, newest first. */

import { headlineOf, pastShown, silenceOf, type Headline, type Silence } from '../../../core/logic/headline'
import { growing, type LineGrowth } from '../../../core/rules/history/growth'
import { fromWorkout, type Performed } from '../../../core/rules/history/performed'
import { monthsBefore } from '../../../core/values/moments'
import { db, onDbChange } from '../../store/db'
import { onChange } from '../../store/idb'
import { inPieces, yieldToEventLoop } from '../../store/pauses'
import { wallTime } from '../../store/ids'
import { all, settings, workoutsWith } from '../../store/store'
import { bodyMass } from '../body-mass'
import { knownExercise, type KnownExercise } from '../exercise'
import { estimatesOf } from './estimates'

/** Workouts of an exercise read at first; more only where its newest line needs them. */
const PAGE = 24
/** Points that the newest line should have before older workouts are left unread. */
const ENOUGH = 12

export interface Row {
  exercise: string
  headline: Headline | null
  /** Why there is no headline. */
  silence: Silence | null
}

interface Newest { known: KnownExercise; line: LineGrowth | undefined }

let cache = new Map<string, Newest>()
// What is being read now goes into the old one.
onDbChange(() => { cache = new Map() })
const KINDS = new Set(['workout', 'exercise', 'machine', 'measurement', 'settings', '*'])
onChange((changes) => {
  if (changes.some(({ store, key }) => store === 'documents' && KINDS.has(key[0] ?? ''))) cache = new Map()
})

/**
 * Read the headline of every exercise in the given order and tell each as it is known. `current`: false when
 * nobody waits any more.
 */
export async function readHeadlines(
  exercises: readonly string[], tell: (row: Row) => void, current: () => boolean,
): Promise<void> {
  const [measured, chosen] = await Promise.all([all('measurement'), settings()])
  const measuredOn = bodyMass(measured)
  const massOn = (at: string) => measuredOn(at) ?? chosen.mass_kg ?? null
  const today = wallTime().slice(0, 10)
  for (const exercise of exercises) {
    if (!current()) return
    const place = `${db.name}|${exercise}`
    const held = cache
    const newest = held.get(place) ?? (await newestLine(exercise, massOn, chosen.reference_depth))
    held.set(place, newest)
    const { known, line } = newest
    const estimates = line ? await estimatesOf(known, [line]) : {}
    const from = line ? pastShown([line], monthsBefore(today, 12)) : ''
    const headline = line && headlineOf(line, known.log, known.facts, today, estimates[line.key], from)
    const silence = headline ? null : silenceOf(line, known.facts)
    tell({ exercise, headline: headline ?? null, silence })
    await yieldToEventLoop()
  }
}

async function newestLine(
  exercise: string, massOn: (at: string) => number | null, references?: Readonly<Record<string, number>>,
): Promise<Newest> {
  const known = await knownExercise(exercise)
  for (let limit = PAGE; ; limit *= 4) {
    const workouts = await workoutsWith(known.id, { limit })
    const sets: Performed[] = []
    for (const [n, { id, body }] of [...workouts].reverse().entries()) {
      sets.push(...fromWorkout(id, body, () => known.facts, massOn(body.start), known.id))
      if (n % PAGE === PAGE - 1) await yieldToEventLoop()
    }
    const [line] = await inPieces(growing(sets, known.facts, references))
    if (!line || workouts.length < limit || line.points.length >= ENOUGH) return { known, line }
  }
}
