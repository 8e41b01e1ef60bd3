import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { SETTINGS_ID, type Workout } from '../../../core/values/documents'
import { fromWorkout } from '../../../core/rules/history/performed'
import { nextSet } from '../../../core/rules/prescription/within'
import { useDb } from '../../store/db'
import { writeAll } from '../../store/store'
import { caseFor, groundFor, type Ground } from './advice'

const LIFT = '01900000-0000-7000-8000-00000000ad01'
const BEFORE = '01900000-0000-7000-8000-00000000ad02'
const TODAY = '01900000-0000-7000-8000-00000000ad03'
const [LEFT, RIGHT] = [`${LIFT}|-|left`, `${LIFT}|-|right`]
let fresh = 0

function workout(start: string, load: number, side: 'left' | 'right'): Workout {
  const sets = ['a', 'b'].map((order) => ({
    id: `${start}${order}`, order, reps: 8, rir: 1, side, load: { value: load, unit: 'kg' as const },
  }))
  return { v: 1, start, entries: [{ id: `e${start}`, order: 'a', exercise: LIFT, sets }] }
}

/** What is asked about the right side, with or without today's sets of the left one. */
function asked(ground: Ground, line: string, today: Workout | null) {
  const elsewhere = today ? fromWorkout(TODAY, today, () => ground.exercise.facts) : []
  return caseFor(ground, {
    line, on: '2026-12-07', wanted: null, machine: undefined, gym: undefined, elsewhere,
  })
}

const ground = () => groundFor(LIFT, TODAY, { start: '2026-12-07T18:00:00' })
const own = { v: 1, name: 'Press', log: ['load' as const, 'reps' as const], load_meaning: 'plates' as const }
const left = workout('2026-12-07T18:00:00', 60, 'left')

beforeEach(async () => {
  useDb(`iron-test-advice-${fresh++}`)
  await writeAll([{ kind: 'exercise', id: LIFT, body: own }])
})

test('today’s sets with another setup give a load to a setup that was never done', async () => {
  const first = await ground()
  expect(nextSet(asked(first, RIGHT, null), []).load_kg).toBeNull()
  const answer = nextSet(asked(first, RIGHT, left), [])
  expect(answer.rule).toBe('start-new-setup')
  expect(answer.load_kg).toBeGreaterThanOrEqual(50)
  expect(answer.load_kg).toBeLessThanOrEqual(60)
})

test('a setup with a history of its own goes on from it, whatever was done today elsewhere', async () => {
  await writeAll([{ kind: 'workout', id: BEFORE, body: workout('2026-12-01T18:00:00', 40, 'right') }])
  const known = await ground()
  expect(asked(known, RIGHT, left)).toEqual(asked(known, RIGHT, null))
  expect(asked(known, LEFT, null).sessions).toEqual([])
})

test('sets of a day that counts for nothing teach nothing about the other setup', async () => {
  await writeAll([{
    kind: 'settings', id: SETTINGS_ID,
    body: { v: 1, marked: { '2026-12-07': { to: '2026-12-07', cause: 'illness' } } },
  }])
  expect(asked(await ground(), RIGHT, left).belief).toBeNull()
})
