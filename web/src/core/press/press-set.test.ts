/** What a logged set was, and what scale and tape tell. */
import { expect, test } from 'vitest'
import { press } from './mechanics'
import { depthOfStroke, effortOf, effortWords, fromPulls, machineWords } from './press-set'

test('a weighed sled and a recorded depth: kilos are exact, joules vary with the feet alone', () => {
  const effort = effortOf({
    plates_kg: 150, reps: 10, base_kg: 55, baseKnown: true, angle_deg: 45, depth_deg: 100, height_m: 1.78,
  })
  expect(effort.effective_kg.map((kilos) => kilos.toFixed(1))).toEqual(['145.0', '145.0', '145.0'])
  expect(effort.joules[1]).toBeCloseTo(10 * press({}).sled_work_j, 6)
  expect(effort.joules[0]).toBeLessThan(effort.joules[1])
  expect(effort.joules[2]).toBeGreaterThan(effort.joules[1])
  expect(effort.joules[2] / effort.joules[0]).toBeLessThan(1.15)
})

test('a sled that is a guess, or not known at all, is a band of 20 kg either way', () => {
  const guess = effortOf({ plates_kg: 150, reps: 10, base_kg: 55, baseKnown: false })
  expect(guess.effective_kg.map(Math.round)).toEqual([131, 145, 159])
  expect(effortOf({ plates_kg: 150, reps: 10, baseKnown: true }).effective_kg.map(Math.round)).toEqual([
    131, 145, 159,
  ])
  expect(effortWords(guess)).toBe('131 to 159 kg along the rail · 3.3 to 6.3 kJ')
})

test('two machines compare by what the same plates push, with the doubt of a guess', () => {
  expect(machineWords({ exercise: 'leg-press-45', base_kg: 62, base_known: true, angle_deg: 45 })).toBe(
    '100 kg of plates push like 115 kg',
  )
  expect(machineWords({ exercise: 'leg-press-45', base_kg: 56, base_known: false, angle_deg: 30 })).toBe(
    '100 kg of plates push like 68 to 88 kg',
  )
  expect(machineWords({ exercise: 'bench-press', base_kg: 20 })).toBe('')
})

test('two pulls give sled and friction back', () => {
  const alpha = Math.PI / 4
  const [weight, friction] = [62 * Math.sin(alpha), 0.05 * 62 * Math.cos(alpha)]
  const pulls = fromPulls(weight + friction, weight - friction, 45)
  if (typeof pulls === 'string') throw new Error(pulls)
  expect(pulls.sled_kg).toBeCloseTo(62, 9)
  expect(pulls.mu).toBeCloseTo(0.05, 9)
  expect(fromPulls(40, 45, 45)).toContain('Swap')
  expect(fromPulls(0, 0, 45)).toContain('above zero')
  expect(fromPulls(40, 38, 5)).toContain('10 and 80')
})

test('a stroke by tape is a knee bend', () => {
  expect(depthOfStroke(100 * press({}).stroke_m, 1.78)).toBeCloseTo(100, 6)
  expect(depthOfStroke(200, 1.78)).toContain('cm for your height')
})
