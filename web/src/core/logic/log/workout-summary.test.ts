import { expect, test } from 'vitest'
import { fromWorkout, noFacts, type Facts } from '../../rules/history/performed'
import { wholeMuscles } from '../history/whole-muscles'
import { setsByMuscle } from './workout-summary'

const credit = (id: string, value: number) => ({ id, credit: value, low: value, high: value })
const FACTS: Record<string, Facts> = {
  squat: { ...noFacts('squat'), muscles: [credit('quads', 1), credit('rectus_femoris', 0.25)] },
  extension: { ...noFacts('extension'), muscles: [credit('quads', 0.5), credit('rectus_femoris', 1)] },
  raise: { ...noFacts('raise'), muscles: [credit('soleus', 0.5), credit('glutes', 0)] },
}
const whole = wholeMuscles({
  quads: { name: 'Quads' }, rectus_femoris: { name: 'Quads (rectus femoris)' },
  soleus: { name: 'Calves (soleus)' }, glutes: { name: 'Glutes' },
})
const factsOf = (id: string) => FACTS[id] ?? noFacts(id)
const setsOf = (exercise: string, count: number) =>
  fromWorkout(
    'w',
    {
      v: 1, start: '2026-12-01T10:00:00',
      entries: [{
        id: exercise, order: 'a0', exercise,
        sets: Array.from({ length: count }, (_, at) => (
          { id: `${exercise}${at}`, order: `a${at}`, load: { value: 50, unit: 'kg' as const }, reps: 10 }
        )),
      }],
    },
    factsOf,
  )

test('parts of a muscle that lifters call by one word count as one, by the part that works most', () => {
  const sets = [...setsOf('squat', 3), ...setsOf('extension', 2), ...setsOf('raise', 2)]
  expect(setsByMuscle(sets, factsOf, whole)).toEqual([
    { name: 'Quads', sets: 5 }, { name: 'Calves', sets: 1 },
  ])
})
