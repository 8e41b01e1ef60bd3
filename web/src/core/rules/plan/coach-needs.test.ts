/** What a coach should look at is what Python says (`spec/needs.json`). */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/needs.json'
import { coachNeeds, countNeeds, type Needs, type Seen } from './coach-needs'

// The cases carry JSON; the answer is the check.
const cases = spec.rules.coach_needs as unknown as { in: [Seen]; out: Needs }[]

test.each(cases.map((example, at) => [at, example] as const))('coach_needs %i', (_, example) => {
  expect(coachNeeds(example.in[0])).toEqual(example.out)
})

test('every answer that waits counts, records count once', () => {
  const { out } = cases.find(({ out }) => out.questions.length > 2) ?? { out: undefined }
  expect(out && countNeeds(out)).toBe(3)
  const won = cases.find(({ out }) => out.records.length > 1 && out.questions.length === 0)?.out
  expect(won && countNeeds(won)).toBe(1)
})
