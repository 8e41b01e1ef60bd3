import { expect, test } from 'vitest'
import { noFacts, type Facts } from '../../rules/history/performed'
import { fitDay, minutesOf, type Timed } from './short-day'

const credit = (id: string, value = 1) => ({ id, credit: value, low: value, high: value })
const FACTS: Record<string, Facts['muscles']> = {
  squat: [credit('quads'), credit('glutes'), credit('adductors', 0.5)],
  'leg-extension': [credit('quads')],
  'leg-curl': [credit('hamstrings')],
  'calf-raise': [credit('calves')],
}
const factsOf = (id: string): Facts => ({ ...noFacts(id), muscles: FACTS[id] ?? [] })
const rest = () => 120
const DAY: Timed[] = ['squat', 'leg-extension', 'leg-curl', 'calf-raise'].map((exercise) => ({
  exercise, sets: 3, reps_high: 10,
}))

test('a day that fits stays whole', () => {
  const whole = minutesOf(DAY, rest)
  expect(whole).toBe(44) // 4 exercises × (3 min + 3 sets × 160 s)
  expect(fitDay(DAY, whole, factsOf, rest)).toEqual({ slots: DAY, left: [], minutes: whole })
})

test('half the time keeps the lift for most muscles and one exercise for each other muscle', () => {
  const short = fitDay(DAY, 22, factsOf, rest)
  expect(short.minutes).toBeLessThanOrEqual(22)
  expect(short.slots.map(({ exercise }) => exercise)).toContain('squat')
  expect(short.slots.map(({ exercise }) => exercise)).not.toContain('leg-extension')
  expect(short.left).toContainEqual({ exercise: 'leg-extension', sets: 3, all: true })
})

test.each(
  [5, 10, 15, 20, 30, 40]
)('in %i minutes what stays and what is left out make the day', (minutes) => {
  const { slots, left } = fitDay(DAY, minutes, factsOf, rest)
  for (const slot of DAY) {
    const stays = slots.find(({ exercise }) => exercise === slot.exercise)?.sets ?? 0
    const out = left.find(({ exercise }) => exercise === slot.exercise)?.sets ?? 0
    expect(stays + out).toBe(slot.sets)
  }
  expect(slots.length).toBeGreaterThan(0)
})

test('exercises keep their order, and an exercise of which nothing is known can stay', () => {
  const day = [...DAY, { exercise: 'unknown', sets: 2, reps_high: 10 }]
  const { slots } = fitDay(day, 60, factsOf, rest)
  expect(slots.map(({ exercise }) => exercise)).toEqual(day.map(({ exercise }) => exercise))
})
