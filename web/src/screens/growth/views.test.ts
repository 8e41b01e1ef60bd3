import { expect, test } from 'vitest'
import { lastDayShown } from './views'

const TODAY = '2026-11-29'

test('a chart ends today, where the headline stands', () => {
  expect(lastDayShown(['2026-03-01', '2026-11-20'], TODAY)).toBe(TODAY)
  expect(lastDayShown(['2024-01-10', '2025-12-01'], TODAY)).toBe(TODAY)
  expect(lastDayShown(['2026-09-15'], TODAY)).toBe(TODAY)
  expect(lastDayShown([], TODAY)).toBe(TODAY)
})

test('after a pause that is longer than the training before it, a chart ends with the training', () => {
  expect(lastDayShown(['2021-12-01', '2021-09-01'], TODAY)).toBe('2021-12-01')
  expect(lastDayShown(['2026-05-01'], TODAY)).toBe('2026-05-01')
})
