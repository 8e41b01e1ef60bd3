/**
 * The phone says what Python says of every scenario of the rule book (`spec/prescription.json`): loads, rules
 * and sentences exactly, numbers to 1e-6. And its answers keep the laws of advice.
 */
import { describe, expect, test } from 'vitest'
import english from '../../../../../content/messages/en.ftl?raw'
import spec from '../../../../../spec/prescription.json'
import type { Workout } from '../../values/documents'
import { inTime } from '../history/lines'
import { causeOn, noteOn, type Marked } from '../history/marked'
import { fromWorkout, type Facts } from '../history/performed'
import type { MassUnit } from '../loads/units'
import { atOnce } from '../../values/pieces'
import { dayNumber, fitOn } from './fit'
import { beliefOfLine, toDay } from '../strength/pooled'
import { caseOf } from './case'
import { atLeast, outlookToday } from './chance'
import { asSaid, historyGrid } from '../loads/grid'
import { sentencesOf } from './messages'
import { movedMass, type Case, type Prescription, type RepRange } from './model'
import { patternSets } from './pattern-sets'
import { prescribe } from './prescribe'
import { placeLoads, rackLoads, type Equipment } from '../loads/rack'
import { caseFrom, liftFrom, storedCase, storedLift, type StoredCase, type StoredLift } from './stored'
import { messageOf, questionMessage } from './telling'
import { nextSet } from './within'
import { expectSame } from '../../../../testing/expect-same'

const sentences = sentencesOf(english)
// Written by tests/spec/spec_cases/prescription.py.
const cases = new Map(
  spec.rules.prescribe.map((example) => [example.name, caseFrom(example.in as unknown as StoredCase)]),
)
const caseNamed = (name: string) => cases.get(name) as Case

/** The answer without what only the phone asks of it. */
const withoutChances = ({ chanceOf: _, ...answer }: Prescription) => answer

describe('the next load', () => {
  test.each(
    spec.rules.prescribe.map((example) => [example.name, example] as const)
  )('%s', (name, example) => {
    expectSame(withoutChances(prescribe(caseNamed(name))), example.out, name)
  })
})

describe('the next set of a workout', () => {
  test.each(spec.rules.next_set.map((example) => [example.name, example] as const))('%s', (name, example) => {
    const lifts = (example.in.done as unknown as StoredLift[]).map(liftFrom)
    expectSame(withoutChances(nextSet(caseNamed(example.in.case), lifts)), example.out, name)
  })
})

describe('what is said', () => {
  test.each(spec.rules.told.map((example) => [example.name, example] as const))('%s', (name, example) => {
    const [given, unit] = [caseNamed(example.in.case), example.in.unit as MassUnit]
    const answer = prescribe(given)
    const message = messageOf(given, answer, unit, sentences.has)
    const asked = questionMessage(given, answer, unit)
    const texts = {
      message, sentence: sentences.render(message),
      question: asked && { ...asked, sentence: sentences.render(asked) },
      pattern: patternSets(given, answer),
    }
    expectSame(texts, example.out, name)
  })
})

interface Given {
  facts: {
    id: string; splitting: string[]; load_meaning: string; implements: number; body_share: number
    base_kg: number; family: string; curve_k: number | null
  }
  workouts: [id: string, workout: Workout][]
  body_mass_kg: number | null
  ranges: RepRange[]
  line: string
  on: string
  unit: MassUnit
}

describe('a case from workouts', () => {
  test.each(spec.rules.case.map((example) => [example.name, example] as const))('%s', (name, example) => {
    const { facts: about, workouts, line, on, unit, ranges, body_mass_kg } = example.in as unknown as Given
    const facts: Facts = {
      id: about.id, splitting: about.splitting, loadMeaning: about.load_meaning, implements: about.implements,
      bodyShare: about.body_share, curveK: about.curve_k ?? 35, muscles: [], baseKg: about.base_kg,
    }
    const mass = body_mass_kg ?? 75
    const sets = workouts.flatMap(([id, workout]) => fromWorkout(id, workout, () => facts, mass, about.id))
    const exercise = { facts, family: about.family, curveK: about.curve_k, cause: () => null }
    const every = new Set(workouts.map(([id]) => id))
    const known = atOnce(fitOn(null, { ...exercise, references: {} }, inTime(sets), every))
    const belief = known && beliefOfLine(toDay(known, dayNumber(on)), line)
    const built = caseOf(
      { ...exercise, sets: inTime(sets), ranges, reference: null, bodyMassKg: body_mass_kg },
      { line, on, unit, wanted: null, belief, grid: () => null, daysAway: null },
    )
    expectSame(storedCase(built), example.out, name)
  })
})

const grids = spec.rules.history_grid.map((example) => [example.name, example] as const)
test.each(grids)('loads there are: %s', (name, example) => {
  const [used, top, meaning, unit, others, tops, topIsThere] = example.in as unknown as [
    number[], number, string, MassUnit, number[], number[], boolean,
  ]
  expectSame(historyGrid({ used, top, meaning, unit, others, tops, topIsThere }), example.out, name)
})

type Written = [Equipment['machine'], Equipment['gym'], number | null, string, Equipment['bar'] | null]

function equipmentOf([machine, gym, usualSides, meaning, bar]: Written): Equipment {
  return { machine, gym, usualSides, meaning, bar: bar ?? undefined }
}

const places = spec.rules.rack_loads.map((example, at) => [at, example] as const)
test.each(places)('loads of a machine or a gym %i', (_, example) => {
  const [equipment, around, isThere] = example.in as unknown as [Written, number, boolean]
  expectSame(rackLoads(equipmentOf(equipment), around, isThere), example.out, equipment[3])
})

const whole = spec.rules.place_loads.map((example, at) => [at, example] as const)
test.each(whole)('all loads of a machine or a gym %i', (_, example) => {
  const [equipment, unit, most] = example.in as unknown as [Written, MassUnit, number]
  expectSame(placeLoads(equipmentOf(equipment), unit, most), example.out, equipment[3])
})

test('marked days are left out, and it is said', () => {
  for (const { in: given, out } of spec.rules.cause_on) {
    const [marked, day] = given as unknown as [Marked, string]
    expect(causeOn(marked)(day)).toEqual(out)
  }
  for (const { in: given, out } of spec.rules.note_on) {
    const [marked, on] = given as unknown as [Marked, string]
    const note = noteOn(marked, on)
    expect(note).toEqual(out)
    if (note) expect(sentences.render(note)).toMatch(/^Your sets of /)
  }
})

const loadsSaid = spec.rules.as_said.map((example) => [example.name, example] as const)
test.each(loadsSaid)('a load as it is said: %s', (_, example) => {
  const [kilos, unit, lifted] = example.in as [number, MassUnit, MassUnit]
  expect(asSaid(kilos, unit, lifted)).toBeCloseTo(example.out, 9)
})

test('what is stored reads back as it was', () => {
  for (const given of cases.values()) {
    expect(caseFrom(JSON.parse(JSON.stringify(storedCase(given))) as StoredCase)).toEqual(given)
    for (const lift of given.sessions.flatMap((session) => session.sets))
      expect(liftFrom(storedLift(lift))).toEqual(lift)
  }
})

describe('laws of advice', () => {
  const answers = [...cases].flatMap(([name, given]): [string, Case, Prescription, number | null][] => {
    const opening = prescribe(given)
    const last = opening.values['last'] as number | null
    return [[name, given, opening, last]]
  })

  test.each(answers)('%s', (_, given, answer, last) => {
    const isProgram = answer.rule.endsWith('-program')
    if (answer.chance !== null) expect(answer.chance).toBeGreaterThanOrEqual(isProgram ? 0.05 : 0.6)
    if (answer.chance !== null) expect(answer.chance).toBeLessThanOrEqual(0.95)
    if (answer.load_kg === null || last === null) return
    const [now, before] = [movedMass(given, answer.load_kg), movedMass(given, last)]
    const direction = now === before ? 'stay' : now > before ? 'up' : 'less'
    expect(answer.rule.startsWith(`${direction}-`)).toBe(true)
    if (!isProgram && given.implements > 0) expect(given.grid).toContain(answer.load_kg)
  })

  test.each(answers)('the chance of other reps goes on from that of the low end: %s', (_, __, answer) => {
    expect(answer.chanceOf(answer.reps_low)).toBe(answer.chance)
    const chances = [0, 1, 2, 4].map((more) => answer.chanceOf(answer.reps_low + more) ?? 0)
    chances.slice(1).forEach((chance, at) => expect(chance).toBeLessThanOrEqual((chances[at] ?? 1) + 1e-9))
  })

  test.each([...cases])('more load is never likelier: %s', (_, given) => {
    const today = outlookToday(given)
    const chances = [...given.grid]
      .sort((a, b) => movedMass(given, a) - movedMass(given, b))
      .map((load) => atLeast(today, movedMass(given, load), 5) ?? 0)
    chances.slice(1).forEach((chance, at) => expect(chance).toBeLessThanOrEqual((chances[at] ?? 1) + 1e-9))
  })
})
