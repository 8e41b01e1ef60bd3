import { expect, test } from 'vitest'
import type { LineRecord } from '../../rules/history/set-records'
import { bestOfDays } from './day-records'

const record = (
  set_id: string, load_kg: number, reps: number, more: Partial<LineRecord> = {},
): LineRecord => ({
  kind: 'load', set_id, start: '2026-11-30T18:00:00', load_kg, reps, duration_s: null, distance_m: null,
  distance_unit: null, ...more,
})
const shown = (won: LineRecord[], meaning = 'barbell') =>
  bestOfDays(won, meaning).map(({ set_id }) => set_id)

test('two sets of one day with the heaviest load of their rep range are shown as the better one', () => {
  expect(shown([record('first', 100, 9), record('second', 102.5, 8)])).toEqual(['second'])
})

test('other days, rep ranges and kinds have records of their own', () => {
  const won = [
    record('old', 97.5, 9, { start: '2026-11-23T18:00:00' }), record('heavy', 120, 5),
    record('eight', 100, 8), record('more', 90, 10, { kind: 'reps' }),
  ]
  expect(shown(won)).toEqual(['old', 'heavy', 'eight', 'more'])
})

test('at one load more reps are better, and of two loads the harder one', () => {
  const reps = { kind: 'reps' } as const
  expect(shown([record('ten', 80, 9, reps), record('eleven', 80, 10, reps)])).toEqual(['eleven'])
  const helped = [record('more help', 20, 9, reps), record('less help', 15, 8, reps)]
  expect(shown(helped, 'assistance')).toEqual(['less help'])
  expect(shown([record('heavier', 80, 12, reps), record('lighter', 75, 13, reps)])).toEqual(['heavier'])
})
