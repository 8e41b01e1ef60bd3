/** A workout made ready to be shown to others, and one of others taken in. */

import { sharedWorkout } from '../../core/generated/messages-workout-file'
import { records } from '../../core/rules/history/set-records'
import { inOrder, kindOf, type OwnExercise, type Workout, type WorkoutSet } from '../../core/values/documents'
import { fromWorkout } from '../../core/rules/history/performed'
import { routineOf } from '../../core/logic/routine'
import { placeOf, workoutOf, type Shared } from '../../core/logic/workout-file'
import { volumeLoadKg } from '../../core/rules/history/volume'
import { contentIndex } from '../reading/content'
import { knownExercise } from '../reading/exercise'
import { newId } from '../store/ids'
import { lifted } from '../reading/exercise-history'
import { workOf } from '../reading/work-of'
import { all, countedAs, read, workoutsFrom, writeAll, type Change } from '../store/store'

/** `meaning` says how the loads are read: +10 on the body, 20 help. */
export interface Line {
  name: string
  meaning: string
  sets: readonly WorkoutSet[]
  best: WorkoutSet
  record: boolean
  note: string
}
export interface Summary {
  workout: Workout
  lines: Line[]
  sets: number
  volumeKg: number
  records: string[]
}

/** What a picture or a text of a workout says; undefined when it is gone. Warm-ups are left out. */
export async function summaryOf(id: string): Promise<Summary | undefined> {
  const workout = (await read('workout', id))?.body
  if (!workout) return undefined
  const lines: Line[] = []
  const won: string[] = []
  let volumeKg = 0
  for (const entry of inOrder(workout.entries)) {
    const sets = inOrder(entry.sets).filter((set) => kindOf(set) !== 'warm-up')
    const [first] = sets
    if (!first) continue
    const { name, facts } = await knownExercise(entry.exercise)
    const grown = await lifted(await countedAs(entry.exercise))
    const ids = new Set(sets.map((set) => set.id))
    const beaten = grown.lines
      .flatMap((line) => records(line.sets, facts.loadMeaning))
      .filter((record) => ids.has(record.set_id))
    const best =
      beaten.map((record) => sets.find((set) => set.id === record.set_id)).at(-1) ??
      sets.reduce((held, set) => (beats(set, held, facts.loadMeaning) ? set : held), first)
    volumeKg += volumeLoadKg(fromWorkout(id, { ...workout, entries: [entry] }, () => facts), () => facts)
    if (beaten.length > 0) won.push(name)
    lines.push({
      name, meaning: facts.loadMeaning, sets, best, record: beaten.length > 0, note: entry.note ?? '',
    })
  }
  return {
    workout, lines, sets: lines.reduce((sum, line) => sum + line.sets.length, 0), volumeKg,
    records: [...new Set(won)],
  }
}

function beats(set: WorkoutSet, held: WorkoutSet, meaning: string): boolean {
  const sign = meaning === 'assistance' ? -1 : 1
  const [load, other] = [sign * (set.load?.value ?? 0), sign * (held.load?.value ?? 0)]
  if (load !== other) return load > other
  const amount = ({ reps, distance, duration_s }: WorkoutSet) => reps ?? distance?.value ?? duration_s ?? 0
  return amount(set) > amount(held)
}

/** The lifter's own exercises by id. */
export async function ownById(): Promise<ReadonlyMap<string, OwnExercise>> {
  return new Map((await all('exercise')).map(({ id, body }) => [id, body]))
}


/**
 * Take a workout in: as a routine to start from, or as a workout of the past. All or nothing; says how to
 * take it back.
 */
export async function takeIn(
  shared: Shared, as: 'routine' | 'workout',
): Promise<{ id: string; made: { kind: 'program' | 'workout' | 'exercise'; id: string }[] }> {
  const [index, own] = await Promise.all([contentIndex(), ownById()])
  const library = new Set(index.exercises.map((exercise) => exercise.id))
  const [ids, changes] = [new Map<string, string>(), [] as Change[]]
  for (const entry of shared.entries) {
    if (ids.has(entry.exercise)) continue
    const place = placeOf(entry, shared, library, own)
    const id = 'id' in place ? place.id : newId()
    ids.set(entry.exercise, id)
    if ('make' in place) changes.push({ kind: 'exercise', id, body: place.make })
  }
  const workout = workoutOf(shared, (entry) => ids.get(entry.exercise) ?? entry.exercise, newId)
  const id = newId()
  if (as === 'workout') changes.push({ kind: 'workout', id, body: workout })
  else {
    const body = routineOf(await workOf(workout), shared.title ?? sharedWorkout)
    changes.push({ kind: 'program', id, body })
  }
  await writeAll(changes)
  return {
    id,
    made: changes.map(
      (change) => ({ kind: change.kind as 'program' | 'workout' | 'exercise', id: change.id })
    ),
  } // the kinds pushed above
}

/** Whether a workout begins here at that very minute: most likely the same one. */
export async function isHere(start: string): Promise<boolean> {
  return (await workoutsFrom(start.slice(0, 16), `${start.slice(0, 16)}\uffff`)).length > 0
}
