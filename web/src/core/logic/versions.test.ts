import { expect, test } from 'vitest'
import { valueText, whatLost, withLost } from './versions'

const BODY = {
  v: 1, title: 'Legs',
  entries: [
    {
      id: 'e1', exercise: 'hack-squat',
      sets: [
        { id: 's1', reps: 8 }, { id: 's2', reps: 9 },
      ],
    },
  ],
}

test('a number that lost a merge comes back to its set and nothing else changes', () =>
  expect(withLost(BODY, { path: 'entries[e1].sets[s2].reps', value: 11 })).toEqual({
    ...BODY,
    entries: [
      {
        id: 'e1', exercise: 'hack-squat',
        sets: [
          { id: 's1', reps: 8 }, { id: 's2', reps: 11 },
        ],
      },
    ],
  }))
test('a set that was removed on the other device comes back whole', () =>
  expect(
    withLost(BODY, { path: 'entries[e1].sets[s3]', value: { id: 's3', reps: 7 } })?.entries[0]?.sets,
  ).toHaveLength(3))
test('a value of a set that is gone has no place', () =>
  expect(withLost(BODY, { path: 'entries[e1].sets[s9].reps', value: 1 })).toBeNull())
test('the empty path is the whole body', () =>
  expect(withLost(BODY, { path: '', value: { v: 1 } })).toEqual({ v: 1 }))
test('what was lost is said with its place', () => {
  expect(whatLost('entries[e1].sets[s2].reps', BODY, () => 'Hack squat')).toBe('reps of set 2 of Hack squat')
  expect(whatLost('title', BODY, () => '')).toBe('name')
})
test('values read as a lifter writes them', () => {
  expect(valueText({ value: 180, unit: 'kg' })).toBe('180 kg')
  expect(valueText({ id: 's3', load: { value: 60, unit: 'kg' }, reps: 7 })).toBe('60 kg × 7')
})
