import { describe, expect, test } from 'vitest'
import {
  ArchiveError, draft, isAnothers, parse, planPutBack, sealed, withUnwritten, type Kept,
} from './archive'
import { sha256, sha256Bytes } from '../../values/sha256'
import cases from '../../../../../spec/archive.json'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const workout = (title: string, start = '2026-11-22T18:05:00') => ({ v: 1, start, title, entries: [] })
const row = (n: number, body: Kept['body'], kind = 'workout'): Kept => ({ kind, id: id(n), rev: 1, body })
const HEAD = { at: '2026-11-22T18:05:00Z', owner: 'anna', iron: '0.1.0' }

function copyOf(documents: Kept[], head = HEAD): string {
  const text = draft(documents, head)
  return sealed(text, sha256(text))
}

const sentence = (text: string) => {
  try {
    const { sha256: sum, zeroed } = parse(text)
    return sum === sha256(zeroed) ? 'fine' : 'damaged'
  } catch (problem) {
    if (problem instanceof ArchiveError) return problem.sentence
    throw problem
  }
}

describe('a copy', () => {
  const documents = [
    row(1, workout('Beinpresse 45° „tief“ 🦵')), row(2, null),
    row(3, { v: 9, x: { y: [1.5, null] } } as Kept['body'], 'machine-of-tomorrow'),
  ]

  test('reads back to the same documents, kinds and keys that nobody knows too', () => {
    expect(parse(copyOf(documents)).archive).toEqual({ at: HEAD.at, owner: 'anna', documents })
    expect(sentence(copyOf(documents))).toBe('fine')
  })

  test.each(cases.rules.archive)(
    'is written as Python writes it, byte for byte, and read: %#',
    ({ in: given, out }) => {
      // written by tests/spec/spec_cases/archive.py
      const [rows, head] = given as unknown as [Kept[], typeof HEAD]
      expect(copyOf(rows, head)).toBe(out)
      expect(sentence(out)).toBe('fine')
      expect(parse(out).archive.documents).toEqual(rows)
    },
  )

  test('of bytes has the same checksum as of text', () => {
    expect(sha256Bytes(new Uint8Array([0x47, 0x72, 0xc3, 0xb6, 0xc3, 0x9f, 0x65]))).toBe(sha256('Größe'))
  })

  test('does not change unseen: any letter of it replaced is noticed', () => {
    const text = copyOf([row(1, workout('A'))])
    for (let n = 0; n < text.length; n++) {
      const letter = text[n] === '7' ? '8' : '7'
      expect(sentence(text.slice(0, n) + letter + text.slice(n + 1)), `letter ${n}`).not.toBe('fine')
    }
  })

  test.each([
    ['', 'cut off'], ['Date,Workout', 'cut off'], ['{"v":1,"app":"iron"}', 'not a copy'],
    ['[]', 'not a copy'],
    [copyOf(documents).replace('"version":1', '"version":2'), 'newer Iron'],
    [copyOf(documents).slice(0, -20), 'cut off'],
    [copyOf(documents).replace('"documents":3', '"documents":4'), 'broken'],
    [copyOf([row(1, workout('A')), row(1, workout('B'))]), 'broken'],
    [copyOf([row(1, { v: 1 })]), 'cannot be stored'],
    [copyOf([row(1, workout('A', '2026-02-30T10:00:00'))]), 'cannot be stored'],
    [copyOf([row(1, { ...workout('A'), end: '2026-11-22T17:00:00' } as Kept['body'])]), 'cannot be stored'],
  ])('that is not right is refused in one sentence: %#', (text, words) => {
    expect(sentence(text)).toContain(words)
  })

  test('is another person’s unless the name fits, whatever its case; a guest’s is anybody’s', () => {
    const of = (owner: string | null) => ({ at: HEAD.at, owner, documents: [] })
    expect([
      isAnothers(of('anna'), 'Anna'), isAnothers(of('ben'), 'anna'), isAnothers(of('ben'), null),
      isAnothers(of(null), 'anna'),
    ]).toEqual([false, true, true, false])
  })

  test('is another account’s where both ids are known and differ, whatever the names', () => {
    const of = (ownerId?: string) => ({
      at: HEAD.at, owner: 'anna', ...(ownerId ? { ownerId } : {}), documents: [],
    })
    expect([
      isAnothers(of('a1'), 'anna', 'a2'), isAnothers(of('a1'), 'renamed', 'a1'), isAnothers(of('a1'), 'anna'),
      isAnothers(of(), 'anna', 'a2'), isAnothers(of('a1'), 'anna', 'a2', true),
    ]).toEqual([true, false, false, false, false])
  })
})

test('the plan parts what is missing, deleted since, different and here already', () => {
  const documents = [
    row(1, workout('A', '2019-03-01T07:00:00')), row(2, workout('B')), row(3, workout('C')),
    row(4, workout('D')), row(5, null),
  ]
  const here: Record<string, Kept['body']> = {
    [id(2)]: null, [id(3)]: workout('other'), [id(4)]: workout('D'), [id(5)]: workout('E'),
  }
  const plan = planPutBack({ at: HEAD.at, owner: null, documents }, (_, key) => here[key])
  const ids = (rows: readonly Kept[]) => rows.map((row) => row.id)
  expect([ids(plan.fresh), ids(plan.back), ids(plan.differ), plan.same]).toEqual([
    [id(1)], [id(2)], [id(3)], 2,
  ])
  expect([plan.workouts, plan.span]).toEqual([4, ['2019-03-01', '2026-11-22']])
})

test('a set that the disk refused is in the copy, in place of the one that it changed', () => {
  const body = {
    ...workout('A'),
    entries: [{ id: 'e', order: 'a0', exercise: 'x', sets: [{ id: 's', order: 'a0', reps: 8 }] }],
  }
  const stuck = [
    { workout: id(1), entry: 'e', set: { id: 's', order: 'a0', reps: 9 } },
    { workout: id(1), entry: 'e', set: { id: 't', order: 'a1', reps: 7 } },
  ]
  const [written] = withUnwritten([row(1, body)], stuck)
  expect((written?.body as typeof body).entries[0]?.sets).toEqual([
    { id: 's', order: 'a0', reps: 9 }, { id: 't', order: 'a1', reps: 7 },
  ])
})
