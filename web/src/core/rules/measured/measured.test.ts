/** Holds, times, distances, paces and carries: the cases that Python wrote (`spec/measured.json`). */
import { describe, expect, test } from 'vitest'
import { expectSame } from '../../../../testing/expect-same'
import english from '../../../../../content/messages/en.ftl?raw'
import spec from '../../../../../spec/measured.json'
import type { Workout } from '../../values/documents'
import { keyOf } from '../history/lines'
import { bestOfDays, isMeasured, kindOf } from '../history/measures'
import { fromWorkout, noFacts, type Facts } from '../history/performed'
import type { MassUnit } from '../loads/units'
import { storedMeasured } from './stored'
import { sentencesOf } from '../prescription/messages'
import { nextStep, type MeasuredCase } from './steps'
import { distanceUnitOf, measuredCase, measuredMessage } from './measured-message'

const sentences = sentencesOf(english)
const setsOf = (rows: unknown, facts: Facts) =>
  (rows as [kind: string, id: string, body: Workout][])
    .flatMap(([, id, body]) => fromWorkout(id, body, () => facts, 80))

describe('the next step', () => {
  test.each(spec.rules.next_step.map((example, at) => [at, example] as const))('case %i', (at, example) => {
    expectSame(nextStep(example.in[0] as unknown as MeasuredCase), example.out, `case ${at}`)
  })
})

describe('a case as an advice stores it', () => {
  test.each(spec.rules.stored.map((example, at) => [at, example] as const))('case %i', (_, example) => {
    expect(storedMeasured(example.in[0] as unknown as MeasuredCase)).toEqual(example.out)
  })
})

describe('what the number of a line counts', () => {
  test.each(spec.rules.numbers.map((example, at) => [at, example] as const))('case %i', (at, example) => {
    const [log, given, rows] = example.in as unknown as [string[], Facts, unknown]
    const facts = { ...noFacts(''), ...given }
    const sets = setsOf(rows, facts)
    const kind = kindOf(sets, log, facts)
    expectSame({ kind, best: kind === 'ten' ? [] : bestOfDays(sets, kind) }, example.out, `case ${at}`)
    expect(isMeasured(kind)).toBe(!['ten', 'reps'].includes(example.out.kind))
  })
})

describe('what is said', () => {
  test.each(spec.rules.told.map((example, at) => [at, example] as const))('case %i', (at, example) => {
    const [log, known, rows, unit] = example.in as unknown as [string[], Facts, unknown, MassUnit]
    const facts = { ...noFacts(''), ...known }
    const sets = setsOf(rows, facts)
    const [first] = sets
    if (!first) throw new Error('A case has sets.')
    const line = keyOf(first, [])
    const given = measuredCase(
      { facts, log, sets, cause: () => null }, { line, on: '2026-03-20', wanted: null },
    )
    if (!given) throw new Error('Nothing is counted.')
    const lifted = first.raw.load?.unit ?? 'kg'
    const units = { meaning: facts.loadMeaning, lifted, unit, distance: distanceUnitOf(sets) }
    const message = measuredMessage(nextStep(given), units)
    expectSame({ message, sentence: sentences.render(message) }, example.out, `case ${at}`)
  })
})
