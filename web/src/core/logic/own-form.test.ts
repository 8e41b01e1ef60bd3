import { describe, expect, test } from 'vitest'
import type { OwnExercise } from '../values/documents'
import { blankOwn, isBare, slug, toOwn, toOwnForm, type VariableForm } from './own-form'

const variable = (change: Partial<VariableForm>): VariableForm => ({
  id: '', name: 'Handle', type: 'choice', splits: true,
  values: [
    { id: '', name: 'Wide' }, { id: '', name: 'Close' },
  ],
  unit: '', min: '', max: '', step: '', ...change,
})
const made = (
  change: Partial<ReturnType<typeof blankOwn>>, before?: OwnExercise, others: OwnExercise[] = [],
) => toOwn({ ...blankOwn('Deadmill'), ...change }, before, others)

describe('an own exercise from its form', () => {
  test('holds what was said and nothing else', () => {
    expect(
      made({ load: 'dumbbell', muscles: { quads: 1, glutes: 0.5 }, low: '8', high: '12', unilateral: true }),
    ).toEqual({
      v: 1, name: 'Deadmill', muscles: { quads: 1, glutes: 0.5 }, load_meaning: 'dumbbell', implements: 2,
      log: ['load', 'reps'], unilateral: true,
      rep_range: { low: 8, high: 12 },
    })
  })
  test('reads back into the same form and the same body, unknown keys and the merge kept', () => {
    const body = {
      v: 1, name: 'A', alias_of: 'leg-press-45', imported_name: 'a', later: 7, log: ['reps' as const],
      load_meaning: 'none',
      variables: [
        { id: 'seat', name: 'Seat', type: 'number' as const, unit: 'notch', min: 1, max: 9, step: 1 },
      ],
      faults: [{ id: 'x', name: 'X', cure: 'Y' }],
    }
    expect(toOwn(toOwnForm(body), body, [])).toEqual(body)
  })
  test('a new name keeps the old one as a further name, once', () => {
    const renamed = made({ name: 'Sled walk', names: ['Walker', ' walker '] }, { v: 1, name: 'Deadmill' })
    expect(renamed).toMatchObject({ name: 'Sled walk', names: ['Walker', 'Deadmill'] })
  })
  test('ids of variables come from the first name and stay when it changes', () => {
    const first = made({ variables: [variable({})] }) as OwnExercise
    expect(first.variables).toEqual([
      {
        id: 'handle', name: 'Handle', type: 'choice', splits: true,
        values: [
          { id: 'wide', name: 'Wide' }, { id: 'close', name: 'Close' },
        ],
      },
    ])
    const form = toOwnForm(first)
    if (form.variables[0]) form.variables[0].name = 'Grip'
    expect((toOwn(form, first, []) as OwnExercise).variables?.[0]).toMatchObject({
      id: 'handle', name: 'Grip',
    })
  })
  test('a set without load has no load meaning to fill', () => {
    expect(made({ log: ['duration'], load: 'plates' })).toMatchObject({
      log: ['duration'], load_meaning: 'none',
    })
    expect(made({ log: ['load', 'reps'], load: 'none' })).toMatchObject({
      log: ['reps'], load_meaning: 'none',
    })
  })
  test.each([
    ['no name', { name: ' ' }, 'Give the exercise a name.'],
    ['nothing recorded', { log: [] }, 'Choose what to log for each set'],
    ['a range upside down', { low: '12', high: '8' }, 'smaller number first'],
    [
      'one value only', { variables: [variable({ values: [{ id: '', name: 'Wide' }] })] },
      'at least two values',
    ],
    [
      'a number without room', { variables: [variable({ type: 'number', min: '5', max: '5' })] },
      'a smaller number',
    ],
    [
      'two variables of one name', { variables: [variable({}), variable({ name: 'HANDLE' })] },
      'two settings named',
    ],
  ])('%s is one sentence', (_, change, sentence) => {
    expect(made(change)).toContain(sentence)
  })
  test('two of the same name are refused, whatever their capitals', () => {
    expect(made({}, undefined, [{ v: 1, name: 'DEADMILL' }])).toBe(
      'You already have an exercise named “DEADMILL”. Open that exercise, or choose another name.',
    )
  })
  test('what an import made is to be completed', () => {
    expect(isBare({ v: 1, name: 'A', imported_name: 'A', log: ['reps'] })).toBe(true)
    expect(isBare({ v: 1, name: 'A', muscles: { quads: 1 }, load_meaning: 'none' })).toBe(false)
  })
})

test('ids are plain words, their own among those taken, and never empty', () => {
  const taken = new Set(['wide'])
  expect([
    slug('Wide', taken), slug('Größe (links)', taken), slug('сиденье', taken), slug('高い', taken),
  ]).toEqual(['wide_2', 'gro_e_links', 'v', 'v_2'])
})
