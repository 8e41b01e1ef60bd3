/** Routines on this phone: programs of one day that were made from a workout. */

import { BODY_VERSION, type Workout } from '../../core/values/documents'
import { entriesOf, routineOf, type Program } from '../../core/logic/routine'
import { usualGym } from './gyms'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { placed } from './log'
import { all, merges, openWorkout, read, workouts, write, type Doc } from '../store/store'

/** All routines, by name. */
export async function routines(): Promise<Doc<Program>[]> {
  // bodies of kind program have this shape (docs/training.md)
  const found = (await all('program')) as Doc<Program>[]
  return found
    .filter((doc) => doc.body.routine === true && doc.body.days?.[0] !== undefined)
    .sort((a, b) => a.body.name.localeCompare(b.body.name, 'en'))
}

export async function routine(id: string): Promise<Doc<Program> | undefined> {
  return (await read('program', id)) as Doc<Program> | undefined
}

/** Keep a workout as a routine; returns its id. */
export async function saveRoutine(workout: Workout): Promise<string> {
  const id = newId()
  await write('program', id, routineOf(workout, workout.title ?? `${weekdayOf(workout.start)} routine`))
  return id
}

/** Start a workout that follows a routine, or go on with the running one. Returns the workout's id. */
export async function startRoutine(id: string): Promise<string> {
  const running = await openWorkout()
  if (running) return running.id
  const found = await routine(id)
  const workout = newId()
  const at = new Date()
  const name = found?.body.name
  const gym = usualGym(await workouts({ limit: 1 }))
  const slots = entriesOf(found?.body.days[0]?.slots ?? [], newId).map((await merges()).entry)
  const entries = await Promise.all(slots.map((entry) => placed(entry, gym)))
  await write('workout', workout, {
    v: BODY_VERSION, start: wallTime(at), offset: zoneOffset(at), ...(name ? { title: name } : {}),
    ...(gym ? { gym } : {}), entries,
  })
  return workout
}

function weekdayOf(start: string): string {
  return new Date(`${start.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long', timeZone: 'UTC',
  })
}
