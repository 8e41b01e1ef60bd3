/** The fold of a run over workouts, in whatever order they arrive. The same as `src/iron/journal/runs.py`. */
import {
  inOrder,
  kindOf,
  type Entry,
  type Gym,
  type Machine,
  type Run,
  type Workout,
  type WorkoutSet,
} from '../../values/documents'
import { placeLoads, type Equipment } from '../loads/rack'
import { massIn, massKg, shown, type MassUnit } from '../loads/units'
import { readProgram } from './compiling'
import { Fold, type Setting } from './fold'
import type { Place, Program } from './model'
import { MOST, tidy, usualGrid, type Grid, type Rack } from './rounding'
import type { Performed, Session } from './targets'

/** What a run needs besides its own document and the workouts. */
export interface Surroundings {
  readonly meaning: (exercise: string) => string
  readonly machines: ReadonlyMap<string, Machine>
  /** The gym of a name, where the lifter described it. */
  readonly gymOf: (name: string) => Gym | undefined
}

type Racks = (gym: string) => Rack
type Rows = Iterable<readonly [id: string, workout: Workout]>

/** The fold of a run; workouts of other runs are left out. */
export function foldRun(id: string, run: Run, rows: Rows, around: Surroundings): Fold {
  const program = readProgram(run.text)
  const rackOf = racks(run.unit, around)
  const fold = new Fold(program, settingOf(run, program, around, rackOf))
  const events = [
    ...(run.revised ?? []).map((row) => ({
      at: instant(row.at, row.offset),
      kind: 0,
      id: '',
      take: () => {
        fold.revise(readProgram(row.text))
      },
    })),
    ...(run.typed ?? []).map((row) => ({
      at: instant(row.at, row.offset),
      kind: 1,
      id: row.id,
      take: () => {
        fold.typed(row.id, row.lift, row.value)
      },
    })),
  ]
  for (const [workoutId, workout] of rows) {
    if (workout.run?.id !== id) continue
    events.push({
      at: instant(workout.start, workout.offset),
      kind: 2,
      id: workoutId,
      take: () => {
        fold.session({
          ...visitOf(workout, run.unit, around, rackOf),
          id: workoutId, place: placeOf(workout), results: performedIn(workout, run.unit),
          answers: workout.run?.answers ?? {}, on: workout.start.slice(0, 10),
        })
      },
    })
  }
  events.sort((a, b) => a.at - b.at || a.kind - b.kind || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const event of events) event.take()
  return fold
}

function settingOf(run: Run, program: Program, { meaning, gymOf }: Surroundings, rackOf: Racks): Setting {
  const rack = run.gym !== undefined && gymOf(run.gym) ? rackOf(run.gym) : undefined
  const exercises = program.days.flatMap(({ slots }) =>
    slots.flatMap(({ exercise, lift }) => [exercise, ...(program.lifts.get(lift)?.ladder ?? [])]),
  )
  const grids = new Map(rack ? exercises.map((exercise) => [exercise, rack(exercise)] as const) : [])
  return { unit: run.unit, asked: run.asked ?? {}, meaning, grids }
}

/** The loads of each gym, worked out once; usual ones where a gym says nothing. */
function racks(unit: MassUnit, { meaning, gymOf }: Surroundings): Racks {
  const known = new Map<string, Rack>()
  return (name) => {
    const rack = known.get(name) ?? rackOfGym(gymOf(name), meaning, unit)
    known.set(name, rack)
    return rack
  }
}

function rackOfGym(gym: Gym | undefined, meaning: Surroundings['meaning'], unit: MassUnit): Rack {
  const grids = new Map<string, Grid>()
  return (exercise) => {
    const kind = meaning(exercise)
    const grid =
      grids.get(kind) ??
      gridOf({ machine: {}, gym: gym ?? {}, usualSides: null, meaning: kind }, unit) ??
      usualGrid(kind, unit)
    grids.set(kind, grid)
    return grid
  }
}

/** The loads that the equipment has, in the unit of the run; null where nobody said. */
function gridOf(equipment: Equipment, unit: MassUnit): Grid | null {
  return placeLoads(equipment, unit, MOST[unit])?.map(shown) ?? null
}

/** The loads of an entry with a machine or a bar of its own; null for those of its gym. */
function gridIn(
  { machines, gymOf, meaning }: Surroundings, { exercise, machine: worn, bar }: Entry,
  there: string | undefined, unit: MassUnit,
): Grid | null {
  const machine = worn?.id === undefined ? undefined : machines.get(worn.id)
  if (!machine && !bar) return null
  // A machine that says no place stands where the workout was.
  const name = machine?.gym?.trim() ? machine.gym : there
  const gym = name === undefined ? undefined : gymOf(name)
  return gridOf(
    { machine: machine ?? {}, gym: gym ?? {}, usualSides: null, meaning: meaning(exercise), bar }, unit)
}

/** Where a workout was: the loads of its gym, and of its machines by exercise. */
export function visitOf(
  workout: Workout, unit: MassUnit, around: Surroundings, rackOf = racks(unit, around),
): Pick<Session, 'gym' | 'grids'> {
  const grids = new Map<string, Grid>()
  for (const entry of workout.entries) {
    const grid = entry.slot === undefined ? null : gridIn(around, entry, workout.gym, unit)
    if (grid) grids.set(entry.exercise, grid)
  }
  return { grids, ...(workout.gym?.trim() ? { gym: rackOf(workout.gym) } : {}) }
}

export function placeOf(workout: Workout): Place {
  return { cycle: workout.run?.cycle ?? 1, week: workout.run?.week ?? 1, day: workout.run?.day ?? 0 }
}

/** Sets of a workout by slot, warm-ups left out; slots without a set were not done. */
export function performedIn(workout: Workout, unit: MassUnit): Map<string, Performed[]> {
  const results = new Map<string, Performed[]>()
  for (const entry of inOrder(workout.entries)) {
    const sets = inOrder(entry.sets).filter((set) => kindOf(set) !== 'warm-up')
    if (entry.slot === undefined || sets.length === 0) continue
    results.set(entry.slot, [
      ...(results.get(entry.slot) ?? []), ...performedSets(sets, unit, entry.exercise),
    ])
  }
  return results
}

/** Sets as the lifter counts them: a left and a right one are one set, which did what the weaker side did. */
function performedSets(sets: readonly WorkoutSet[], unit: MassUnit, exercise: string): Performed[] {
  const result: Performed[] = []
  const waiting: Readonly<Record<'left' | 'right', number[]>> = { left: [], right: [] }
  for (const set of sets) {
    const now = performed(set, unit, exercise)
    const side = set.side === 'left' || set.side === 'right' ? set.side : null
    const first = side === null ? undefined : waiting[side === 'left' ? 'right' : 'left'].shift()
    const earlier = first === undefined ? undefined : result[first]
    if (first !== undefined && earlier) {
      result[first] = weaker(earlier, now)
      continue
    }
    if (side) waiting[side].push(result.length)
    result.push(now)
  }
  return result
}

function weaker(first: Performed, second: Performed): Performed {
  const least = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b))
  return {
    ...(second.reps < first.reps ? second : first),
    load: least(first.load, second.load), rir: least(first.rir, second.rir),
  }
}

function performed(set: WorkoutSet, unit: MassUnit, exercise: string): Performed {
  const load =
    set.load &&
    (set.load.unit === unit ? set.load.value : tidy(massIn(massKg(set.load.value, set.load.unit), unit)))
  return {
    reps: Math.floor(set.reps ?? set.duration_s ?? 0),
    load: load ?? null,
    rir: set.rir ?? null,
    velocityLoss: null,
    id: set.id,
    kind: kindOf(set),
    exercise,
  }
}

function instant(local: string, offset: number | undefined): number {
  return Date.parse(`${local}Z`) - (offset ?? 0) * 60_000
}
