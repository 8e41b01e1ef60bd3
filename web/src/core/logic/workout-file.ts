/**
 * A workout as a file that another Iron opens: what was done, and nothing of who did it where. Ids, places,
 * machines, clock times of sets and where it came from stay behind; notes come along only when asked. Shape:
 * docs/documents.md, "Shared workout". Reading takes known keys only, each checked, so that a file of a
 * stranger can do no harm.
 */

import * as messages from '../generated/messages-workout-file'
import { fold } from '../rules/exercises/find'
import {
  inOrder, type Entry, type EntryPlan, type OwnExercise, type Setup, type Workout, type WorkoutSet,
} from '../values/documents'
import { keyBetween } from '../rules/records/order'
import { massKg } from '../rules/loads/units'
import { isRecord } from '../values/json'

const FORMAT = 'iron-workout'
const VERSION = 1
/** More is no workout: guesses with a wide margin, the last two as in src/iron/records/bodies.py. */
const [MOST_ENTRIES, MOST_SETS, MOST_LETTERS, MOST_REPS, MOST_KG] = [100, 200, 500, 1000, 1000]

export interface SharedEntry extends Omit<Entry, 'id' | 'order' | 'machine' | 'bar' | 'sets'> {
  name: string
  sets: Omit<WorkoutSet, 'id' | 'order'>[]
}
export interface SharedExercise { id: string; body: OwnExercise }
export interface Shared {
  title?: string
  note?: string
  start: string
  end?: string
  entries: SharedEntry[]
  exercises: SharedExercise[]
}

export class ShareError extends Error {
  constructor(readonly sentence: string) { super(sentence) }
}

/** The text of the file. `own` holds the lifter's own exercises by id. */
export function linkText(
  workout: Workout, nameOf: (id: string) => string, own: ReadonlyMap<string, OwnExercise>, notes: boolean,
): string {
  const entries = inOrder(workout.entries)
    .filter((entry) => entry.sets.length > 0)
    .map((entry): SharedEntry => ({
      exercise: entry.exercise, name: nameOf(entry.exercise),
      ...(entry.group === undefined ? {} : { group: entry.group }),
      ...(entry.rest_s === undefined ? {} : { rest_s: entry.rest_s }),
      ...(entry.plan ? { plan: entry.plan } : {}), ...(notes && entry.note ? { note: entry.note } : {}),
      sets: inOrder(entry.sets).map((set) => openSet(set, notes)),
    }))
  const used = new Set(entries.map((entry) => entry.exercise))
  const exercises = [...own]
    .filter(([id]) => used.has(id))
    .map(([id, body]): SharedExercise => ({ id, body: openExercise(body) }))
  const workoutPart = {
    ...(workout.title ? { title: workout.title } : {}),
    ...(notes && workout.note ? { note: workout.note } : {}),
    start: workout.start, ...(workout.end === undefined ? {} : { end: workout.end }), entries,
  }
  return `${JSON.stringify({ format: FORMAT, version: VERSION, workout: workoutPart, exercises }, null, 1)}\n`
}

/** Read a file. Throws ShareError with one sentence. */
export function readLink(text: string): Shared {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new ShareError(messages.noWorkout)
  }
  if (!isRecord(file) || file.format !== FORMAT) {
    const copy = isRecord(file) && file.format === 'iron-archive'
    throw new ShareError(copy ? messages.wholeCopy : messages.notAWorkout)
  }
  if (typeof file.version !== 'number' || file.version > VERSION)
    throw new ShareError(messages.newer)
  const { workout, exercises = [] } = file
  if (
    !isRecord(workout) ||
    !Array.isArray(workout.entries) ||
    workout.entries.length === 0 ||
    workout.entries.length > MOST_ENTRIES ||
    !Array.isArray(exercises)
  )
    throw broken()
  const start = momentOf(workout.start)
  if (start === undefined) throw broken()
  const [end, title, note] = [momentOf(workout.end), textOf(workout.title), textOf(workout.note)]
  return {
    ...(title ? { title } : {}), ...(note ? { note } : {}), start,
    ...(end !== undefined && end >= start ? { end } : {}),
    entries: workout.entries.map(entryOf), exercises: exercises.slice(0, MOST_ENTRIES).map(exerciseOf),
  }
}

/** Where an exercise of the file stands here: its id, or the own exercise to make. */
export type Place = { id: string } | { make: OwnExercise }

/** Find the exercise here: one of the library by its id, an own one by its name, else a new own one. */
export function placeOf(
  entry: SharedEntry, shared: Shared, library: ReadonlySet<string>, own: ReadonlyMap<string, OwnExercise>,
): Place {
  if (library.has(entry.exercise)) return { id: entry.exercise }
  const same = [...own].find(([id, body]) => id === entry.exercise || fold(body.name) === fold(entry.name))
  if (same) return { id: same[0] }
  const brought = shared.exercises.find((exercise) => exercise.id === entry.exercise)
  return { make: brought?.body ?? { v: 1, name: entry.name, log: ['load', 'reps'] } }
}

/** The workout with ids of its own; `idOf` says where each exercise stands here. */
export function workoutOf(
  shared: Shared, idOf: (entry: SharedEntry) => string, newId: () => string,
): Workout {
  let order: string | null = null
  const entries = shared.entries.map((entry): Entry => {
    order = keyBetween(order, null)
    let key: string | null = null
    const sets = entry.sets.map((set): WorkoutSet => {
      key = keyBetween(key, null)
      return { ...set, id: newId(), order: key }
    })
    const { name: _name, sets: _sets, ...rest } = entry
    return { ...rest, id: newId(), order, exercise: idOf(entry), sets }
  })
  const { title, note, start, end } = shared
  return { v: 1, start, end: end ?? start, ...(title ? { title } : {}), ...(note ? { note } : {}), entries }
}

function openSet(set: WorkoutSet, notes: boolean): Omit<WorkoutSet, 'id' | 'order'> {
  const {
    id: _id, order: _order, done_at: _done, rest_s: _rest, source: _source, target: _target, flags: _flags,
    note,
    ...rest
  } = set
  return { ...rest, ...(notes && note ? { note } : {}) }
}

/** An own exercise without what its owner wrote to himself, and without its merge. */
function openExercise(body: OwnExercise): OwnExercise {
  const { note: _note, imported_name: _imported, alias_of: _of, alias_with: _with, ...rest } = body
  return rest
}

function entryOf(row: unknown): SharedEntry {
  if (!isRecord(row) || !Array.isArray(row.sets) || row.sets.length > MOST_SETS) throw broken()
  const [exercise, name] = [textOf(row.exercise), textOf(row.name)]
  if (!exercise || exercise.length > 64 || !name) throw broken()
  const [group, note, rest_s] = [textOf(row.group), textOf(row.note), numberOf(row.rest_s, 36_000)]
  const plan = isRecord(row.plan) ? planOf(row.plan) : undefined
  return {
    exercise, name, ...(group ? { group } : {}), ...(note ? { note } : {}),
    ...(rest_s === undefined ? {} : { rest_s }), ...(plan ? { plan } : {}),
    sets: row.sets.map(setOf),
  }
}

function setOf(row: unknown): Omit<WorkoutSet, 'id' | 'order'> {
  if (!isRecord(row)) throw broken()
  const fields: Omit<WorkoutSet, 'id' | 'order'> = {}
  const [reps, rir, duration_s] = [
    numberOf(row.reps, MOST_REPS), numberOf(row.rir, 100), numberOf(row.duration_s, 360_000),
  ]
  if (reps !== undefined) fields.reps = reps
  if (rir !== undefined) fields.rir = rir
  if (duration_s !== undefined) fields.duration_s = duration_s
  if (row.failure === true) fields.failure = true
  if (row.kind === 'warm-up' || row.kind === 'drop' || row.kind === 'rest-pause') fields.kind = row.kind
  if (row.side === 'left' || row.side === 'right') fields.side = row.side
  if (isRecord(row.load)) fields.load = loadOf(row.load)
  if (isRecord(row.as_lifted)) fields.as_lifted = loadOf(row.as_lifted)
  const distance = isRecord(row.distance) ? distanceOf(row.distance) : undefined
  if (distance) fields.distance = distance
  const setup = isRecord(row.setup) ? setupOf(row.setup) : undefined
  if (setup) fields.setup = setup
  if (
    isRecord(row.depth) &&
    (row.depth.how === 'knee_angle' || row.depth.how === 'stop' || row.depth.how === 'judged')
  ) {
    const value = numberOf(row.depth.value, 1000)
    fields.depth = {
      how: row.depth.how, ...(value === undefined ? {} : { value }),
      ...(row.depth.class === 'full' || row.depth.class === 'cut' ? { class: row.depth.class } : {}),
    }
  }
  if (Array.isArray(row.faults))
    fields.faults = row.faults.flatMap((fault) => textOf(fault) ?? []).slice(0, 20)
  const [tempo, note] = [textOf(row.tempo), textOf(row.note)]
  if (tempo) fields.tempo = tempo
  if (note) fields.note = note
  return fields
}

function loadOf({ value, unit }: Record<string, unknown>): { value: number; unit: 'kg' | 'lb' } {
  if (
    typeof value !== 'number' ||
    (unit !== 'kg' && unit !== 'lb') ||
    !(value >= 0 && massKg(value, unit) <= MOST_KG)
  )
    throw broken()
  return { value, unit }
}

function distanceOf({ value, unit }: Record<string, unknown>): WorkoutSet['distance'] {
  const units = ['m', 'km', 'mi', 'ft', 'yd'] as const
  const known = units.find((known) => known === unit)
  const amount = numberOf(value, 20_000_000)
  return known && amount !== undefined ? { value: amount, unit: known } : undefined
}

function planOf(row: Record<string, unknown>): EntryPlan {
  const [sets, reps_low, reps_high, rir] = [
    numberOf(row.sets, 100), numberOf(row.reps_low, MOST_REPS), numberOf(row.reps_high, MOST_REPS),
    numberOf(row.rir, 100),
  ]
  return {
    ...(sets === undefined || sets < 1 ? {} : { sets: Math.round(sets) }),
    ...(reps_low === undefined ? {} : { reps_low }),
    ...(reps_high === undefined ? {} : { reps_high }), ...(rir === undefined ? {} : { rir }),
  }
}

function setupOf(row: Record<string, unknown>): Setup {
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      /^[a-z0-9_-]{1,64}$/.test(key) &&
      (typeof value === 'number' || (typeof value === 'string' && value.length <= 64))
        ? [[key, value]]
        : [],
    ),
  )
}

function exerciseOf(row: unknown): SharedExercise {
  if (!isRecord(row) || !isRecord(row.body)) throw broken()
  const [id, name] = [textOf(row.id), textOf(row.body.name)]
  if (!id || !name) throw broken()
  const { muscles, log, load_meaning, equipment, unilateral, implements: count } = row.body
  const credits = isRecord(muscles)
    ? Object.entries(muscles).flatMap(([muscle, credit]) =>
        typeof credit === 'number' && credit >= 0 && credit <= 1 ? [[muscle, credit] as const] : [],
      )
    : []
  const logs = (['load', 'reps', 'duration', 'distance'] as const).filter(
    (word) => Array.isArray(log) && log.includes(word),
  )
  const [meaning, tool] = [textOf(load_meaning), textOf(equipment)]
  return {
    id,
    body: {
      v: 1, name, ...(credits.length ? { muscles: Object.fromEntries(credits) } : {}),
      ...(logs.length ? { log: logs } : {}), ...(meaning ? { load_meaning: meaning } : {}),
      ...(tool ? { equipment: tool.slice(0, 64) } : {}), ...(unilateral === true ? { unilateral } : {}),
      ...(count === 1 || count === 2 ? { implements: count } : {}),
    },
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 20 * MOST_LETTERS && !value.includes('\0')
    ? value.trim().slice(0, MOST_LETTERS)
    : undefined
}

function numberOf(value: unknown, most: number): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) throw broken()
  return value
}

function momentOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(value)) return undefined
  const at = new Date(`${value}Z`)
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(value) ? undefined : value
}

function broken(): ShareError {
  return new ShareError(messages.damaged)
}
