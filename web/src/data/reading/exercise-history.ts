/** The training of one exercise, read for growth and records; and what was ever trained. */

import { machineName } from '../../core/logic/log/gym-names'
import type { MassUnit } from '../../core/values/documents'
import { growing, type LineGrowth } from '../../core/rules/history/growth'
import { lineNames, type LineName } from '../../core/logic/line-names'
import { fromWorkout, type Performed } from '../../core/rules/history/performed'
import type { WeekStart } from '../../core/rules/history/volume'
import { bodyMass } from './body-mass'
import { db } from '../store/db'
import { knownExercise, type KnownExercise } from './exercise'
import { inPieces, yieldToEventLoop } from '../store/pauses'
import { all, countedAs, merges, shownSettings, workoutsWith } from '../store/store'

/** A machine as its document says now, or as its last set copied it. */
export interface KnownMachine {
  name: string
  gym?: string
  base_kg?: number
  base_known?: boolean
  angle_deg?: number
}

export interface Lifted {
  exercise: KnownExercise
  /** The line used last first. */
  lines: LineGrowth[]
  names: ReadonlyMap<string, LineName>
  /** Names of machines by id. */
  machines: ReadonlyMap<string, string>
  /** What is known of them, by id. */
  machineFacts: ReadonlyMap<string, KnownMachine>
  unit: MassUnit
  weekStart: WeekStart
  workouts: number
}

/** So many workouts become sets between two taps. */
const AT_A_TIME = 40

export async function lifted(asked: string): Promise<Lifted> {
  const id = await countedAs(asked)
  const [exercise, workouts, machines, measured, chosen] = await Promise.all([
    knownExercise(id), workoutsWith(id), all('machine'), all('measurement'), shownSettings(),
  ])
  const measuredOn = bodyMass(measured)
  const massOn = (at: string) => measuredOn(at) ?? chosen.mass_kg ?? null
  const sets: Performed[] = []
  // Oldest first, as lines are read.
  for (const [n, { id: workout, body }] of [...workouts].reverse().entries()) {
    sets.push(...fromWorkout(workout, body, () => exercise.facts, massOn(body.start), id))
    if (n % AT_A_TIME === AT_A_TIME - 1) await yieldToEventLoop()
  }
  const lines = await inPieces(growing(sets, exercise.facts, chosen.reference_depth))
  // A machine's own document is newer than the copies in entries, but copies outlive it.
  const machineFacts = new Map<string, KnownMachine>([
    ...[...workouts]
      .reverse()
      .flatMap(({ body }) =>
        body.entries.flatMap(({ machine }) => (machine ? [[machine.id, machine] as const] : [])),
      ),
    ...machines.map(({ id: machine, body }) => [machine, body] as const),
  ])
  const machineNames = namesOf(machineFacts)
  const names = lineNames(lines.map((line) => line.key), exercise.file?.variables ?? [], machineNames)
  return {
    exercise, lines, names, machines: machineNames, machineFacts, unit: chosen.unit ?? 'kg',
    weekStart: chosen.week_start ?? 'monday',
    workouts: workouts.length,
  }
}

/** Names of machines by id; with the gym only where two machines share a name. */
function namesOf(last: ReadonlyMap<string, KnownMachine>): Map<string, string> {
  const shared = (name: string) => [...last.values()].filter((machine) => machine.name === name).length > 1
  const label = (machine: KnownMachine) => (shared(machine.name) ? machineName(machine) : machine.name)
  return new Map([...last].map(([id, machine]) => [id, label(machine)]))
}

export interface Trained { exercise: string; workouts: number; last: string }

/** Every exercise that was ever trained, the last one first: from the index alone, no workout is read. */
export async function everTrained(): Promise<Trained[]> {
  const merged = await merges()
  const exercises = new Map<string, Trained>()
  for (const { name, count, last } of await db.documents.orderBy('lifted').groups('|')) {
    const exercise = merged.any ? merged.target(name).exercise : name
    const held = exercises.get(exercise)
    if (held)
      exercises.set(exercise, {
        exercise, workouts: held.workouts + count, last: last > held.last ? last : held.last,
      })
    else exercises.set(exercise, { exercise, workouts: count, last })
  }
  // Two that count as one may stand in the same workout.
  if (merged.any)
    for (const exercise of exercises.values())
      if (merged.sources(exercise.exercise).length > 0)
      exercise.workouts = (await workoutsWith(exercise.exercise)).length
  return [...exercises.values()].sort((a, b) => (a.last < b.last ? 1 : -1))
}
