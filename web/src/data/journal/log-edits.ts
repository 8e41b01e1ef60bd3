/** The use cases of the log. Each is one write; each returns what its undo needs. */

import {
  BODY_VERSION, inOrder, kindOf, type Entry, type EntryMachine, type Machine, type Workout,
} from '../../core/values/documents'
import { rounds } from '../../core/logic/sides'
import { joinNext, lastKey, putEntry, removeEntry, swapIn } from '../../core/logic/workout'
import { newId, wallTime, zoneOffset } from '../store/ids'
import { sameGym, standsIn } from '../../core/logic/log/gym-names'
import { endOf, isBlank, isLeftOpen } from '../../core/logic/log/left-open'
import { onlyMachine, usualGym } from './gyms'
import { lastEntry } from '../reading/last-time'
import { workOf } from '../reading/work-of'
import { clearMeta, setMeta, type KeptChoices } from '../store/meta'
import {
  countedAs, edit, editSettings, merges, openWorkouts, read, remove, runningWorkout, workouts, write,
  type Doc,
} from '../store/store'

/**
 * The running workout's id; starts one when there is none: with these exercises, or with the plan of another
 * workout.
 */
export async function startWorkout(like: readonly string[] | Workout = []): Promise<string> {
  const running = await currentWorkout()
  if (running) return running.id
  const id = newId()
  const entries: Entry[] = []
  if ('start' in like) {
    const work = await workOf((await merges()).workout(like))
    entries.push(...inOrder(work.entries).map(emptied))
  } else for (const exercise of like) entries.push(await newEntry(exercise, entries))
  const gym = ('start' in like ? like.gym : undefined) ?? usualGym(await workouts({ limit: 1 }))
  const at = new Date()
  const title = 'start' in like ? like.title : undefined
  await write('workout', id, {
    v: BODY_VERSION, start: wallTime(at), offset: zoneOffset(at), ...(title === undefined ? {} : { title }),
    ...(gym === undefined ? {} : { gym }), entries,
  })
  return id
}

/** Say where the workout is. Entries that have no set yet move to the machines that stand there. */
export async function setGym(workoutId: string, gym: string | undefined): Promise<void> {
  const now = (await read('workout', workoutId))?.body
  if (!now) return
  const moved = new Map<string, Entry>()
  for (const entry of now.entries) if (entry.sets.length === 0) moved.set(entry.id, await placed(entry, gym))
  await edit('workout', workoutId, ({ gym: _, ...workout }) => ({
    ...workout, ...(gym === undefined ? {} : { gym }),
    entries: workout.entries.map((entry) => (entry.sets.length > 0 ? entry : (moved.get(entry.id) ?? entry))),
  }))
}

/** An entry on a machine of this gym: the one used there last, the only one there is, or none. */
export async function placed(entry: Entry, gym: string | undefined): Promise<Entry> {
  if (gym === undefined || (entry.machine !== undefined && standsIn(entry.machine, gym))) return entry
  const { machine: _, ...bare } = entry
  const used = (
    await lastEntry(entry.exercise, (past) => past.machine !== undefined && sameGym(past.machine.gym, gym))
  )?.machine
  const only = used ? undefined : await onlyMachine(entry.exercise, gym)
  const machine = used ?? (only && machineCopy(only.id, only.body))
  return machine ? { ...bare, machine } : bare
}

/**
 * The same exercise on the same machine in the same superset, as many sets, none done yet; a note was of its
 * day.
 */
function emptied({ note: _, ...entry }: Entry): Entry {
  const working = inOrder(entry.sets).filter((set) => kindOf(set) === 'working')
  // The setup is what was done, and a lighter week is not repeated by accident.
  const { setup: _setup, deload: _deload, ...aim } = entry.plan ?? {}
  const setup = working[0]?.setup
  const plan =
    working.length > 0 ? { plan: { ...aim, sets: rounds(working), ...(setup ? { setup } : {}) } } : {}
  return { ...entry, ...plan, id: newId(), sets: [] }
}

/**
 * Add an exercise on the machine it was last done on: at the end, or right after an entry that it goes on
 * from. Returns the entry's id.
 */
export async function addExercise(
  workoutId: string, exercise: string, machine?: EntryMachine, after?: string,
): Promise<string> {
  const made = await newEntry(exercise, [], machine, await gymOf(workoutId))
  await edit('workout', workoutId, (workout) =>
    after === undefined
      ? putEntry(workout, { ...made, order: lastKey(workout.entries) })
      : swapIn(workout, after, made),
  )
  return made.id
}

/** Several exercises at the end, in one write; as a superset where wanted. Returns the entries' ids. */
export async function addExercises(
  workoutId: string, exercises: readonly string[], isSuperset: boolean,
): Promise<string[]> {
  const gym = await gymOf(workoutId)
  const made: Entry[] = []
  for (const exercise of exercises) made.push(await newEntry(exercise, [], undefined, gym))
  await edit('workout', workoutId, (workout) => {
    const grown = made.reduce(
      (all, entry) => putEntry(all, { ...entry, order: lastKey(all.entries) }), workout,
    )
    // Each is joined to the one after it: all get one letter.
    return isSuperset ? made.slice(0, -1).reduce((all, { id }) => joinNext(all, id), grown) : grown
  })
  return made.map(({ id }) => id)
}

/**
 * Another exercise in place of an entry, or right after it when it has sets; in a slot of a program where
 * that knows it as an alternative. Returns the new entry's id.
 */
export async function swapExercise(
  workoutId: string, entryId: string, exercise: string, slot?: string,
): Promise<string> {
  const bare = await newEntry(exercise, [], undefined, await gymOf(workoutId))
  const made = slot === undefined ? bare : { ...bare, slot }
  await edit('workout', workoutId, (workout) => swapIn(workout, entryId, made))
  return made.id
}

async function gymOf(workoutId: string): Promise<string | undefined> {
  return (await read('workout', workoutId))?.body.gym
}

async function newEntry(
  asked: string, entries: readonly Entry[], machine?: EntryMachine, gym?: string,
): Promise<Entry> {
  // What is merged is logged as what it counts as from now on.
  const exercise = await countedAs(asked)
  const before = machine
    ? undefined
    : await lastEntry(exercise, (past) => past.machine === undefined || standsIn(past.machine, gym))
  const used = machine ?? before?.machine
  const made = {
    id: newId(), order: lastKey(entries), exercise, ...(used ? { machine: used } : {}),
    ...(before?.bar ? { bar: before.bar } : {}), sets: [],
  }
  return used ? made : placed(made, gym)
}

export function machineCopy(id: string, machine: Machine): EntryMachine {
  return {
    id,
    name: machine.name,
    ...(machine.gym === undefined ? {} : { gym: machine.gym }),
    ...(machine.base_kg === undefined ? {} : { base_kg: machine.base_kg }),
    ...(machine.angle_deg === undefined ? {} : { angle_deg: machine.angle_deg }),
  }
}

export async function deleteEntry(workoutId: string, entryId: string): Promise<void> {
  await edit('workout', workoutId, (workout) => removeEntry(workout, entryId))
}

export async function restoreEntry(workoutId: string, entry: Entry): Promise<void> {
  await edit('workout', workoutId, (workout) => putEntry(workout, entry))
}

/** A note that stays with an exercise: shown every time, until it is emptied. */
export async function keepNote(exercise: string, text: string): Promise<void> {
  await editSettings((now) => {
    const { [exercise]: _, ...others } = now.notes ?? {}
    return { ...now, notes: text.trim() ? { ...others, [exercise]: text.trim() } : others }
  })
}

/** A note that stays with a machine: seat 4, pin 7. */
export async function keepMachineNote(id: string, text: string): Promise<void> {
  await edit('machine', id, ({ note: _, ...machine }) =>
    text.trim() ? { ...machine, note: text.trim() } : machine,
  )
}

/** End the workout; entries without a set go. Returns the body before, for undo. */
export async function finish(workoutId: string): Promise<Workout | undefined> {
  const before = (await read('workout', workoutId))?.body
  await edit('workout', workoutId, (workout) => ({
    ...workout,
    end: endOf(workout, new Date()),
    entries: workout.entries.filter((entry) => entry.sets.length > 0),
  }))
  await forgetNextSet()
  return before
}

/**
 * The workout that goes on, asked before another one starts. Those that were left open end at their last set;
 * the ones that hold nothing go.
 */
export async function currentWorkout(): Promise<Doc<Workout> | undefined> {
  const open = await openWorkouts()
  const now = Date.now()
  for (const { id, body } of open.filter((doc) => !doc.readonly && isLeftOpen(doc.body, now)))
    await (isBlank(body) ? discard(id) : finish(id))
  return open.find((doc) => !isLeftOpen(doc.body, now))
}

/** The rest and the choices for the next set go with a workout, unless they are those of another one. */
async function forgetNextSet(): Promise<void> {
  if (!(await runningWorkout())) await Promise.all([clearMeta('rest'), clearMeta('draft')])
}

/** Discard a workout. Returns how to put it back. */
export async function discard(workoutId: string): Promise<() => Promise<void>> {
  const before = (await read('workout', workoutId))?.body
  await remove('workout', workoutId)
  await forgetNextSet()
  return async () => { if (before) await restoreWorkout(workoutId, before) }
}

/** Put a whole workout back as it was. */
export async function restoreWorkout(workoutId: string, body: Workout): Promise<void> {
  await write('workout', workoutId, body)
}

/** Remember what was chosen for the coming sets, so that a kill in the middle of a set forgets nothing. */
export async function keepChoices(entry: string, choices: KeptChoices): Promise<void> {
  // Plain data: the database refuses proxies.
  await setMeta('draft', { entry, choices: JSON.parse(JSON.stringify(choices)) as KeptChoices })
}
