import { expect, test } from 'vitest'
import { fresh, type Planned } from './import-plan'
import { sha256 } from '../../values/sha256'

const workout = (id: string, machine: string, sets: number): Planned => ({
  kind: 'workout', id,
  body: { entries: [{ exercise: 'leg-press-45', machine: { id: machine }, sets: Array(sets).fill({}) }] },
})
const PLAN: Planned[] = [
  { kind: 'machine', id: 'm1', body: { name: 'Panatta' } },
  { kind: 'machine', id: 'm2', body: { name: 'Technogym' } },
  workout('w1', 'm1', 3),
  workout('w2', 'm2', 4),
  {
    kind: 'import', id: 'i1',
    body: {
      documents: [
        ['machine', 'm1'], ['machine', 'm2'], ['workout', 'w1'], ['workout', 'w2'],
      ],
      digests: { m1: 'a', m2: 'b', w1: 'c', w2: 'd' },
    },
  },
]

test('on an empty phone everything is brought, the import document last', () => {
  const planned = fresh(PLAN, new Set(), new Set())
  expect(planned.documents.map((document) => document.id)).toEqual(['m1', 'm2', 'w1', 'w2', 'i1'])
  expect([planned.workouts, planned.sets]).toEqual([2, 7])
})

test('the same file again brings nothing, not even an import document', () => {
  const there = new Set(PLAN.map((document) => `${document.kind}|${document.id}`))
  expect(fresh(PLAN, there, new Set())).toEqual({
    documents: [], workouts: 0, sets: 0, unchanged: 2, stayDeleted: 0,
  })
})

test('a newer export brings what is new with the machines that it needs, and lists no more', () => {
  const planned = fresh(PLAN, new Set(['workout|w1', 'machine|m1']), new Set())
  expect(planned.documents.map((document) => document.id)).toEqual(['m2', 'w2', 'i1'])
  expect(planned.documents.at(-1)?.body).toMatchObject({
    documents: [
      ['machine', 'm2'], ['workout', 'w2'],
    ],
    digests: { m2: 'b', w2: 'd' }, workouts: 1, sets: 4,
  })
})

test('a workout deleted by hand stays deleted', () => {
  const planned = fresh(PLAN, new Set(), new Set(['workout|w2']))
  expect(planned.documents.map((document) => document.id)).toEqual(['m1', 'w1', 'i1'])
  expect(planned.stayDeleted).toBe(1)
})

test('sha256 gives the known answers of FIPS 180-4', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

test('a name that means another exercise now is written again, and outlives this import', () => {
  const alias: Planned = { kind: 'alias', id: 'a1', body: { name: 'Press', exercise: 'hack-squat' } }
  const report = PLAN[4]!
  const updating = { ...report, body: { ...report.body, updated: { a1: 'e', w1: 'f' } } }
  const planned = fresh([alias, ...PLAN.slice(0, 4), updating], new Set(['alias|a1']), new Set())
  expect(planned.documents.map((document) => document.id)).toEqual(['a1', 'm1', 'm2', 'w1', 'w2', 'i1'])
  expect(planned.documents.at(-1)?.body['documents']).toEqual([
    ['machine', 'm1'], ['machine', 'm2'], ['workout', 'w2'],
  ])
})
