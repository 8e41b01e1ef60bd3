/**
 * The phone asks what Python asks (`spec/ask.json`): which sessions count, for which rep range, and how long
 * ago.
 */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/ask.json'
import type { Workout } from '../../values/documents'
import { ask, type Wanted } from './engine-ask'
import { inTime } from '../history/lines'
import { fromWorkout, noFacts } from '../history/performed'

interface Given {
  workouts: (readonly [id: string, workout: Workout])[]
  splitting: string[]
  line: string
  on: string
  wanted: Wanted
  base_kg: number
  grid: number[]
}

test.each(spec.rules.ask.map((one, at) => [at, one] as const))('ask %i', (_, one) => {
  const [given] = one.in as unknown as [Given] // written by tests/spec/spec_cases/plan.py
  const facts = {
    ...noFacts('leg-press-45'), splitting: given.splitting, loadMeaning: 'plates', curveK: 45,
    baseKg: given.base_kg,
  }
  const { belief, grid, ...question } = ask({
    facts, family: 'leg_press', line: given.line, on: given.on, wanted: given.wanted, baseKg: given.base_kg,
    bodyMassKg: null,
    sets: inTime(given.workouts.flatMap(([id, workout]) => fromWorkout(id, workout, () => facts))),
    grid: () => given.grid, belief: null, beliefOn: '', reference: null,
  })
  expect(belief).toBeNull()
  expect(grid).toEqual(given.grid)
  expect(question).toEqual(one.out)
})
