/**
 * The sets of an exercise before a moment, and what they say about strength: the same numbers as the
 * server's, from the same documents. Kept while the app is open, so that only what is new is read and taken
 * in.
 */

import type { Settings, Workout } from '../../../core/values/documents'
import { beganBefore, type Began } from '../../../core/values/in-time'
import { inTime } from '../../../core/rules/history/lines'
import { causeOn } from '../../../core/rules/history/marked'
import { fromWorkout, type Performed } from '../../../core/rules/history/performed'
import { fitOn, type Fitted } from '../../../core/rules/prescription/fit'
import type { Strength } from '../../../core/rules/strength/pooled-state'
import { NOMINAL_BODY_KG } from '../../../core/generated/tables'
import { db, onDbChange } from '../../store/db'
import { onChange } from '../../store/idb'
import { changeLog } from '../../store/changes'
import { inPieces, yieldToEventLoop } from '../../store/pauses'
import { merges, read, workoutsWith, type Doc } from '../../store/store'
import type { KnownExercise } from '../exercise'
import { readCheckpoint, recentOf, storeCheckpoint } from './checkpoints'

/** So many of the newest workouts are read to see what is new. */
const NEWEST = 12
/** Workouts before the new ones that say which sets are typing errors, as on the server (`LEAD`). */
const LEAD = 60

/** So many workouts are taken in at a time: a tap never waits for ten years of them. */
const AT_A_TIME = 40

export interface Past {
  /** Sets of all workouts before, oldest first. */
  readonly sets: readonly Performed[]
  readonly gyms: ReadonlyMap<string, string>
  /** What is believed after them; null without a usable set. */
  readonly strength: Strength | null
}

interface Known extends Past {
  readonly ids: ReadonlySet<string>
  readonly newest: Began
  /** The same before its newest workout, which may still grow set by set. */
  readonly previous: Known | null
}

/** The name of this file changes with what it imports: another Iron may count otherwise. */
const MADE_WITH = import.meta.url

let pasts = new Map<string, Known>()
/** Workouts that came or changed since and that what is known does not hold, by the same names. */
let arrivals = new Map<string, Set<string>>()
/** A past that is being read; `isOld`: something it stands on changed meanwhile, so it is not kept. */
interface Reading { readonly but: string; isOld: boolean }

const underWay = new Set<Reading>()
onDbChange(() => { for (const reading of underWay) reading.isOld = true })
const SHARED = new Set(['exercise', 'measurement', 'settings', '*'])
onChange((changes) => {
  for (const { store, key: [kind = '', id = ''] } of changes) {
    if (store !== 'documents') continue
    for (const reading of underWay)
      // The workout at hand grows while ten years before it are read: it is no part of them.
      if (SHARED.has(kind) || (kind === 'workout' && id !== reading.but)) reading.isOld = true
    if (SHARED.has(kind)) [pasts, arrivals] = [new Map(), new Map()]
    else if (kind === 'workout') for (const name of [...pasts.keys()]) forget(name, id)
  }
})

/** A workout is another one now: what knows nothing of it stays, and remembers that it came. */
function forget(name: string, id: string): void {
  const held = pasts.get(name)
  if (held?.ids.has(id)) {
    if (!held.previous || held.previous.ids.has(id)) return drop(name)
    pasts.set(name, held.previous)
  }
  const arrived = arrivals.get(name) ?? new Set()
  arrivals.set(name, arrived.add(id))
  if (arrived.size > NEWEST) drop(name)
}

function drop(name: string): void {
  pasts.delete(name)
  arrivals.delete(name)
}

/** Whether an old workout with the exercise came after the newer ones were taken in, as by a late sync. */
async function cameLate(
  name: string, exercise: string, newest: readonly Doc<Workout>[], isBefore: (doc: Doc<Workout>) => boolean,
): Promise<boolean> {
  const [arrived, merged] = [arrivals.get(name) ?? [], await merges()]
  for (const id of arrived) {
    if (newest.some((doc) => doc.id === id)) continue
    const doc = await read('workout', id)
    if (doc && isBefore(doc) && merged.workout(doc.body).entries.some((entry) => entry.exercise === exercise))
      return true
  }
  return false
}

/** Everything about an exercise from workouts that began before one. */
export async function pastOf(
  exercise: KnownExercise, workoutId: string, began: Began, chosen: Settings,
  massOn: (at: string) => number | null,
): Promise<Past> {
  const reading: Reading = { but: workoutId, isOld: false }
  underWay.add(reading)
  try {
    return await readPast(reading, { exercise, chosen, massOn }, began)
  } finally {
    underWay.delete(reading)
  }
}

async function readPast(reading: Reading, given: Given, began: Began): Promise<Past> {
  const [{ exercise }, workoutId] = [given, reading.but]
  const name = `${db.name}|${exercise.id}`
  const isBefore = (doc: Doc<Workout>) => doc.id !== workoutId && !beganBefore(began, doc.body)
  const before = (docs: readonly Doc<Workout>[]) => docs.filter(isBefore).reverse()
  const held = pasts.get(name)
  const known = [held, held?.previous].find(
    (past) => past && !past.ids.has(workoutId) && !beganBefore(began, past.newest))
  const about = JSON.stringify([MADE_WITH, exercise.facts, exercise.file?.family, exercise.file?.curve_k])
  const [{ last: change }, stored] = await Promise.all([
    changeLog(), known ? null : readCheckpoint(exercise.id, about, workoutId, isBefore),
  ])
  if (stored) return stored
  const newest = known ? before(await workoutsWith(exercise.id, { limit: NEWEST })) : []
  const fresh = newest.filter((doc) => !known?.ids.has(doc.id))
  // Older than what is known, or so much that more may be new: all is read again.
  const goesOn =
    known && fresh.length < newest.length && fresh.every((doc) => !beganBefore(doc.body, known.newest)) &&
    !(await cameLate(name, exercise.id, newest, isBefore))
  const docs = goesOn ? fresh : before(await workoutsWith(exercise.id))
  let past: Known | null = (goesOn ? known : null) ?? null
  // The newest by itself: it may still grow, and what was before it stays.
  for (const some of [docs.slice(0, -1), docs.slice(-1)])
    if (some.length > 0) past = await takenIn(given, past, some)
  if (!past) return { sets: [], gyms: new Map(), strength: null }
  // What changed while it was read is read again the next time.
  if (docs.length > 0 && !reading.isOld) {
    pasts.set(name, past)
    // The workout at hand may be finished by the next time.
    if (arrivals.get(name)?.has(workoutId)) arrivals.set(name, new Set([workoutId]))
    else arrivals.delete(name)
    const [last] = docs.slice(-1)
    // A workout that runs grows with every set: what stands after it is not worth storing.
    if (last?.body.end !== undefined) {
      const { ids, gyms, strength } = past
      const sets = recentOf(past.sets, exercise.facts.splitting)
      await storeCheckpoint(exercise.id, { about, change, ids, newest: last.id, sets, gyms, strength })
    }
  }
  return past
}

/** What a fit of an exercise needs, from its facts and the lifter's settings. */
export function fittedOf({ facts, file }: KnownExercise, chosen: Settings): Fitted {
  return {
    facts, family: file?.family ?? 'other', curveK: file?.curve_k ?? null,
    cause: causeOn(chosen.marked ?? {}), references: chosen.reference_depth ?? {},
  }
}

interface Given {
  readonly exercise: KnownExercise
  readonly chosen: Settings
  readonly massOn: (at: string) => number | null
}

async function takenIn(
  { exercise, chosen, massOn }: Given, known: Known | null, docs: readonly Doc<Workout>[],
): Promise<Known> {
  const fresh: Performed[] = []
  for (let at = 0; at < docs.length; at += AT_A_TIME) {
    if (at > 0) await yieldToEventLoop()
    fresh.push(...docs.slice(at, at + AT_A_TIME).flatMap(({ id, body }) =>
      fromWorkout(id, body, () => exercise.facts, massOn(body.start) ?? NOMINAL_BODY_KG, exercise.id)))
  }
  const sets = inTime([...(known?.sets ?? []), ...fresh])
  const ids = new Set([...(known?.ids ?? []), ...docs.map((doc) => doc.id)])
  const recent = known ? new Set([...ids].slice(-LEAD - docs.length)) : ids
  const strength = await inPieces(fitOn(
    known?.strength ?? null,
    fittedOf(exercise, chosen),
    sets.every((set) => set.depthValue === undefined) ? sets.filter((set) => recent.has(set.workout)) : sets,
    new Set(docs.map((doc) => doc.id)),
  ))
  const gyms = docs.flatMap(({ id, body }) => (body.gym ? [[id, body.gym] as const] : []))
  const { start, offset } = docs.at(-1)?.body ?? { start: '' }
  return {
    sets, ids, strength, gyms: new Map([...(known?.gyms ?? []), ...gyms]),
    newest: { start, offset }, previous: known && { ...known, previous: null },
  }
}
