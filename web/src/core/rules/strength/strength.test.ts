/** Beliefs about strength say what Python's say: numbers to 1e-6. */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/strength.json'
import {
  afterSet, chances, fatigueShare, loadShare, noiseReps, quantile, repsLost,
  type LineBelief,
} from './belief'
import { expectSame } from '../../../../testing/expect-same'
import { dayNumber } from '../prescription/fit'
import { absorb, beliefOfLine, toDay } from './pooled'
import type { Effort, Strength } from './pooled-state'

interface After {
  belief: LineBelief
  moved_kg: number
  reps: number
  rir: number | null
  position: number
  failed: boolean
}
interface RawEffort {
  line: string
  moved_kg: number
  reps: number
  rir: number | null
  position: number
  rest_s: number | null
  cut: boolean
  failed: boolean
}
interface Fit {
  k: number
  workouts: { day: string; efforts: RawEffort[] }[]
  line: string
  on: string
}
interface Chance {
  belief: LineBelief
  moved_kg: number
  reps: number[]
  tired: number
}

// The cases carry JSON; each rule below names the shape of its own.
const twins: Record<string, (given: never) => unknown> = {
  curve: (given: { reps: number; k: number; load: number; step: number }) => ({
    load_share: loadShare(given.reps, given.k),
    reps_lost: repsLost(given.load, given.step, given.reps, given.k),
  }),
  set_noise: (given: { reps: number; rir: number; position: number; rest_s: number | null }) => ({
    noise: noiseReps(given.reps, given.rir),
    fatigue: fatigueShare(given.position, given.rest_s),
  }),
  after_set: (given: After) =>
    afterSet(given.belief, {
      movedKg: given.moved_kg, reps: given.reps, rir: given.rir, position: given.position,
      failed: given.failed,
    }),
  fit: ({ k, workouts, line, on }: Fit) => {
    const effortOf = (raw: RawEffort): Effort => ({
      line: raw.line, movedKg: raw.moved_kg, reps: raw.reps, rir: raw.rir, position: raw.position,
      restS: raw.rest_s, cut: raw.cut, failed: raw.failed,
    })
    const state = workouts.reduce<Strength | null>(
      (before, { day, efforts }) => absorb(before, dayNumber(day), efforts.map(effortOf), k), null,
    )
    return state && beliefOfLine(toDay(state, dayNumber(on)), line)
  },
  belief: (given: Chance) => ({
    quantiles: quantile(given.belief, [0.1, 0.5, 0.9]),
    chances: chances(given.belief, given.moved_kg, given.reps, given.tired),
  }),
}

test('every rule of the engine has a twin', () => {
  expect(Object.keys(twins).sort()).toEqual(Object.keys(spec.rules).sort())
})

for (const [rule, cases] of Object.entries(spec.rules)) {
  test.each(cases.map((example) => [example.name, example] as const))(`${rule}: %s`, (_, example) => {
    expectSame(twins[rule]?.(example.in as never), example.out, rule)
  })
}
