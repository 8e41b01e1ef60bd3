/** Blocks say what Python says (`spec/blocks.json`), and what only the phone needs. */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/blocks.json'
import { runsOn, type Block, type BlockWeek } from './block'
import {
  addSlot, answerStall, changeSlot, moveDay, programOf, putDeload, removeSlot, rotateFeet, type Cause,
  type NewSlot, type SlotChange,
} from './block-edit'
import { blockFrom, type ProgramFile } from './block-make'
import { comingDays, comingWeek, doneDays, isCurrent, plannedWork } from './next-day'
import type { Workout } from '../../values/documents'
import { fromWorkout, noFacts, type Credit, type Facts } from '../history/performed'
import { deloadOffer, hardWeeks, plannedSets } from './plan-volume'

type Given = readonly (readonly [id: string, workout: Workout])[]

function press(muscles: Credit[]): (exercise: string) => Facts {
  return (exercise) => (exercise === 'leg-press-45' ? { ...noFacts(exercise), muscles } : noFacts(exercise))
}

const twins: Record<string, (...given: never[]) => unknown> = {
  block_from: (id: string, program: ProgramFile, start: string, number: number) =>
    blockFrom(id, program, start, number),
  move_day: (block: Block, day: string, to: string) => moveDay(block, day, to),
  change_slot: (block: Block, slot: string, change: SlotChange, ahead: boolean) =>
    changeSlot(block, slot, change, ahead),
  add_slot: (block: Block, day: string, key: string, slot: NewSlot, ahead: boolean) =>
    addSlot(block, day, key, slot, ahead),
  remove_slot: (block: Block, slot: string, ahead: boolean) => removeSlot(block, slot, ahead),
  rotate_feet: (block: Block, week: string, exercise: string | null) =>
    rotateFeet(block, week, exercise ?? undefined),
  put_deload: (block: Block, on: string) => putDeload(block, on),
  answer_stall: (block: Block, cause: Cause, exercise: string, on: string, ranges: [number, number][]) =>
    answerStall(block, cause, exercise, on, ranges),
  program_of: (block: Block, name: string) => programOf(block, name),
  done_days: (id: string, block: Block, workouts: Workout[]) =>
    [...doneDays(id, block, workouts.flatMap((workout) => plannedWork(workout) ?? []))].sort(),
  coming_days: (block: Block, past: string[], on: string) =>
    comingDays(block, new Set(past), on).map(({ day, deload, when }) => [day.id, deload, when]),
  coming_week: (block: Block, past: string[], on: string) =>
    comingWeek(block, new Set(past), on).map(({ day }) => day.id),
  is_current: (block: Block, past: string[], on: string) => isCurrent(block, new Set(past), on),
  deload_offer: (weeks: number, down: number, sets: number) => deloadOffer(weeks, down, sets),
  planned_sets: (week: BlockWeek, muscles: Credit[]) => plannedSets(week, press(muscles)),
  hard_weeks: (given: Given, muscles: Credit[], on: string) => {
    const factsOf = press(muscles)
    return hardWeeks(given.flatMap(([id, workout]) => fromWorkout(id, workout, factsOf)), factsOf, on)
  },
}

test('every rule of the blocks has a twin', () => {
  expect(Object.keys(twins).sort()).toEqual(Object.keys(spec.rules).sort())
})

for (const [rule, cases] of Object.entries(spec.rules)) {
  test.each(cases.map((example, at) => [at, example] as const))(`${rule} %i`, (_, example) => {
    expect(twins[rule]?.(...(example.in as never[]))).toEqual(example.out)
  })
}

const program: ProgramFile = {
  v: 1, name: 'Legs', weeks: 4,
  days: [
    {
      weekday: 1, name: 'Heavy',
      slots: [{ exercise: 'leg-press-45', sets: 3, reps_low: 8, reps_high: 10, rir: 1, rotate: true }],
    },
  ],
}
const block = blockFrom('legs', program, '2026-11-23')

test('a date outside the block moves nothing, and neither does a day that is not there', () => {
  expect(moveDay(block, 'w0d0', '2027-11-27')).toBe(block)
  expect(moveDay(block, 'w9d9', '2026-11-27')).toBe(block)
})

test('an ended block plans nothing from that day on', () => {
  const ended = { ...block, ended: '2026-12-01' }
  const coming = (on: string) => comingDays(ended, new Set(), on).map(({ day }) => day.date)
  expect(coming('2026-11-24')).toEqual(['2026-11-24'])
  expect(coming('2026-12-01')).toEqual([])
  expect([runsOn(block, '2026-12-27'), runsOn(block, '2026-12-28'), runsOn(ended, '2026-12-01')]).toEqual([
    true, false, false,
  ])
})

test('keys that nobody knows stay through every edit', () => {
  const odd = { ...block, later: [1] }
  for (const edited of [
    moveDay(odd, 'w0d0', '2026-11-27'), putDeload(odd, '2026-11-30'), removeSlot(odd, 'w0d0s0', true),
    rotateFeet(odd, 'w1'),
  ])
    expect(edited).toMatchObject({ later: [1] })
})
