/** Sets, setups and dates of the next sessions: the same cases as Python (`spec/program-days.json`). */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/program-days.json'
import { dayMinutes } from '../plan/day-minutes'
import type { Run, Workout } from '../../values/documents'
import { datedSessions } from './days'
import type { Fold } from './fold'
import { foldRun } from './run'

type Rows = [id: string, workout: Workout][]

function folded(id: string, run: unknown, rows: unknown): Fold {
  // Cases are written by Python in the shape of the documents.
  const given = (rows as Rows).map(([key, workout]) => {
    const { cycle, week, day } = workout.run ?? { cycle: 1, week: 1, day: 0 }
    return [key, { ...workout, run: { id, cycle, week, day } }] as const
  })
  const around = { meaning: () => 'barbell', machines: new Map(), gymOf: () => undefined }
  return foldRun(id, run as Run, given, around)
}

test.each(spec.rules.next_slots.map(({ in: given, out }, at) => [at, given, out] as const))(
  'the next session after the workouts of case %i is that of Python', (_at, [id, run, rows], out) => {
    const fold = folded(id as string, run, rows)
    const slots = fold.place ? fold.targets(fold.place) : []
    expect({
      press: fold.states.get('press')?.value,
      slots: slots.map(({ slot, setup, alternatives, sets }) => [
        slot, setup, alternatives, sets.map(({ kind, load, repsLow, every }) => [kind, load, repsLow, every]),
      ]),
    }).toEqual(out)
  },
)

test.each(spec.rules.dated_sessions.map(({ in: given, out }, at) => [at, given, out] as const))(
  'sessions on weekdays have the dates of Python in case %i', (_at, [id, run, rows, today], out) => {
    const dated = datedSessions(folded(id as string, run, rows), (run as Run).start, today as string)
    expect(dated.map(({ place, on }) => [place.cycle, place.day, on])).toEqual(out)
  },
)

type SetRow = [reps: number, isTimed: boolean, rest: number | null, every: number | null]

test.each(spec.rules.day_minutes.map(({ in: given, out }, at) => [at, given, out] as const))(
  'a day takes the minutes of Python in case %i', (_at, [day], out) => {
    const exercises = (day as SetRow[][]).map((sets) =>
      sets.map(([reps, isTimed, rest, every]) => ({ reps, isTimed, rest, every })))
    expect(dayMinutes(exercises)).toBeCloseTo(out, 9)
  },
)
