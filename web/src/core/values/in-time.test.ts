import { describe, expect, test } from 'vitest'
import { inTimeOrder } from './in-time'

// The cases of tests/values/test_moments.py.
const CASES: Record<string, [string, string, number | undefined][]> = {
  'one zone': [['a', '2026-11-22T18:00:00', 60], ['b', '2026-11-23T18:00:00', 60]],
  'no zone known': [['a', '2026-11-22T18:00:00', undefined], ['b', '2026-11-22T19:00:00', undefined]],
  'the autumn hour': [['a', '2026-10-25T02:50:00', 120], ['b', '2026-10-25T02:10:00', 60]],
  'Tokyo to Los Angeles': [['a', '2026-11-22T18:00:00', 540], ['b', '2026-11-22T08:00:00', -480]],
  'an import stands in the zone of the one before': [
    ['a', '2026-11-22T18:00:00', 540], ['b', '2026-11-22T19:00:00', undefined],
    ['c', '2026-11-22T12:00:00', -480],
  ],
}

describe('workouts stand in the order in which they were done', () => {
  for (const [name, rows] of Object.entries(CASES)) {
    test(name, () => {
      for (const some of [rows, [...rows].reverse()]) {
        const ordered = inTimeOrder(some, ([, start, offset]) => ({ start, offset }), ([id]) => id)
        expect(ordered.map(([id]) => id)).toEqual(rows.map(([id]) => id))
      }
    })
  }
})
