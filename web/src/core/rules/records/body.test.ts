import { describe, expect, test } from 'vitest'
import type { Measurement } from '../../values/documents'
import cases from '../../../../../spec/body.json'
import english from '../../../../../content/messages/en.ftl?raw'
import { sentencesOf } from '../prescription/messages'
import {
  byDay, daysOf, inUnit, measureOf, pace, paceMessage, readMeasure, smoothed, type Day, type Pace,
} from './body'

const NOW = '2026-11-22T18:00:00'
const MASS = measureOf('body_mass')

/** Ten digits: the two languages add up in the same order, their powers may differ in the last bit. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, item: unknown) =>
    typeof item === 'number' ? Number(item.toPrecision(10)) : item,
  )

const sentences = sentencesOf(english)

describe('the trend says what Python says', () => {
  // JSON knows arrays, not tuples; the runner hands them over unchecked, the answer is the check.
  const days = (given: unknown) => given as Day[]
  test.each(cases.rules.days_of)('days %#', (example) => {
    const [rows, unit] = example.in as [Measurement[], string]
    expect(rounded(daysOf(rows, unit))).toEqual(rounded(example.out))
  })
  test.each(cases.rules.by_day)('by day %#', (example) =>
    expect(rounded(byDay(days(example.in[0])))).toEqual(rounded(example.out)),
  )
  test.each(cases.rules.smoothed)('smoothed %#', (example) =>
    expect(rounded(smoothed(days(example.in[0])))).toEqual(rounded(example.out)),
  )
  test.each(cases.rules.pace)('pace %#', (example) =>
    expect(rounded(pace(days(example.in[0]), example.in[1] as number))).toEqual(rounded(example.out)),
  )
  test.each(cases.rules.pace_message)('sentence %#', (example) => {
    const message = paceMessage(example.in[0] as Pace | null, example.in[1] as string)
    expect({ message, sentence: sentences.render(message) }).toEqual(example.out)
  })
})

test('a decimal comma is read', () =>
  expect(readMeasure('81,5', MASS, 'kg', '2026-11-22', NOW)).toEqual({ value: 81.5 }))
test('0 kg and 900 kg are one sentence', () => {
  expect(readMeasure('0', MASS, 'kg', '2026-11-22', NOW)).toBe(
    'Body weight of 0 kg is not believable. Check the number and its unit.',
  )
  expect(readMeasure('900', MASS, 'kg', '2026-11-22', NOW)).toContain('not believable')
})
test('pounds are believed as pounds', () =>
  expect(readMeasure('500', MASS, 'lb', '2026-11-22', NOW)).toEqual({ value: 500 }))
test('tomorrow has not been', () =>
  expect(readMeasure('80', MASS, 'kg', '2026-11-23', NOW)).toContain('has not been'))
test('words are no number', () =>
  expect(readMeasure('heavy', MASS, 'kg', '2026-11-22', NOW)).toContain('is not a number'))
test('an inch is 2.54 cm', () => expect(inUnit(10, 'in', 'cm')).toBeCloseTo(25.4))
