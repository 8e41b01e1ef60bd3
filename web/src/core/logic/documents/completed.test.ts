import { describe, expect, test } from 'vitest'
import type { Body } from '../../values/documents'
import { completed } from './completed'

const START = '2026-11-22T18:05:00'
const body = (keys: Record<string, unknown>): Body => ({ v: 1, ...keys })

describe('bodies that other programs wrote', () => {
  test('a whole body is the same object, so that nothing is copied', () => {
    const sets = [{ id: 's', order: 'a0', reps: 5, depth: { how: 'judged' } }]
    const workout = body({ start: START, entries: [{ id: 'e', order: 'a0', exercise: 'plank', sets }] })
    expect(completed('workout', workout)).toBe(workout)
  })

  test('a workout without entries, sets and places has them empty', () => {
    expect(completed('workout', body({ start: START }))).toEqual({ v: 1, start: START, entries: [] })
    const entries = [{ id: 'e', exercise: 'plank' }, { id: 'f', exercise: 'squat', sets: [{ id: 's' }] }]
    expect(completed('workout', body({ start: START, entries }))?.entries).toEqual([
      { id: 'e', exercise: 'plank', order: '', sets: [] },
      { id: 'f', exercise: 'squat', order: '', sets: [{ id: 's', order: '' }] },
    ])
  })

  test('null says what an absent key says', () => {
    const set = { id: 's', order: 'a0', rir: null, load: { value: 5, unit: 'kg' } }
    const entry = { id: 'e', order: 'a0', exercise: 'plank', machine: null, sets: [set] }
    expect(completed('workout', body({ start: START, end: null, entries: [entry] }))).toEqual({
      v: 1, start: START, entries: [{
        id: 'e', order: 'a0', exercise: 'plank',
        sets: [{ id: 's', order: 'a0', load: { value: 5, unit: 'kg' } }],
      }],
    })
  })

  test('a kind without a shape stays as it is, nulls and all', () => {
    const advice = body({ question: { load: null } })
    expect(completed('advice', advice)).toBe(advice)
  })
})

describe('bodies of a newer Iron', () => {
  test('keys that hold something else now are not shown, the others are', () => {
    const machine = { v: 2, name: 'Sled', stack: 'many', angle_deg: 45, later: [1] }
    expect(completed('machine', machine as Body)).toEqual(
      { v: 2, name: 'Sled', angle_deg: 45, later: [1], exercise: '' },
    )
  })

  test('without what must be there they are not shown at all', () => {
    expect(completed('machine', { v: 2 })).toBeNull()
    expect(completed('workout', { v: 2, start: 5 } as Body)).toBeNull()
  })

  test('of a list, what fits is shown', () => {
    const entries = [5, { id: 'e', exercise: 'plank', sets: ['x', { id: 's', reps: '5' }] }]
    expect(completed('workout', { v: 2, start: START, entries } as Body)?.entries).toEqual([
      { id: 'e', exercise: 'plank', order: '', sets: [{ id: 's', order: '' }] },
    ])
  })
})
