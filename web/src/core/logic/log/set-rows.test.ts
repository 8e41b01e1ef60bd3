import { expect, test } from 'vitest'
import type { Entry, WorkoutSet } from '../../values/documents'
import { setRows, type Coming, type SetRow } from './set-rows'

const set = (id: string, reps: number, more: Partial<WorkoutSet> = {}): WorkoutSet => ({
  id, order: id, reps, ...more,
})
const press = (...sets: WorkoutSet[]): Entry => ({ id: 'e', order: 'a', exercise: 'leg-press-45', sets })
const next: Coming = { kind: 'working', side: 'both', planned: 4 }
const words = (rows: SetRow[]) =>
  rows.map((row) => `${row.label} ${row.state} ${row.set?.reps ?? '-'} / ${row.last?.reps ?? '-'}`)

const LAST = [set('l0', 8, { kind: 'warm-up' }), set('l1', 12), set('l2', 11), set('l3', 10)]

test('each set stands beside the same set of last time; what is planned follows', () => {
  const entry = press(set('a', 9, { kind: 'warm-up' }), set('b', 12), set('c', 12))
  expect(words(setRows(entry, LAST, next))).toEqual([
    'W done 9 / 8', '1 done 12 / 12', '2 done 12 / 11', '3 next - / 10', '4 planned - / -',
  ])
})

test('a drop set counts nothing and is compared with a drop set only', () => {
  const entry = press(set('b', 12), set('c', 6, { kind: 'drop' }), set('d', 11))
  expect(words(setRows(entry, LAST, { ...next, planned: 3 }))).toEqual([
    '1 done 12 / 12', 'D done 6 / -', '2 done 11 / 11', '3 next - / 10',
  ])
})

test('a warm-up that comes next stands before the planned sets', () => {
  expect(words(setRows(press(), LAST, { ...next, kind: 'warm-up', planned: 2 }))).toEqual([
    'W next - / 8', '1 planned - / 12', '2 planned - / 11',
  ])
})

test('after the last planned set no further row is offered', () => {
  const entry = press(set('a', 10), set('b', 10))
  expect(words(setRows(entry, [], { ...next, planned: 2 }))).toEqual(['1 done 10 / -', '2 done 10 / -'])
})

test('without a plan there is always one more', () => {
  expect(words(setRows(press(set('a', 10)), [], { ...next, planned: undefined }))).toEqual([
    '1 done 10 / -', '2 next - / -',
  ])
})

test('sides count apart', () => {
  const left = { side: 'left' as const }
  const entry = press(set('a', 10, left), set('b', 9, { side: 'right' }))
  const last = [set('l1', 8, left), set('l2', 7, { side: 'right' }), set('l3', 6, left)]
  expect(words(setRows(entry, last, { kind: 'working', side: 'left', planned: 2 }))).toEqual([
    '1L done 10 / 8', '1R done 9 / 7', '2L next - / 6',
  ])
})

test('a set on another line is not compared', () => {
  const entry = press(set('a', 10, { setup: { foot_height: 'low' } }))
  expect(words(setRows(entry, LAST, null, ({ setup }) => setup === undefined))).toEqual(['1 done 10 / -'])
})

test('the sets of a program are listed by what they are, a set of the lifter’s own before them', () => {
  const entry = press(set('b', 12))
  const asked = { kinds: ['working', 'drop', 'working'] as const, at: 1 }
  expect(words(setRows(entry, LAST, { ...next, kind: 'drop', asked }))).toEqual([
    '1 done 12 / 12', 'D next - / -', '2 planned - / 11',
  ])
  expect(words(setRows(entry, LAST, { ...next, kind: 'rest-pause', asked }))).toEqual([
    '1 done 12 / 12', 'R next - / -', 'D planned - / -', '2 planned - / 11',
  ])
})
