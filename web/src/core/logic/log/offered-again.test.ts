import { expect, test } from 'vitest'
import type { Workout } from '../../values/documents'
import { offeredAgain } from './offered-again'

function workout(day: number, title: string | undefined, ...exercises: string[]): { body: Workout } {
  const entries = exercises.map((exercise, at) => ({ id: `e${at}`, order: `a${at}`, exercise, sets: [] }))
  return { body: { v: 1, start: `2026-11-0${day}T18:00:00`, entries, ...(title ? { title } : {}) } }
}

test('a routine that was done four times is offered once, by its newest workout', () => {
  const past = [
    workout(9, 'Push', 'bench-press'), workout(8, 'Legs', 'back-squat'),
    workout(7, 'push ', 'bench-press', 'dip'),
    workout(6, undefined, 'bench-press'), workout(5, undefined, 'bench-press'),
    workout(4, undefined, 'deadlift'),
  ]
  expect(offeredAgain(past).map(({ body }) => body.start.slice(8, 10))).toEqual(['09', '08', '06', '04'])
})
