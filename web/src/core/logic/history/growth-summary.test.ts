import { expect, test } from 'vitest'
import { day, LOW, MIDDLE, PRESS } from '../../../../testing/leg-press-days'
import { growthLines } from '../../rules/history/growth'
import { beginnings, commonLoads, weekly } from './growth-summary'

test('lines begin where the setup changed, and say what was trained before', () => {
  expect(beginnings(growthLines([...LOW, ...MIDDLE], PRESS))).toEqual([
    {
      date: '2026-06-02', key: 'leg-press-45|-|both|foot_height=middle',
      before: 'leg-press-45|-|both|foot_height=low',
    },
  ])
})

test('weeks without training are there, empty', () => {
  const weeks = weekly(
    [
      ...day('2026-03-02', 'low', [[100, 10]]),
      ...day('2026-03-16', 'low', [
        [100, 10], [100, 8],
      ]),
    ],
    PRESS,
  )
  expect(weeks).toEqual([
    { week: '2026-03-02', sets: 1, loadKg: 1000 },
    { week: '2026-03-09', sets: 0, loadKg: 0 },
    { week: '2026-03-16', sets: 2, loadKg: 1800 },
  ])
})

test('common loads count workouts, not sets', () => {
  expect(commonLoads([...LOW, ...MIDDLE]).slice(0, 2)).toEqual([
    { loadKg: 240, workouts: 1 }, { loadKg: 204, workouts: 1 },
  ])
})
