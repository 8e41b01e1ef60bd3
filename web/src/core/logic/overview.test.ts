import { expect, test } from 'vitest'
import { fromWorkout, noFacts, type Facts } from '../rules/history/performed'
import type { WorkoutSet } from '../values/documents'
import { overviewWeeks, usual } from './overview'

const credit = (id: string, value: number) => ({ id, credit: value, low: value, high: value })
const facts: Facts = { ...noFacts('squat'), muscles: [credit('quads', 1), credit('adductors', 0.5)] }
const set = (more: Partial<WorkoutSet> = {}): Partial<WorkoutSet> => (
  { load: { value: 100, unit: 'kg' }, reps: 8, ...more }
)
const day = (date: string, sets: Partial<WorkoutSet>[]) =>
  fromWorkout(
    date,
    {
      v: 1, start: `${date}T10:00:00`,
      entries: [{
        id: 'e', order: 'a0', exercise: 'squat',
        sets: sets.map((set, at) => ({ id: `${date}${at}`, order: `a${at}`, ...set })),
      }],
    },
    () => facts,
  )

// 23 November 2026 is a Monday.
const SETS = [
  ...day('2026-11-02', [set(), set()]),
  ...day('2026-11-16', [set({ kind: 'warm-up' }), set(), set(), set(), set()]),
  ...day('2026-11-18', [set(), set()]),
  ...day('2026-11-24', [set(), set({ rir: 6 })]),
]
const weeks = overviewWeeks(SETS, () => facts, '2026-11-28', 4)

test('weeks run up to today, also the one without training', () => {
  expect(weeks.map(({ week, days, sets }) => [week, days, sets])).toEqual([
    ['2026-11-02', 1, 2], ['2026-11-09', 0, 0], ['2026-11-16', 2, 6], ['2026-11-23', 1, 2],
  ])
})

test('muscles count hard sets by their credits; warm-ups and easy sets count nothing', () => {
  expect(weeks.map(({ muscles }) => muscles)).toEqual([
    { quads: 2, adductors: 1 }, {}, { quads: 6, adductors: 3 }, { quads: 1, adductors: 0.5 },
  ])
})

test('usual is the median of past weeks with training; the current week and weeks off do not count', () => {
  expect(usual(weeks, ({ sets }) => sets)).toBe(4)
  expect(usual(weeks, ({ muscles }) => muscles['quads'] ?? 0)).toBe(4)
  expect(usual(weeks.slice(-1), ({ sets }) => sets)).toBeNull()
})

test('a week that starts on Sunday holds its Sunday', () => {
  const sunday = overviewWeeks(day('2026-11-22', [set()]), () => facts, '2026-11-28', 1, 'sunday')
  expect(sunday).toMatchObject([{ week: '2026-11-22', days: 1 }])
})
