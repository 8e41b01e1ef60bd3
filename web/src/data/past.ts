/** The use cases of past workouts. Each is one write and returns what its undo needs. */

import { BODY_VERSION, type Workout } from '../core/documents'
import { copyOf, movedTo, type When } from '../core/past'
import { newId, zoneOffset } from './ids'
import { edit, read, remove, write } from './store'

interface Words { title: string; note: string }

/** A finished workout without exercises yet. Returns its id. */
export async function addPast(when: When, words: Words): Promise<string> {
  const id = newId()
  await write('workout', id, named({ v: BODY_VERSION, ...when, offset: zoneOffset(new Date(when.start)), entries: [] }, words))
  return id
}

/** Another time, name or note. Returns the body before. */
export async function changePast(id: string, when: When, words: Words): Promise<Workout | undefined> {
  const before = (await read('workout', id))?.body
  await edit('workout', id, (workout) => named(movedTo(workout, when), words))
  return before
}

/** The same sets on another day. Returns the new workout's id. */
export async function copyPast(id: string, when: When): Promise<string | undefined> {
  const found = await read('workout', id)
  if (!found) return undefined
  const made = newId()
  await write('workout', made, copyOf(found.body, when, newId))
  return made
}

export async function deletePast(id: string): Promise<Workout | undefined> {
  const before = (await read('workout', id))?.body
  await remove('workout', id)
  return before
}

function named(workout: Workout, { title, note }: Words): Workout {
  const { title: _title, note: _note, ...rest } = workout
  return { ...rest, ...(title ? { title } : {}), ...(note ? { note } : {}) }
}
