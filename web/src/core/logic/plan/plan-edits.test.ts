import { expect, test } from 'vitest'
import { blockFrom } from '../../rules/plan/block-make'
import { changeSlot, removeSlot } from '../../rules/plan/block-edit'
import type { PlanEdit } from '../../values/documents'
import { planDifferences, withEdits, withoutEdits } from './plan-edits'

const SLOT = { exercise: 'squat', sets: 3, reps_low: 5, reps_high: 8, rir: 2 }
const BLOCK = blockFrom('legs', {
  v: 1, name: 'Legs', weeks: 4,
  days: [{ weekday: 0, name: 'Heavy', slots: [SLOT, { ...SLOT, exercise: 'leg-curl' }] }],
}, '2026-11-23')
const MORE: PlanEdit = { do: 'change', ahead: true, slot: 'w1d0s0', values: { sets: 5 } }
const GONE: PlanEdit = { do: 'remove', ahead: false, slot: 'w0d0s1' }
const CALVES: PlanEdit = {
  do: 'add', ahead: true, day: 'w2d0', key: 'x1', values: { ...SLOT, exercise: 'calf-raise' },
}

const setsOf = (block: typeof BLOCK, exercise: string) =>
  block.weeks.map((week) => week.days[0]?.slots.find((slot) => slot.exercise === exercise)?.sets)

test('edits are done in order, from their week on or in it alone', () => {
  const after = withEdits(BLOCK, [MORE, GONE, CALVES])
  expect(setsOf(after, 'squat')).toEqual([3, 5, 5, 5, 2])
  expect(setsOf(after, 'leg-curl')).toEqual([undefined, 3, 3, 3, 2])
  expect(setsOf(after, 'calf-raise')).toEqual([undefined, undefined, 3, 3, 2])
})

test('an edit of a slot that the lifter removed changes nothing', () => {
  const without = removeSlot(BLOCK, 'w1d0s0', true)
  expect(withEdits(without, [MORE])).toEqual(without)
})

test('what changes alike in several weeks is one row', () => {
  type Some = { exercise: string; sets: number } | undefined
  const slotText = (slot: Some) => (slot ? `${slot.exercise} ${slot.sets}` : 'nothing')
  const rows = planDifferences(
    BLOCK, withEdits(BLOCK, [MORE, GONE, CALVES]), (old, now) => `${slotText(old)} to ${slotText(now)}`,
  )
  expect(rows).toEqual([
    { day: 'Heavy', weeks: [1], change: 'leg-curl 3 to nothing' },
    { day: 'Heavy', weeks: [2, 3, 4], change: 'squat 3 to squat 5' },
    { day: 'Heavy', weeks: [3, 4], change: 'nothing to calf-raise 3' },
    { day: 'Heavy', weeks: [5], change: 'nothing to calf-raise 2' },
  ])
})

test('taken back, a block is as it was', () => {
  for (const edits of [[MORE], [GONE], [CALVES], [MORE, GONE, CALVES]])
    expect(withoutEdits(withEdits(BLOCK, edits), BLOCK, edits)).toEqual(BLOCK)
})

test('a day that went with its last slot comes back', () => {
  const edits: PlanEdit[] = [GONE, { do: 'remove', ahead: false, slot: 'w0d0s0' }]
  const after = withEdits(BLOCK, edits)
  expect(after.weeks[0]?.days).toEqual([])
  expect(withoutEdits(after, BLOCK, edits)).toEqual(BLOCK)
})

test('what the lifter changed himself since then stays', () => {
  const own = changeSlot(withEdits(BLOCK, [MORE]), 'w2d0s0', { sets: 7 })
  expect(setsOf(withoutEdits(own, BLOCK, [MORE]), 'squat')).toEqual([3, 3, 7, 3, 2])
})
