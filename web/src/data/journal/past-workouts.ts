/** The use cases of past workouts. Each is one write and returns what its undo needs. */

import { BODY_VERSION, type Workout } from '../../core/values/documents'
import { canJoin, copyOf, joinedWorkouts, movedTo, type When } from '../../core/logic/past'
import { contentIndex } from '../reading/content'
import { newId, zoneOffset } from '../store/ids'
import { primaryOf } from '../reading/own-facts'
import { all, edit, editTogether, merges, read, remove, workoutsFrom, write, type Doc } from '../store/store'

interface Words { title: string; note: string }

/** A finished workout without exercises yet. Returns its id. */
export async function addPast(when: When, words: Words): Promise<string> {
  const id = newId()
  await write(
    'workout', id,
    named({ v: BODY_VERSION, ...when, offset: zoneOffset(new Date(when.start)), entries: [] }, words),
  )
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
  const workout = await read('workout', id)
  if (!workout) return undefined
  const made = newId()
  await write('workout', made, copyOf(workout.body, when, newId))
  return made
}

export async function deletePast(id: string): Promise<Workout | undefined> {
  const before = (await read('workout', id))?.body
  await remove('workout', id)
  return before
}

/** The finished workouts of a workout's day that can be joined with it, oldest first. */
export async function joinable(id: string, workout: Workout): Promise<Doc<Workout>[]> {
  const day = workout.start.slice(0, 10)
  const ofDay = await workoutsFrom(day, `${day}\uffff`)
  return ofDay
    .filter(
      (doc) =>
        doc.id !== id && doc.body.end !== undefined && !doc.readonly && canJoin(workout, doc.body),
    )
    .reverse()
}

/** Make one workout of two; the other one is deleted. Returns both as they were, for the undo. */
export async function mergePast(id: string, other: string): Promise<[Workout, Workout] | undefined> {
  let before: [Workout, Workout] | undefined
  await editTogether('workout', [id, other], ([target, added]) => {
    if (!target || !added) return []
    before = [target, added]
    return [joinedWorkouts(target, added), null]
  })
  return before
}

function named(workout: Workout, { title, note }: Words): Workout {
  const { title: _title, note: _note, ...rest } = workout
  return { ...rest, ...(title ? { title } : {}), ...(note ? { note } : {}) }
}

/** The workouts of a month (`2026-11`), oldest first. */
export async function workoutsOfMonth(month: string): Promise<Doc<Workout>[]> {
  return (await workoutsFrom(month, `${month}\uffff`)).reverse()
}

/** On how many days of each month a year was trained. */
export async function daysByMonth(year: string): Promise<ReadonlyMap<string, number>> {
  const days = new Set((await workoutsFrom(year, `${year}\uffff`)).map(({ body }) => body.start.slice(0, 10)))
  const months = new Map<string, number>()
  for (const day of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return months
}

/** The region of the body that an exercise is for, by its id: "legs", "back"; library and own. */
export async function exerciseRegions(): Promise<ReadonlyMap<string, string>> {
  const [index, own, merged] = await Promise.all([contentIndex(), all('exercise'), merges()])
  const regionOf = (muscle: string | undefined) =>
    muscle === undefined ? undefined : index.muscles[muscle]?.region
  const regions = new Map<string, string>()
  for (const { id, primary } of index.exercises) regions.set(id, regionOf(primary[0]) ?? 'cardio')
  for (const { id, body } of own) {
    const region = regions.get(merged.target(id).exercise) ?? regionOf(primaryOf(body)[0])
    if (region !== undefined) regions.set(id, region)
  }
  return regions
}
