import { expect, test } from 'vitest'
import { addDays } from '../../values/numbers'
import type { Block } from '../../rules/plan/block'
import { deloadSlot, skipDay } from './block-day'
import { blockFrom } from '../../rules/plan/block-make'
import { fellInPause, pauseBlock, resumeBlock } from './block-pause'
import { comingDays, isCurrent, isPaused } from '../../rules/plan/next-day'

const PROGRAM = {
  v: 1, name: 'Legs', weeks: 4,
  days: [
    {
      weekday: 0, name: 'Heavy',
      slots: [{ exercise: 'leg-press-45', sets: 4, reps_low: 8, reps_high: 10, rir: 1 }],
    },
    { weekday: 3, name: 'Volume', slots: [{ exercise: 'hack-squat', sets: 3, reps_low: 10, reps_high: 12 }] },
  ],
}
// 23 November 2026 is a Monday.
const BLOCK = blockFrom('legs', PROGRAM, '2026-11-23')
const NONE: ReadonlySet<string> = new Set()
const next = (block: Block, doneDays: ReadonlySet<string>, today: string) => {
  const [answer = null] = comingDays(block, doneDays, today)
  return answer && [answer.day.id, answer.when]
}

test('the first block of a program has its name, the second says that it is the second', () => {
  expect(BLOCK.name).toBe('Legs')
  expect(blockFrom('legs', PROGRAM, '2026-11-23', 1).name).toBe('Legs 2')
})

test('the day of today comes first, even when an earlier one was missed', () => {
  expect(next(BLOCK, NONE, '2026-11-23')).toEqual(['w0d0', 'today'])
  expect(next(BLOCK, NONE, '2026-11-26')).toEqual(['w0d1', 'today'])
})

test('a missed day is offered for six days, then the next one to come', () => {
  expect(next(BLOCK, NONE, '2026-11-24')).toEqual(['w0d0', 'missed'])
  expect(next(BLOCK, new Set(['w0d0']), '2026-11-28')).toEqual(['w0d1', 'missed'])
  expect(next(BLOCK, new Set(['w0d1']), '2026-12-01')).toEqual(['w1d0', 'missed'])
  expect(next(BLOCK, new Set(['w0d0', 'w0d1']), '2026-11-28')).toEqual(['w1d0', 'ahead'])
})

test('a skipped day is not offered, and comes back when it is taken back', () => {
  const skipped = skipDay(BLOCK, 'w0d0', true)
  expect(next(skipped, NONE, '2026-11-24')).toEqual(['w0d1', 'ahead'])
  expect(skipDay(skipped, 'w0d0', false)).toEqual(BLOCK)
})

test('in sequence the next day waits, however long, also after the last date', () => {
  const block: Block = { ...BLOCK, order: 'sequence' }
  expect(next(block, NONE, '2026-12-20')).toEqual(['w0d0', 'waiting'])
  expect(next(block, new Set(['w0d0']), '2027-02-01')).toEqual(['w0d1', 'waiting'])
  expect(isCurrent(block, NONE, '2027-02-01')).toBe(true)
  expect(isCurrent(BLOCK, NONE, '2027-02-01')).toBe(false)
  const all = new Set(block.weeks.flatMap((week) => week.days.map((day) => day.id)))
  expect(isCurrent(block, all, '2027-02-01')).toBe(false)
})

test('a paused block offers nothing', () => {
  const paused = pauseBlock(BLOCK, 'illness', '2026-11-24', 'p')
  expect(isPaused(paused)).toBe(true)
  expect(next(paused, NONE, '2026-11-26')).toBeNull()
  expect(isCurrent(paused, NONE, '2027-06-01')).toBe(true)
  expect(pauseBlock(paused, 'travel', '2026-11-25', 'q')).toBe(paused)
})

test('after a pause the open days keep their weekdays and come whole weeks later; done ones stay', () => {
  const doneDays = new Set(['w0d0'])
  const back = resumeBlock(pauseBlock(BLOCK, 'travel', '2026-11-24', 'p'), doneDays, '2026-12-09')
  const days = back.weeks.flatMap((week) => week.days)
  expect(back.weeks).toHaveLength(BLOCK.weeks.length + 2)
  expect(days.find((day) => day.id === 'w0d0')?.date).toBe('2026-11-23')
  expect(days.find((day) => day.id === 'w0d1')?.date).toBe('2026-12-10')
  expect(days.find((day) => day.id === 'w1d0')?.date).toBe('2026-12-14')
  expect(back.pauses).toEqual([{ id: 'p', from: '2026-11-24', to: '2026-12-09', cause: 'travel' }])
  expect(next(back, doneDays, '2026-12-09')).toEqual(['w0d1', 'ahead'])
  // Every day stands in the week of its date, and all ids are still different.
  for (const [at, week] of back.weeks.entries())
    for (const day of week.days) {
      expect(day.date >= addDays(back.start, at * 7) && day.date < addDays(back.start, at * 7 + 7)).toBe(true)
    }
  expect(new Set(back.weeks.map((week) => week.id)).size).toBe(back.weeks.length)
})

test('a day that came back before the pause ended fell into it, one after it did not', () => {
  const paused = pauseBlock(BLOCK, 'illness', '2026-11-24', 'p')
  expect(fellInPause(paused, '2026-11-26')).toBe(false)
  const back = resumeBlock(paused, NONE, '2026-12-05')
  expect(next(back, new Set(['w0d0']), '2026-12-05')).toEqual(['w0d1', 'missed'])
  const dates = ['2026-11-23', '2026-12-03', '2026-12-05']
  expect(dates.map((date) => fellInPause(back, date))).toEqual([false, true, false])
})

test('a pause that ends in its own week moves nothing', () => {
  const back = resumeBlock(pauseBlock(BLOCK, 'other', '2026-11-24', 'p'), NONE, '2026-11-27')
  expect(back.weeks).toEqual(BLOCK.weeks)
})

test('one exercise is eased for a day or from there on, and comes back as it was', () => {
  const once = deloadSlot(BLOCK, 'w0d0s0', true)
  const slot = (block: Block, week: number) => block.weeks[week]?.days[0]?.slots[0]
  expect(slot(once, 0)).toMatchObject({ sets: 2, rir: 5, deload: true })
  expect(slot(once, 1)).toEqual(slot(BLOCK, 1))
  const ahead = deloadSlot(BLOCK, 'w0d0s0', true, true)
  expect([0, 1, 2, 3].map((week) => slot(ahead, week)?.sets)).toEqual([2, 2, 2, 2])
  expect(slot(ahead, 4)).toEqual(slot(BLOCK, 4))
  expect(deloadSlot(ahead, 'w0d0s0', false, true)).toEqual(BLOCK)
})
