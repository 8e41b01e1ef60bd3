import { expect, test } from 'vitest'
import type { OwnExercise, Workout } from '../values/documents'
import { linkText, placeOf, readLink, ShareError, workoutOf } from './workout-file'

const OWN: ReadonlyMap<string, OwnExercise> = new Map([
  [
    '0192f000-0000-7000-8000-00000000000a',
    { v: 1, name: 'Deadmill', note: 'mine', log: ['duration'], imported_name: 'DM' },
  ],
])
const WORKOUT: Workout = {
  v: 1, start: '2026-11-20T18:05:00', end: '2026-11-20T19:10:00', title: 'Legs A', note: 'bad sleep',
  gym: 'Keller', source: { app: 'strong' },
  entries: [
    {
      id: 'e', order: 'a0', exercise: 'leg-press-45', note: 'left knee',
      machine: { id: 'm', name: 'Panatta', gym: 'Keller' },
      sets: [
        {
          id: 's', order: 'a0', load: { value: 180, unit: 'kg' }, reps: 12, rir: 2,
          done_at: '2026-11-20T18:20:00', rest_s: 90, setup: { foot_height: 'low' }, note: 'ouch',
        },
      ],
    },
    {
      id: 'f', order: 'a1', exercise: '0192f000-0000-7000-8000-00000000000a',
      sets: [{ id: 't', order: 'a0', duration_s: 40 }],
    },
    { id: 'g', order: 'a2', exercise: 'hack-squat', sets: [] },
  ],
}
const nameOf = (id: string) => ({ 'leg-press-45': '45° leg press' })[id] ?? 'Deadmill'
const text = (notes = false) => linkText(WORKOUT, nameOf, OWN, notes)
const sentence = (given: string) => {
  try {
    readLink(given)
  } catch (problem) {
    if (problem instanceof ShareError) return problem.sentence
    throw problem
  }
  return ''
}

test('what was done goes out; place, machine, clock, source and notes stay', () => {
  for (const secret of [
    'Keller', 'Panatta', 'bad sleep', 'left knee', 'ouch', 'done_at', 'strong', 'mine', 'rest_s', 'DM',
  ])
    expect(text()).not.toContain(secret)
  expect(readLink(text()).entries[0]).toEqual({
    exercise: 'leg-press-45', name: '45° leg press',
    sets: [{ load: { value: 180, unit: 'kg' }, reps: 12, rir: 2, setup: { foot_height: 'low' } }],
  })
})
test('notes come along when they are wanted', () => expect(text(true)).toContain('left knee'))
test('an entry without sets is not shared', () => expect(readLink(text()).entries).toHaveLength(2))
test('it comes in with ids and orders of its own', () => {
  let count = 0
  const made = workoutOf(readLink(text()), (entry) => entry.exercise, () => `new${++count}`)
  expect(made.entries.map((entry) => entry.order)).toEqual(['a0', 'a1'])
  expect(made.entries[0]?.sets[0]).toMatchObject({ id: 'new1', order: 'a0', reps: 12 })
})
test('an own exercise is found by its name, or made', () => {
  const shared = readLink(text())
  const entry = shared.entries[1]
  if (!entry) throw new Error('two entries were shared')
  expect(placeOf(entry, shared, new Set(), new Map([['x', { v: 1, name: 'DEADMILL' }]]))).toEqual({ id: 'x' })
  expect(placeOf(entry, shared, new Set(), new Map())).toEqual({
    make: { v: 1, name: 'Deadmill', log: ['duration'] },
  })
})
test('a wrong file is one sentence', () => {
  expect(sentence('PK\u0003')).toContain('not an Iron workout, or it is incomplete')
  expect(sentence('{}')).toContain('.iron-workout')
  expect(sentence('{"format":"iron-archive"}')).toContain('copy of a whole log')
  expect(sentence(text().replace('"version": 1', '"version": 2'))).toContain('newer version of Iron')
  expect(sentence(text().replace('"reps": 12', '"reps": "many"'))).toContain('damaged')
  expect(sentence(text().replace('"value": 180', '"value": 1800000'))).toContain('damaged')
  expect(sentence(text().replace('2026-11-20T18:05:00', '2026-02-31T18:05:00'))).toContain('damaged')
})
test('keys that nobody knows do not come in', () =>
  expect(
    JSON.stringify(readLink(text().replace('"reps": 12', '"reps": 12, "evil": "<script>"'))),
  ).not.toContain('evil'))
