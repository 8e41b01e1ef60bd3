import { expect, test } from 'vitest'
import { fromWorkout, noFacts } from '../../core/rules/history/performed'
import { bestsOf } from './training-weeks'

const facts = { ...noFacts('overhead-press'), loadMeaning: 'barbell' }

test('a slip of 111 reps is the most reps, not the strongest set', () => {
  const sets = [[75, 111], [70, 12], [80, 2], [80, 3]].flatMap(([value = 0, reps = 0], at) => fromWorkout(
    `w${at}`,
    {
      v: 1, start: `2026-11-0${at + 1}T18:00:00`,
      entries: [{
        id: 'e', order: 'a0', exercise: 'overhead-press',
        sets: [{ id: `s${at}`, order: 'a0', load: { value, unit: 'kg' }, reps }],
      }],
    },
    () => facts, 80,
  ))
  const known = { id: 'overhead-press', name: 'Overhead press', log: ['load', 'reps'], facts }
  const bests = bestsOf('overhead-press', known as unknown as Parameters<typeof bestsOf>[1], sets)
  expect([bests.heaviest, bests.strongest, bests.most].map((best) => best?.set.reps)).toEqual([3, 12, 111])
})
