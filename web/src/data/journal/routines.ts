/** Routines on this phone: programs of one day, built from nothing or made from a workout. */

import { BODY_VERSION, type Workout } from '../../core/values/documents'
import { entriesOf, isProgram, isRoutine, routineOf, type Program } from '../../core/logic/routine'
import { newRoutine } from '../../core/logic/plan/routine-edit'
import { usualGym } from './gyms'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { workOf } from '../reading/work-of'
import { currentWorkout, placed } from './log-edits'
import { all, merges, read, workouts, write, type Doc } from '../store/store'

/** All routines, by name. */
export async function routines(): Promise<Doc<Program>[]> {
  const programs = (await all('program')).flatMap(({ body, ...doc }) =>
    isRoutine(body) ? [{ ...doc, body }] : [])
  return programs.sort((a, b) => a.body.name.localeCompare(b.body.name, 'en'))
}

/** A routine; undefined where there is none, or none that this app can read. */
export async function routine(id: string): Promise<Doc<Program> | undefined> {
  const doc = await read('program', id)
  return doc && isProgram(doc.body) ? { ...doc, body: doc.body } : undefined
}

/** Keep a workout as a routine; returns its id. */
export async function saveRoutine(workout: Workout): Promise<string> {
  const id = newId()
  const work = await workOf(workout)
  await write('program', id, routineOf(work, workout.title ?? `${weekdayOf(workout.start)} routine`))
  return id
}

/** An empty routine to build, with a name that no other has; returns its id. */
export async function beginRoutine(name: string): Promise<string> {
  const taken = (await routines()).map(({ body }) => body.name)
  let free = name
  for (let n = 2; taken.includes(free); n++) free = `${name} ${n}`
  return addRoutine(newRoutine(free, []))
}

/** Keep a routine; returns its id. */
export async function addRoutine(body: Program): Promise<string> {
  const id = newId()
  await write('program', id, body)
  return id
}

/** Start a workout that follows a routine, or go on with the running one. Returns the workout's id. */
export async function startRoutine(id: string): Promise<string> {
  const running = await currentWorkout()
  if (running) return running.id
  const program = await routine(id)
  const workout = newId()
  const at = new Date()
  const name = program?.body.name
  const gym = usualGym(await workouts({ limit: 1 }))
  const slots = entriesOf(program?.body.days[0]?.slots ?? [], newId).map((await merges()).entry)
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
