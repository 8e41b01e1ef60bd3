/**
 * Scripted lifters against the tables that the published rules give: the same files as
 * `test_programs_conformance.py`.
 */
import { describe, expect, test } from 'vitest'
import { loadable, rack } from '../loads/plates'
import { MOST, usualGrid, type Grid } from './rounding'
import { Fold } from './fold'
import { nextPlace, type Place, type Program, type ProgramBody } from './model'
import { readProgram } from './compiling'
import type { Performed } from './targets'

interface Result {
  readonly reps: number
  readonly load?: number
  readonly rir?: number
  readonly velocity_loss?: number
}
interface DayRow {
  readonly day: string
  readonly results: Record<string, (number | Result)[]>
  readonly answers?: Record<string, string>
  readonly maxes?: Record<string, number>
  readonly plates?: Record<string, { plates: number[] }>
}
interface Expected {
  readonly day: string
  readonly cycle?: number
  readonly week?: number
  readonly targets?: Record<string, [number | null, number, boolean][]>
  readonly state?: {
    training_max?: Numbers
    one_rm?: Numbers
    load?: Numbers
    stage?: Numbers
    extra_sets?: Numbers
    test?: Record<string, string>
    rung?: Record<string, { rung: number; exercise: string }>
    counters?: Record<string, { failed: number }>
  }
}
type Numbers = Record<string, number>
interface Case {
  readonly program: string
  readonly results: { unit: 'kg' | 'lb'; maxes: Record<string, number>; days: DayRow[] }
  readonly expected: Expected[]
}

const cases = import.meta.glob<Case>('../../../../../spec/programs/*.json', {
  eager: true,
  import: 'default',
})
const bodies = import.meta.glob<ProgramBody>('../../../../public/content/programs/*.json', {
  eager: true,
  import: 'default',
})
const exercises = import.meta.glob<{ exercises: { id: string; load_meaning: string }[] }>(
  '../../../../public/content/index.json',
  { eager: true, import: 'default' },
)
const meanings = new Map(
  Object.values(exercises)[0]?.exercises.map(({ id, load_meaning }) => [id, load_meaning]),
)

function bodyOf(id: string): ProgramBody {
  const body = Object.entries(bodies).find(([path]) => path.endsWith(`/${id}.json`))
  if (!body) throw new Error(`no program ${id}: run make .stamps/content`)
  return body[1]
}

const performed = (row: number | Result): Performed =>
  typeof row === 'number'
    ? { reps: row, load: null, rir: null, velocityLoss: null, id: '' }
    : {
        reps: row.reps, load: row.load ?? null, rir: row.rir ?? null,
        velocityLoss: row.velocity_loss ?? null, id: '',
      }

/** The next session with a name. */
function placeOf(program: Program, from: Place | null, name: string): Place {
  let place = from
  for (let step = 0; place && step <= program.order.length; step += 1) {
    if (program.days[place.day]?.name === name) return place
    place = nextPlace(program, place)
  }
  throw new Error(`no day ${name}`)
}

describe.each(Object.values(cases).map((file) => [file.program, file] as const))(
  '%s',
  (id, { results, expected }) => {
    test('loads, reps and state are those of the published rules', () => {
      const program = readProgram(bodyOf(id))
      const fold = new Fold(program, {
        unit: results.unit,
        asked: results.maxes,
        meaning: (exercise) => meanings.get(exercise) ?? 'barbell',
        grids: new Map(),
      })
      for (const [at, row] of results.days.entries()) {
        const want = expected[at]
        const place = placeOf(program, fold.place, row.day)
        for (const [lift, value] of Object.entries(row.maxes ?? {})) fold.typed(`day ${at}`, lift, value)
        const grids = new Map<string, Grid>(
          Object.entries(row.plates ?? {}).map(([exercise, { plates }]) => [
            exercise,
            loadable(rack({ plates, unit: results.unit }), 0, MOST[results.unit]),
          ]),
        )
        // The plates of a day hold for that day.
        const gym = (exercise: string) =>
          usualGrid(meanings.get(exercise) ?? 'barbell', results.unit)
        fold.arrive({ gym, grids })
        const targets = new Map(
          fold
            .targets(place)
            .map((slot) => [slot.slot, slot.sets.map(({ load, repsLow, amrap }) => [load, repsLow, amrap])]),
        )
        fold.session({
          id: `day ${at}`,
          place,
          results: new Map(Object.entries(row.results).map(([slot, sets]) => [slot, sets.map(performed)])),
          answers: row.answers ?? {},
          grids,
          gym,
        })
        if (want?.week !== undefined) expect(place.week).toBe(want.week)
        if (want?.cycle !== undefined) expect(place.cycle).toBe(want.cycle)
        for (const [slot, sets] of Object.entries(want?.targets ?? {}))
          expect(targets.get(slot), `day ${at + 1}, ${slot}`).toEqual(sets)
        const { state } = want ?? {}
        for (const numbers of [state?.training_max, state?.one_rm, state?.load]) {
          for (const [lift, value] of Object.entries(numbers ?? {}))
            expect(fold.states.get(lift)?.value, `day ${at + 1}, ${lift}`).toBe(value)
        }
        for (const [lift, stage] of Object.entries(state?.stage ?? {}))
          expect(fold.states.get(lift)?.stage).toBe(stage)
        for (const [lift, extra] of Object.entries(state?.extra_sets ?? {}))
          expect(fold.states.get(lift)?.extra).toBe(extra)
        for (const [lift, kind] of Object.entries(state?.test ?? {}))
          expect(fold.states.get(lift)?.test).toBe(kind)
        for (const [lift, { rung }] of Object.entries(state?.rung ?? {}))
          expect((fold.states.get(lift)?.rung ?? 0) + 1).toBe(rung)
        for (const [lift, { failed }] of Object.entries(state?.counters ?? {}))
          expect(fold.states.get(lift)?.failed.session).toBe(failed)
      }
    })
  },
)
