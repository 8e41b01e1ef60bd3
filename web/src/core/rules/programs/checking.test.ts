/** The checker says the same as Python: every mistake with its line, key and sentence. */
import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import spec from '../../../../../spec/program-checks.json'
import { sentencesOf } from './checking'

interface Case {
  readonly in: readonly [text: string, known: readonly string[]]
  readonly out: { where: string; sentence: string }[]
}
const cases = spec.rules.program_problems as unknown as Case[]

describe('a program of format 2', () => {
  test.each(
    cases.map((example, at) => [`${at}: ${example.out[0]?.sentence ?? 'no problem'}`, example] as const)
  )(
    '%s',
    (_, example) => {
      const [text, known] = example.in
      const sentences = sentencesOf(text, parse(text), (exercise) => known.includes(exercise))
      expect(sentences.map(({ where, sentence }) => ({ where, sentence }))).toEqual(example.out)
    },
  )
})
