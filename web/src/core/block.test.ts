import { expect, test } from 'vitest'
import { blockFrom, changeSlot, dayOn, moveDay, type ProgramFile } from './block'

const program: ProgramFile = { v: 1, name: 'Legs', weeks: 4, days: [{ weekday: 1, name: 'Heavy', slots: [{ exercise: 'leg-press-45', sets: 3, reps_low: 8, reps_high: 10, rir: 1, rotate: true }] }] }

test('a block starts on Monday, leaves fewer reps each week, and its deload has half the sets', () => {
  const block = blockFrom('legs', program, '2026-11-26')
  expect(block.start).toBe('2026-11-23')
  expect(block.weeks.map((week) => week.days[0]?.date)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'])
  expect(block.weeks.map((week) => week.days[0]?.slots[0]?.rir)).toEqual([2, 2, 1.5, 1, 4])
  expect(block.weeks.map((week) => week.days[0]?.slots[0]?.sets)).toEqual([3, 3, 3, 3, 2])
  expect(blockFrom('legs', program, '2026-11-26', 1).weeks[0]?.days[0]?.slots[0]?.setup).toEqual({ foot_height: 'low', stance: 'narrow' })
})

test('a changed slot changes the later weeks, not the earlier ones and not the deload', () => {
  const changed = changeSlot(blockFrom('legs', program, '2026-11-23'), 'w1d0s0', { sets: 5 })
  expect(changed.weeks.map((week) => week.days[0]?.slots[0]?.sets)).toEqual([3, 5, 5, 5, 2])
})

test('a moved day is found on its new date, and a date outside the block moves nothing', () => {
  const block = blockFrom('legs', program, '2026-11-23')
  expect(dayOn(moveDay(block, 'w0d0', '2026-11-27'), '2026-11-27')?.day.id).toBe('w0d0')
  expect(moveDay(block, 'w0d0', '2027-11-27')).toBe(block)
})
