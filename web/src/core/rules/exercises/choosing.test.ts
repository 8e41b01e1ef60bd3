import { describe, expect, test } from 'vitest'
import cases from '../../../../../spec/choosing.json'
import { firstLoad, link } from './carryover'
import { answersOf, choose, type Rules } from './choosing'
import { compare } from './comparing'
import { find, learning, wordFits, type Named } from './find'

interface Case { readonly in: unknown; readonly out: unknown }
// A case carries the arguments of its rule as JSON; the runner hands them over unchecked, the answer is the
// check.
type Twin = (...given: never[]) => unknown

const twins: Readonly<Record<string, Twin>> = {
  choose, compare, link, first_load: firstLoad,
  word_fits: wordFits,
  find: (typed: string, things: (Named & { id: string })[]) => {
    const fresh = find(typed, things).map(({ id }) => id)
    // Names folded before anybody types change nothing.
    expect([...learning(things)]).toHaveLength(things.length)
    expect(find(typed, things).map(({ id }) => id)).toEqual(fresh)
    return fresh
  },
}
const rules: Readonly<Record<string, readonly Case[]>> = cases.rules

describe.each(Object.entries(rules))('%s', (name, own) => {
  test.each(own)('case %#', (example) => {
    const given = example.in as never[] // written by Python as a list of arguments
    const answer = twins[name]?.(...given)
    expect(answer).toEqual(example.out)
  })
})

test('an answer that is not offered keeps the first', () => {
  const asked = rules['choose']?.[0]?.in as [Rules, unknown] // as above
  expect(answersOf(asked[0], (question) => (question === 'aim' ? 'fame' : null))).toEqual({
    aim: 'growth', limit: 'none', equipment: 'everything',
  })
})
