import { expect, test } from 'vitest'
import { readProgram } from '../../rules/programs/compiling'
import type { ProgramBody } from '../../rules/programs/model'
import { weekdaysIn, weekdaysOf, withWeekdays } from './schedule'

const day = (name: string, more: object = {}) =>
  ({ name, slots: [{ exercise: 'back-squat', sets: [{ reps: 5 }] }], ...more })
const body = (more: object): ProgramBody => ({ format: 2, name: 'Legs', cycles: 4, ...more }) as ProgramBody
const two = body({ days: [day('Heavy'), day('Light')] })

test('days in sequence get weekdays in their order, and lose them again', () => {
  const dated = withWeekdays(two, [3, 0])
  expect([dated['schedule'], weekdaysIn(dated)]).toEqual(['weekdays', [0, 3]])
  expect(withWeekdays(dated, [])).toEqual(two)
})

test('a program needs as many weekdays as it has days, and none where its days change places', () => {
  expect(weekdaysOf(readProgram(two))).toBe(2)
  expect(weekdaysOf(readProgram(body({ days_per_week: 3, days: [day('A'), day('B')] })))).toBe(0)
  const some = body({ weeks: 2, days: [day('A'), day('B', { weeks: [2] })] })
  expect(weekdaysOf(readProgram(some))).toBe(0)
})
