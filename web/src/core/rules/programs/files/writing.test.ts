import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import type { ProgramBody } from '../model'
import { programText } from './writing'

const bodies = import.meta.glob<ProgramBody>('../../../../../public/content/programs/*.json', {
  eager: true,
  import: 'default',
})
const programs = Object.entries(bodies).filter(
  ([path, body]) => !path.endsWith('shelf.json') && 'format' in body
)

describe('a program as text', () => {
  test.each(programs)('%s reads back as it was', (_, body) => {
    const { v: _v, ...wanted } = body as ProgramBody & { v?: unknown }
    expect(parse(programText(body))).toEqual(wanted)
  })

  test('quotes, line ends and odd keys are written so that they read back', () => {
    const body = {
      name: 'a "b"\n\\ é \u007f', schemes: { 'two words': [{ reps: [8, 12], rir: 1.5 }] }, days: [],
    }
    expect(parse(programText(body))).toEqual({ name: body.name, schemes: body.schemes })
  })
})
