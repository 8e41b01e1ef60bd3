import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../rules/programs/checking'
import { programText } from '../../rules/programs/files/writing'
import { isTable, KINDS, type Table } from '../../rules/programs/shape'
import { addExercises, freeName, moved, renameLift, renameScheme, withKey } from './program-editing'
import { blankOf, labelOf, moreKeys, nameShown, NEW_PROGRAM, newPart, shownKeys } from './program-fields'
import { readTyped, typedText } from './program-typing'

const bodies = import.meta.glob<Table>('../../../../public/content/programs/*.json', {
  eager: true,
  import: 'default',
})
const programs = Object.entries(bodies).filter(([, body]) => 'format' in body)
const any = () => true

describe('the builder', () => {
  test('reaches every key of the language, with words for it', () => {
    const elsewhere = ['format', 'schemes', 'lifts', 'days', 'rules', 'questions']
    for (const [kind, { keys }] of Object.entries(KINDS)) {
      const reached = [...shownKeys(kind, {}), ...moreKeys(kind, {})]
      const wanted = Object.keys(keys).filter((key) => kind !== 'program' || !elsewhere.includes(key))
      expect(reached.sort(), kind).toEqual(wanted.sort())
      for (const key of wanted) expect(labelOf(kind, key), `${kind}.${key}`).not.toBe(key)
    }
  })

  test('begins with a program that has no mistake, and adds parts that have none', () => {
    expect(problemsOf(NEW_PROGRAM, any)).toEqual([])
    const lifts = [...(NEW_PROGRAM['lifts'] as Table[]), newPart('lift', 'press')]
    const days = [...(NEW_PROGRAM['days'] as Table[]), newPart('day', 'Day B')]
    expect(problemsOf({ ...NEW_PROGRAM, lifts, days, questions: [newPart('question')] }, any)).toEqual([])
  })

  test('what a key begins with has the shape that the language wants', () => {
    for (const { keys } of Object.values(KINDS))
      for (const [key, field] of Object.entries(keys)) expect(blankOf(field), key).toBeDefined()
  })

  test.each(programs)('%s shows each of its values as text and reads it back', (_, body) => {
    const walk = (kind: string, part: Table) => {
      for (const [key, value] of Object.entries(part)) {
        const field = KINDS[kind]?.keys[key]
        if (!field) continue
        if (field.is === 'tables') for (const row of value as Table[]) walk(field.of ?? '', row)
        else if (field.is === 'table' && isTable(value)) walk(field.of ?? '', value)
        else if (['whole', 'number', 'reps', 'span', 'wholes', 'setup', 'numbers', 'set'].includes(field.is))
          expect(readTyped(field.is, typedText(field.is, value))).toEqual(value)
      }
    }
    walk('program', body)
  })
})

describe('edits of parts', () => {
  test('one load takes the other away; kilograms and pounds stay together', () => {
    expect(withKey('set', { reps: 5, percent: 80 }, 'kg', 60)).toEqual({ reps: 5, kg: 60 })
    expect(withKey('set', { reps: 5, kg: 60 }, 'lb', 135)).toEqual({ reps: 5, kg: 60, lb: 135 })
    expect(withKey('slot', { lift: 'a', sets: [] }, 'scheme', 'x')).toEqual({ lift: 'a', scheme: 'x' })
    expect(withKey('set', { reps: 5, amrap: true }, 'amrap', undefined)).toEqual({ reps: 5 })
    expect(
      Object.keys(withKey('set', { count: 1, reps: 5, rir: 2 }, 'reps', 6))
    ).toEqual(['count', 'reps', 'rir'])
  })

  test('a lift with another id keeps its slots, rules and percentages', () => {
    const body = {
      lifts: [{ id: 'squat' }, { id: 'bench' }],
      schemes: { x: [{ reps: 5, percent: 50, of: 'squat' }] },
      days: [{ name: 'A', slots: [{ lift: 'squat', sets: [{ reps: 5, of: 'squat' }] }, { lift: 'bench' }] }],
      rules: [{ name: 'r', lifts: ['squat'], slots: ['squat'] }],
    }
    const text = JSON.stringify(renameLift(body, 'squat', 'legs'))
    expect(text).not.toContain('squat')
    expect(text.match(/legs/g)).toHaveLength(6)
  })

  test('a scheme with another name keeps its slots', () => {
    const body = { schemes: { a: [], b: [] }, days: [{ slots: [{ weeks: ['a', '-'] }, { scheme: 'a' }] }] }
    expect(renameScheme(body, 'a', 'heavy')).toEqual({
      schemes: { heavy: [], b: [] },
      days: [{ slots: [{ weeks: ['heavy', '-'] }, { scheme: 'heavy' }] }],
    })
  })

  test('rows move and names stay free', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(freeName('lift', ['lift', 'lift-2'])).toBe('lift-3')
  })

  test('what is typed is read as people write it', () => {
    expect(readTyped('reps', '8–12')).toEqual([8, 12])
    expect(readTyped('reps', '5')).toBe(5)
    expect(readTyped('number', '2,5')).toBe(2.5)
    expect(readTyped('number', 'ten')).toBe('ten')
    expect(readTyped('setup', 'stance = wide, foot height = 3')).toEqual({ stance: 'wide', 'foot height': 3 })
    expect(readTyped('wholes', '1, 3')).toEqual([1, 3])
    expect(readTyped('whole', ' ')).toBeUndefined()
  })

  test('the text of an edited program is the program', () => {
    const edited = renameLift(NEW_PROGRAM, 'squat', 'legs')
    expect(parse(programText(edited))).toEqual(edited)
  })
})

describe('exercises from the picker', () => {
  test('each takes the lift of its exercise or a new one, and the program stays without mistakes', () => {
    const body = addExercises(NEW_PROGRAM, 0, ['back-squat', 'leg-press-45'], true)
    expect((body['lifts'] as Table[]).map(({ id }) => id)).toEqual(['squat', 'leg-press-45'])
    const [day] = body['days'] as { slots: Table[] }[]
    expect(day?.slots.map(({ lift, id, group }) => [lift, id, group])).toEqual([
      ['squat', undefined, undefined], ['squat', 'squat-2', 'A'], ['leg-press-45', undefined, 'A'],
    ])
    expect(problemsOf(body, any)).toEqual([])
  })

  test('lifts are shown by their exercise, with the short id where two share one', () => {
    const nameOf = (id: string) => (id === 'back-squat' ? 'Back squat' : id)
    const shown = (body: Table) => nameShown('slot', 'lift', 'squat', body, nameOf)
    expect(shown(NEW_PROGRAM)).toBe('Back squat')
    const light = { id: 'light', exercise: 'back-squat', keeps: 'load' }
    const lifts = [...(NEW_PROGRAM['lifts'] as Table[]), light]
    expect(shown({ ...NEW_PROGRAM, lifts })).toBe('Back squat (squat)')
  })
})
