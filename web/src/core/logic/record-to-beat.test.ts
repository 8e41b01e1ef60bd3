import { describe, expect, test } from 'vitest'
import { front, toBeat, type Front } from './record-to-beat'
import type { WorkoutSet } from '../values/documents'
import { fromWorkout, noFacts } from '../rules/history/performed'

const loads = (meaning: string, kilograms: number) => (meaning === 'assistance' ? -kilograms : kilograms)
const repsToBeat = ({ marks }: Front, meaning: string, kilograms: number) =>
  toBeat(marks, 'reps', loads(meaning, kilograms))

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
    expect(repsToBeat(best, 'plates', 180)).toMatchObject({ load_kg: 190, amount: 12 })
    expect(repsToBeat(best, 'plates', 195)).toMatchObject({ load_kg: 200, amount: 6 })
    expect(repsToBeat(best, 'plates', 205)).toBeNull()
  })

  test('of assisted work is less help', () => {
    const best = front(
      performed('assistance', { load: kg(40), reps: 10 }, { load: kg(25), reps: 8 }), 'assistance',
    )
    expect(repsToBeat(best, 'assistance', 40)).toMatchObject({ load_kg: 40, amount: 10 })
    expect(repsToBeat(best, 'assistance', 30)).toMatchObject({ load_kg: 25, amount: 8 })
    expect(repsToBeat(best, 'assistance', 20)).toBeNull()
  })

  test('is no warm-up and no cut set', () => {
    const best = front(
      performed(
        'plates', { load: kg(180), reps: 20, kind: 'warm-up' },
        { load: kg(180), reps: 15, depth: { how: 'judged', class: 'cut' } }, { load: kg(180), reps: 9 },
      ),
      'plates',
    )
    expect(repsToBeat(best, 'plates', 180)).toMatchObject({ amount: 9 })
  })

  test('of a hold is its seconds at this load or a heavier one', () => {
    const { marks, counted } = front(
      performed('added', { duration_s: 60 }, { duration_s: 45, load: kg(10) }), 'added',
    )
    expect(counted).toBe('duration')
    expect(toBeat(marks, 'duration', 5)).toMatchObject({ amount: 45, load_kg: 10 })
    expect(toBeat(marks, 'duration', 0)).toMatchObject({ amount: 60, load_kg: 0 })
    expect(toBeat(marks, 'reps', 0)).toBeNull()
  })

  test('of a run is the fastest pace over its distance or a longer one, within two percent', () => {
    const km = (value: number) => ({ value, unit: 'km' as const })
    const { marks, counted } = front(
      performed('none', { distance: km(5), duration_s: 1500 }, { distance: km(10), duration_s: 3600 }),
      'none',
    )
    expect(counted).toBe('pace')
    expect(toBeat(marks, 'pace', 0)).toMatchObject({ metres: 5000, amount: 5000 / 1500 })
    expect(toBeat(marks, 'pace', 5050)).toMatchObject({ metres: 5000 })
    expect(toBeat(marks, 'pace', 6000)).toMatchObject({ metres: 10_000, amount: 10_000 / 3600 })
    expect(toBeat(marks, 'pace', 10_500)).toBeNull()
  })
})
