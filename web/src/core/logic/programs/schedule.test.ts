import { expect, test } from 'vitest'
import { problemsOf } from '../../rules/programs/checking'
import { readProgram } from '../../rules/programs/compiling'
import type { ProgramBody } from '../../rules/programs/model'
import { weekdaysIn, weekdaysOf, withWeekdays } from './schedule'

const day = (name: string, more: object = {}) =>
  ({ name, slots: [{ exercise: 'back-squat', sets: [{ reps: 5 }] }], ...more })
const body = (more: object): ProgramBody => ({ format: 2, name: 'Legs', cycles: 4, ...more }) as ProgramBody
const two = body({ days: [day('Heavy'), day('Light')] })

test('days in sequence get weekdays in their order, and lose them again', () => {
  const dated = withWeekdays(readProgram(two), [3, 0])
  expect([dated['schedule'], weekdaysIn(dated)]).toEqual(['weekdays', [0, 3]])
  expect(withWeekdays(readProgram(dated), [])).toEqual(two)
})

test('a program needs as many weekdays as it has days, and none where its days change places', () => {
  expect(weekdaysOf(readProgram(two))).toBe(2)
  const some = body({ weeks: 2, days: [day('A'), day('B', { weeks: [2] })] })
  expect(weekdaysOf(readProgram(some))).toBe(0)
})

test('days in turn are written out over the weeks until they begin again', () => {
  const program = readProgram(body({ cycles: 9, days_per_week: 3, days: [day('A'), day('B')] }))
  expect(weekdaysOf(program)).toBe(3)
  const dated = withWeekdays(program, [4, 0, 2])
  const { days, weeks, cycles } = dated as unknown as {
    days: { name: string; weekday: number; weeks: number[] }[]; weeks: number; cycles: number
  }
  expect(days.map(({ name, weekday, weeks: [week] }) => [week, weekday, name])).toEqual([
    [1, 0, 'A'], [1, 2, 'B'], [1, 4, 'A (2)'], [2, 0, 'B'], [2, 2, 'A'], [2, 4, 'B (2)'],
  ])
  expect([weeks, cycles, weekdaysIn(dated)]).toEqual([2, 3, [0, 2, 4]])
  expect(problemsOf(dated, () => true)).toEqual([])
})

test('each week keeps its own days on the weekdays; rules by rounds leave days in turn without', () => {
  const texas = readProgram(body({ weeks: 2, days: [
    day('Volume', { weeks: [1] }), day('Record', { weeks: [1] }),
    day('Volume press', { weeks: [2] }), day('Record press', { weeks: [2] }),
  ] }))
  expect(weekdaysOf(texas)).toBe(2)
  const { days } = withWeekdays(texas, [1, 5]) as unknown as { days: { weekday: number }[] }
  expect(days.map(({ weekday }) => weekday)).toEqual([1, 5, 1, 5])
  const byRound = body({
    days_per_week: 3, days: [day('A'), day('B')], lifts: [{ id: 'l', exercise: 'back-squat', keeps: 'load' }],
    rules: [{ name: 'r', lifts: ['l'], at: 'cycle', then: { add: { kg: 5 } } }],
  })
  expect(weekdaysOf(readProgram(byRound))).toBe(0)
})

const shipped = Object.entries(
  import.meta.glob<ProgramBody>('../../../../public/content/programs/*.json', {
    eager: true, import: 'default',
  }),
).filter(([, each]) => 'format' in each)

test.each(shipped)('%s has no mistake with the weekdays that it needs', (_, each) => {
  const program = readProgram(each)
  const needed = weekdaysOf(program)
  if (needed === 0) return
  const dated = withWeekdays(program, [...'0123456'].map(Number).slice(0, needed))
  expect(problemsOf(dated, () => true)).toEqual([])
  const sessions = (of: ReturnType<typeof readProgram>) => of.order.length * of.cycles
  expect(sessions(readProgram(dated))).toBeGreaterThanOrEqual(sessions(program))
})
