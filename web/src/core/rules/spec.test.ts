/** The files of spec/, written by Python, run by the twins: every answer must be the same. */
import { describe, expect, test } from 'vitest'
import bestCases from '../../../../spec/bests.json'
import english from '../../../../content/messages/en.ftl?raw'
import lineCases from '../../../../spec/lines.json'
import mergedCases from '../../../../spec/merged.json'
import plateCases from '../../../../spec/plates.json'
import recordCases from '../../../../spec/records.json'
import growthCases from '../../../../spec/growth.json'
import runCases from '../../../../spec/runs.json'
import takebackCases from '../../../../spec/takeback.json'
import trainingCases from '../../../../spec/training.json'
import unitCases from '../../../../spec/units.json'
import volumeCases from '../../../../spec/volume.json'
import { alike, type Names } from './exercises/alike'
import { repBests, repRange, repsAtLoad } from './history/bests'
import { recordMessage, records } from './history/set-records'
import { classifyDepth } from './history/depth'
import type { Gym, Machine, OwnExercise, Run, Setup, Workout } from '../values/documents'
import { changeMessage } from './programs/change-message'
import type { Change } from './programs/changes'
import { foldRun } from './programs/run'
import { targetWords } from './programs/set-words'
import { sourceMessage } from './programs/source-message'
import type { Target } from './programs/targets'
import { wantedOfTargets } from './programs/wanted'
import { growthLines } from './history/growth'
import { jump } from './history/jump'
import { byLine, inTime, lineKey, nearestLine } from './history/lines'
import { mergedOf } from './exercises/merged'
import {
  fromWorkout, movedKg, noFacts, uncountedKg, type Credit, type Facts, type Performed,
} from './history/performed'
import { loadable, nearest, perSide, rack, type RackInput } from './loads/plates'
import { isKey, keyBetween } from './records/order'
import { uuid7 } from './records/uuid'
import { digest, planTakeBack, type Row } from './records/take-back'
import {
  asLifted, lengthM, loadIn, massAsWritten, massIn, massKg, shown, usualUnit, type LengthUnit, type MassUnit,
} from './loads/units'
import { sentencesOf } from './prescription/messages'
import { countedKg } from './strength/counted'
import { muscleWeeks, setCount, volumeLoadKg, weekOf, type WeekStart } from './history/volume'
import { isReached, trainingWeeks, type TrainingWeek, type WeekGoal } from './history/weeks'

const sentences = sentencesOf(english)

interface Case {
  readonly in: unknown
  readonly out: unknown
}
// A case carries the arguments of its rule as JSON; the runner hands them over unchecked, the answer is the
// check.
type Twin = (...given: never[]) => unknown
type Room = readonly [Readonly<Record<string, readonly Case[]>>, Readonly<Record<string, Twin>>]

type Given = readonly (readonly [id: string, workout: Workout])[]

/** ExerciseFacts as Python writes them. */
interface PythonFacts {
  id: string
  splitting: string[]
  load_meaning: string
  implements: number
  body_share: number
  base_kg: number
  muscles: { muscle: string; credit: number; low: number; high: number }[]
}
interface History {
  facts: PythonFacts
  workouts: Given
  week_start: WeekStart
}

/** A target as Python writes it, in as far as its words need it. */
type PythonTarget = Pick<Target, 'load' | 'amrap' | 'cap' | 'timed' | 'rir'> & {
  readonly reps_low: number
  readonly reps_high: number
}

const targetOf = ({ load, amrap, cap, timed, rir, ...reps }: PythonTarget) =>
  ({ load, amrap, cap, timed, rir, repsLow: reps.reps_low, repsHigh: reps.reps_high })

const PRESS = 'leg-press-45'

function setsOf(given: Given, facts: Facts): Performed[] {
  return given.flatMap(([id, workout]) => fromWorkout(id, workout, () => facts))
}

function press(changes: Partial<Facts> = {}): Facts {
  return { ...noFacts(PRESS), loadMeaning: 'plates', ...changes }
}

function factsOf(given: PythonFacts): Facts {
  return {
    ...noFacts(given.id),
    splitting: given.splitting,
    loadMeaning: given.load_meaning,
    implements: given.implements,
    bodyShare: given.body_share,
    baseKg: given.base_kg,
    muscles: given.muscles.map(({ muscle, ...credit }) => ({ id: muscle, ...credit })),
  }
}

/** Bests of one line from documents; the exercise is that of the first entry. */
function onLine<T>(rule: (sets: Performed[], meaning: string) => T) {
  return (given: Given, meaning: string): T => {
    const exercise = given[0]?.[1].entries[0]?.exercise ?? PRESS
    return rule(classifyDepth(setsOf(given, { ...noFacts(exercise), loadMeaning: meaning })), meaning)
  }
}

function bestsOfHistory({ facts: given, workouts }: History): unknown {
  const facts = factsOf(given)
  const lines = [...byLine(setsOf(workouts, facts), facts.splitting)].map(([key, sets]) => {
    const classed = classifyDepth(sets)
    const answer = {
      cut: classed.filter((set) => set.depthClass === 'cut').map((set) => set.id),
      rep_bests: repBests(classed, facts.loadMeaning),
      reps_at_load: repsAtLoad(classed, facts.loadMeaning),
      records: records(classed, facts.loadMeaning),
    }
    return [key, answer]
  })
  return Object.fromEntries(lines)
}

function volumeOfHistory({ facts: given, workouts, week_start }: History): unknown {
  const facts = factsOf(given)
  const sets = setsOf(workouts, facts)
  const known = () => facts
  const weeks = muscleWeeks(sets, known, week_start).map((week) => ({
    ...week,
    standing: week.sets < 10 ? 'below' : week.sets <= 20 ? 'within' : 'above',
    shares: inTime(sets).flatMap((set) => shareOf(set, week.muscle, week.week, facts, week_start)),
  }))
  return { volume_load_kg: volumeLoadKg(sets, known), weeks }
}

function shareOf(set: Performed, muscle: string, week: string, facts: Facts, start: WeekStart): unknown[] {
  const credit = facts.muscles.find((row) => row.id === muscle)
  const count = setCount(set)
  if (count === 0 || !credit || weekOf(set.start.slice(0, 10), start) !== week) return []
  const [sets, low, high] = [count * credit.credit, count * credit.low, count * credit.high]
  return [{ set_id: set.id, exercise: set.exercise, start: set.start, sets, low, high }]
}

interface GrowthFacts {
  id: string
  splitting: string[]
  load_meaning: string
  curve_k: number
  implements?: number
}

function growthOf(given: GrowthFacts, workouts: Given): unknown {
  const facts = {
    ...noFacts(given.id), splitting: given.splitting, loadMeaning: given.load_meaning, curveK: given.curve_k,
    implements: given.implements ?? 1,
  }
  return growthLines(setsOf(workouts, facts), facts).map(({ key, first, last, points }) => ({
    key, first, last,
    points: points.map((point) => [
      point.date, Number(point.tenKg.toFixed(1)), point.atLeast, point.cut,
    ]),
  }))
}

function folded(
  id: string, run: Run, workouts: Given, meanings: Record<string, string>, machines: Record<string, Machine>,
  gyms: Record<string, Gym>,
): unknown {
  const fold = foldRun(id, run, workouts, {
    meaning: (exercise) => meanings[exercise] ?? 'barbell',
    machines: new Map(Object.entries(machines)),
    gymOf: (name) => gyms[name],
  })
  return {
    states: Object.fromEntries([...fold.states].map(([lift, state]) => [lift, state.value])),
    place: fold.place && [fold.place.cycle, fold.place.week, fold.place.day],
    loads: fold.place ? fold.targets(fold.place).map(({ sets }) => sets.map(({ load }) => load)) : [],
    changes: fold.changes.map((change) => [change.lift, change.what, change.old, change.new]),
  }
}

const rooms: Readonly<Record<string, Room>> = {
  records: [
    recordCases.rules,
    {
      is_key: (key: string) => isKey(key),
      key_between: (low: string | null, high: string | null) => keyBetween(low, high),
      uuid7: (milliseconds: number, random: number[]) => uuid7(milliseconds, Uint8Array.from(random)),
    },
  ],
  units: [
    unitCases.rules,
    {
      mass_kg: (value: number, unit: MassUnit) => massKg(value, unit),
      mass_in: (value: number, unit: MassUnit) => massIn(value, unit),
      length_m: (value: number, unit: LengthUnit) => lengthM(value, unit),
      mass_as_written: (value: number, unit: MassUnit) => massAsWritten(value, unit),
      load_in: (value: number, unit: MassUnit, other: MassUnit) => loadIn({ value, unit }, other),
      as_lifted: (value: number, unit: MassUnit) => asLifted(value, unit),
      usual_unit: (units: MassUnit[]) => usualUnit(units),
      shown: (value: number) => shown(value),
    },
  ],
  plates: [
    plateCases.rules,
    {
      loadable: (machine: RackInput, low: number, high: number) => loadable(rack(machine), low, high),
      per_side: (machine: RackInput, load: number) => perSide(rack(machine), load),
      nearest: (machine: RackInput, load: number) => nearest(rack(machine), load),
    },
  ],
  lines: [
    lineCases.rules,
    {
      line_key: (exercise: string, machine: string | null, side: string, setup: Setup, splitting: string[]) =>
        lineKey(exercise, machine, side, setup, splitting),
      by_line: (given: Given, splitting: string[]) =>
        [...byLine(setsOf(given, press()), splitting)].map(([key, sets]) => [key, sets.map((set) => set.id)]),
      depth_classes: (given: Given, own: number | null) =>
        classifyDepth(setsOf(given, press()), own).map((set) => [set.id, set.depthClass]),
      nearest_line: (key: string, lastUsed: Record<string, string>) => nearestLine(key, lastUsed),
    },
  ],
  merged: [
    mergedCases.rules,
    {
      merged_target: (own: [string, OwnExercise][], exercise: string) => mergedOf(own).target(exercise),
      merged_sources: (own: [string, OwnExercise][], exercise: string) => mergedOf(own).sources(exercise),
      alike: (name: string, known: Names[], limit: number) => alike(name, known, limit),
      merged_workout: (own: [string, OwnExercise][], workout: Workout) => mergedOf(own).workout(workout),
    },
  ],
  bests: [
    bestCases.rules,
    {
      rep_bests: onLine(repBests), reps_at_load: onLine(repsAtLoad), records: onLine(records),
      record_message: recordMessage,
    },
  ],
  growth: [
    growthCases.rules,
    { growth_lines: (given: GrowthFacts, workouts: Given) => growthOf(given, workouts) },
  ],
  runs: [
    runCases.rules,
    {
      fold_run: (
        id: string, run: Run, workouts: Given, meanings: Record<string, string>,
        machines: Record<string, Machine>, gyms: Record<string, Gym>,
      ) => folded(id, run, workouts, meanings, machines, gyms),
      change_message: (change: Change, unit: MassUnit) => {
        const message = changeMessage(change, unit)
        return { message, phrase: sentences.phrase(message) }
      },
      source_message: (target: Target, unit: MassUnit) => {
        const message = sourceMessage(target, unit)
        return { message, phrase: sentences.phrase(message) }
      },
      target_words: (target: PythonTarget, unit: string) => targetWords(targetOf(target), unit),
      wanted_of: (id: string, run: Run) => {
        const around = { meaning: () => 'barbell', machines: new Map(), gymOf: () => undefined }
        const fold = foldRun(id, run, [], around)
        return fold.place ? fold.targets(fold.place).map((slot) => wantedOfTargets(slot, run.unit)) : []
      },
    },
  ],
  volume: [
    volumeCases.rules,
    {
      week_of: (day: string, start: WeekStart) => weekOf(day, start),
      volume_load_kg: (given: Given, pair: number) => {
        const facts = press({ implements: pair })
        return volumeLoadKg(setsOf(given, facts), () => facts)
      },
      muscle_weeks: (given: Given, muscles: Credit[], start: WeekStart) => {
        const facts = press({ muscles })
        return muscleWeeks(setsOf(given, facts), () => facts, start)
      },
      training_weeks: (
        given: [string, Performed['kind']][], until: string, count: number, start: WeekStart,
      ) =>
        trainingWeeks(given.map(([at, kind]) => ({ start: at, kind })), until, count, start),
      is_reached: (week: TrainingWeek, goal: WeekGoal) => isReached(week, goal),
    },
  ],
  takeback: [
    takebackCases.rules,
    {
      digest: (body: Record<string, unknown>) => digest(body),
      plan_take_back: (body: Record<string, unknown>, current: Row[]) => planTakeBack(body, current),
    },
  ],
  training: [
    trainingCases.rules,
    {
      line_key: (given: {
        exercise: string
        machine: string | null
        side: string
        setup: Setup
        splitting: string[]
      }) => lineKey(given.exercise, given.machine, given.side, given.setup, given.splitting),
      nearest_line: (given: { key: string; last_used: Record<string, string> }) => {
        const nearest = nearestLine(given.key, given.last_used)
        return nearest && { ...nearest, sentence: sentences.render(nearest.message) }
      },
      rep_range: (reps: number) => repRange(reps),
      bests: (given: History) => bestsOfHistory(given),
      volume: (given: History) => volumeOfHistory(given),
      jump: (given: { before: number[]; after: number[] }) => jump(given.before, given.after),
      moved: (given: {
        facts: PythonFacts
        load_kg: number
        machine_kg: number | null
        body_kg: number | null
      }) => {
        const facts = factsOf(given.facts)
        const base = uncountedKg(facts, given.machine_kg ?? undefined)
        return {
          uncounted_kg: base, moved_kg: movedKg(given.load_kg, facts, base, given.body_kg),
          counted_kg: countedKg(150, facts, base, given.body_kg),
        }
      },
    },
  ],
}

for (const [room, [rules, twins]] of Object.entries(rooms)) {
  describe(`spec/${room}.json`, () => {
    test('has a twin for every rule', () => {
      expect(Object.keys(twins).sort()).toEqual(Object.keys(rules).sort())
    })
    for (const [name, cases] of Object.entries(rules)) {
      test.each(cases.map((example, at) => [at, example] as const))(`${name} %i`, (_, given) => {
        const twin = twins[name]
        const arguments_ = Array.isArray(given.in) ? given.in : [given.in]
        expect(twin?.(...(arguments_ as never[]))).toEqual(given.out)
      })
    }
  })
}
