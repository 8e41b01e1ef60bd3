/**
 * Programs as text: read as Python reads them (`spec/programs.json`), and what is written is read back the
 * same.
 */
import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import spec from '../../../../../spec/programs.json'
import type { ProgramFile } from './block-make'
import { parseProgram, programText } from './program-text'

test.each(
  spec.rules.parse_program.map((example, at) => [at, example] as const)
)('parse_program %i', (_, example) => {
  const [text, known] = example.in as [string, string[]]
  const parsed = parseProgram(text, (given) => parse(given), (exercise) => known.includes(exercise))
  const problem = 'body' in parsed
    ? parsed
    : { where: parsed.problem.where, sentence: parsed.problem.sentence }
  expect(problem).toEqual(example.out)
})

test('a program written as text reads back the same', () => {
  const program: ProgramFile = {
    v: 1, name: 'A "quoted" \\ name', note: 'Two\nlines', weeks: 4,
    days: [
      {
        weekday: 2, name: 'Ünten',
        slots: [
          {
            exercise: 'leg-press-45', sets: 3, reps_low: 8, reps_high: 10, rir: 1.5, rotate: true,
            setup: { toe_out: 15, stance: 'wide' }, note: '[[days]]',
          },
        ],
      },
    ],
  }
  expect(parseProgram(programText(program), (given) => parse(given), () => true)).toEqual({ body: program })
})
