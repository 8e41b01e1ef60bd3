import { expect, test } from 'vitest'
import { EMOM, lengthOf, momentAt, READY_S, TABATA, WORK_REST } from './intervals'

const at = (plan: typeof TABATA, seconds: number) => {
  const { phase, round, left_s } = momentAt(plan, seconds)
  return `${phase} ${round} ${left_s}`
}

test('first there is time to get ready', () => expect(at(TABATA, 4)).toBe(`ready 0 ${READY_S - 4}`))

test('Tabata is eight times 20 s of work and 10 s of rest, without a rest at the end', () => {
  expect(at(TABATA, READY_S)).toBe('work 1 20')
  expect(at(TABATA, READY_S + 19)).toBe('work 1 1')
  expect(at(TABATA, READY_S + 20)).toBe('rest 1 10')
  expect(at(TABATA, READY_S + 30)).toBe('work 2 20')
  expect(at(TABATA, READY_S + 7 * 30 + 19)).toBe('work 8 1')
  expect(at(TABATA, READY_S + 7 * 30 + 20)).toBe('over 8 0')
  expect(lengthOf(TABATA)).toBe(READY_S + 230)
})

test('EMOM begins a round every minute', () => {
  expect(at(EMOM, READY_S + 59)).toBe('work 1 1')
  expect(at(EMOM, READY_S + 60)).toBe('work 2 60')
  expect(at(EMOM, lengthOf(EMOM))).toBe('over 10 0')
})

test.each([TABATA, EMOM, WORK_REST])('phases follow each other without a gap: %o', (plan) => {
  let before = momentAt(plan, 0)
  for (let seconds = 1; seconds <= lengthOf(plan); seconds++) {
    const now = momentAt(plan, seconds)
    const goesOn = now.phase === before.phase && now.round === before.round
    expect(goesOn ? now.left_s : before.left_s).toBe(goesOn ? before.left_s - 1 : 1)
    before = now
  }
  expect(before.phase).toBe('over')
})
