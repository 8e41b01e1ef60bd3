/** The twin of the engine says what Python says: numbers to 1e-6, rules and sentences exactly. */
import { expect, test } from 'vitest'
import spec from '../../../../../spec/engine.json'
import { advise } from './engine-advice'
import {
  afterSet, chances, fatigueShare, loadShare, noiseReps, quantile, repsLost, repsWith, stepFits,
  type LineBelief,
} from './engine-belief'
import { nextSet } from './engine-next'
import type { Did, Question } from './engine-question'

function expectSame(found: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === 'number') {
    expect(typeof found, where).toBe('number')
    expect(Math.abs((found as number) - wanted), where).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(wanted)))
  } else if (Array.isArray(wanted)) {
    expect(Array.isArray(found) && found.length, where).toBe(wanted.length)
    wanted.forEach((value, i) => expectSame((found as unknown[])[i], value, `${where}[${i}]`))
  } else if (wanted !== null && typeof wanted === 'object') {
    expect(Object.keys(found as object).sort(), where).toEqual(Object.keys(wanted).sort())
    for (const [key, value] of Object.entries(wanted))
      expectSame((found as Record<string, unknown>)[key], value, `${where}.${key}`)
  } else {
    expect(found, where).toEqual(wanted)
  }
}

interface After {
  belief: LineBelief
  moved_kg: number
  reps: number
  rir: number | null
  position: number
  failed: boolean
}
interface Chance {
  belief: LineBelief
  moved_kg: number
  reps: number[]
  tired: number
  target: number
  rir: number
}

// The cases carry JSON; each rule below names the shape of its own.
const twins: Record<string, (given: never) => unknown> = {
  curve: (given: { reps: number; k: number; load: number; step: number; width: number }) => ({
    load_share: loadShare(given.reps, given.k),
    reps_lost: repsLost(given.load, given.step, given.reps, given.k),
    fits: stepFits(given.load, given.step, given.reps, given.width, given.k),
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
  belief: (given: Chance) => ({
    quantiles: quantile(given.belief, [0.1, 0.5, 0.9]),
    chances: chances(given.belief, given.moved_kg, given.reps, given.tired),
    reps_with: repsWith(given.belief, given.moved_kg, given.target, given.rir),
  }),
  next_set: (given: { question: Question; done: Did[] }) => nextSet(given.question, given.done),
  advice: (given: Question) => advise(given),
}

test('every rule of the engine has a twin', () => {
  expect(Object.keys(twins).sort()).toEqual(Object.keys(spec.rules).sort())
})

for (const [rule, cases] of Object.entries(spec.rules)) {
  test.each(cases.map((one) => [one.name, one] as const))(`${rule}: %s`, (_, one) => {
    expectSame(twins[rule]?.(one.in as never), one.out, rule)
  })
}

test('the next set is solved in two milliseconds', () => {
  const given = spec.rules.next_set.find((one) => one.name === 'a bad day')?.in as
    { question: Question; done: Did[] } | undefined
  expect(given).toBeDefined()
  if (!given) return
  const times = Array.from({ length: 60 }, () => {
    const start = performance.now()
    nextSet({ ...given.question, belief: given.question.belief && { ...given.question.belief } }, given.done)
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(times[30]).toBeLessThan(2)
})
