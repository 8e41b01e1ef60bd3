import { expect, test } from 'vitest'
import type { Entry } from '../../core/values/documents'
import { front } from '../../core/logic/record-to-beat'
import { fromWorkout, type Facts } from '../../core/rules/history/performed'
import { standing } from './marks'

const FACTS: Facts = {
  id: 'bench-press', splitting: [], loadMeaning: 'barbell', implements: 1, bodyShare: 0, baseKg: 0,
  curveK: 35, muscles: [],
}
const LINE = 'bench-press|-|both'
const ENTRY: Entry = {
  id: 'e', order: 'a', exercise: 'bench-press',
  sets: [{ id: 's1', order: 'a', reps: 10, load: { value: 60, unit: 'kg' } }],
}
const START = '2026-11-20T18:00:00'
const NEXT = { loadKg: 60, metres: 0 }

test('on the first day of a line there is no PR to beat, also after a set of today', () => {
  const none = { exercise: 'bench-press', facts: FACTS, lines: new Map() }
  expect(standing(none, ENTRY, START, LINE, NEXT)).toBeNull()
})

test('with a history, the better of it and of today is to be beaten', () => {
  const earlier = fromWorkout('w', {
    v: 1, start: '2026-11-13T18:00:00',
    entries: [{ ...ENTRY, sets: [{ id: 's0', order: 'a', reps: 8, load: { value: 60, unit: 'kg' } }] }],
  }, () => FACTS)
  const marks = {
    exercise: 'bench-press', facts: FACTS, lines: new Map([[LINE, front(earlier, FACTS.loadMeaning)]]),
  }
  expect(standing(marks, ENTRY, START, LINE, NEXT)).toMatchObject({ mark: { amount: 10 } })
  expect([...(standing(marks, ENTRY, START, LINE, NEXT)?.records ?? [])]).toEqual(['s1'])
})
