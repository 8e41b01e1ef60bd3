import { describe, expect, test } from 'vitest'
import { front, toBeat } from './record-to-beat'
import type { WorkoutSet } from '../values/documents'
import { fromWorkout, noFacts } from '../rules/history/performed'

function performed(meaning: string, ...sets: Partial<WorkoutSet>[]) {
  const all = sets.map((set, at) => ({ id: String(at), order: `a${at}`, ...set }))
  const workout = {
    v: 1, start: '2026-11-01T18:00:00', entries: [{ id: 'e', order: 'a0', exercise: 'x', sets: all }],
  }
  return fromWorkout('w', workout, () => ({ ...noFacts('x'), loadMeaning: meaning }))
}
const kg = (value: number) => ({ value, unit: 'kg' as const })

describe('the record to beat', () => {
  test('is the most reps at this load or a heavier one', () => {
    const best = front(
      performed(
        'plates', { load: kg(180), reps: 10 }, { load: kg(190), reps: 12 }, { load: kg(200), reps: 6 }
      ),
      'plates',
    )
    expect(toBeat(best, 'plates', 180)).toMatchObject({ load_kg: 190, done: 12 })
    expect(toBeat(best, 'plates', 195)).toMatchObject({ load_kg: 200, done: 6 })
    expect(toBeat(best, 'plates', 205)).toBeNull()
  })

  test('of assisted work is less help', () => {
    const best = front(
      performed('assistance', { load: kg(40), reps: 10 }, { load: kg(25), reps: 8 }), 'assistance',
    )
    expect(toBeat(best, 'assistance', 40)).toMatchObject({ load_kg: 40, done: 10 })
    expect(toBeat(best, 'assistance', 30)).toMatchObject({ load_kg: 25, done: 8 })
    expect(toBeat(best, 'assistance', 20)).toBeNull()
  })

  test('is no warm-up and no cut set', () => {
    const best = front(
      performed(
        'plates', { load: kg(180), reps: 20, kind: 'warm-up' },
        { load: kg(180), reps: 15, depth: { how: 'judged', class: 'cut' } }, { load: kg(180), reps: 9 },
      ),
      'plates',
    )
    expect(toBeat(best, 'plates', 180)).toMatchObject({ done: 9 })
  })

  test('of a hold is its seconds, of a run its metres', () => {
    expect(
      toBeat(
        front(performed('added', { duration_s: 60 }, { duration_s: 45, load: kg(10) }), 'added'), 'added', 5
      ),
    ).toMatchObject({ done: 45, of: 'seconds' })
    expect(
      toBeat(
        front(performed('none', { distance: { value: 5, unit: 'km' }, duration_s: 1500 }), 'none'), 'none', 0,
      ),
    ).toMatchObject({ done: 5000, of: 'metres' })
  })
})
