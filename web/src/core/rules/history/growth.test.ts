import { describe, expect, test } from 'vitest'
import { day, LOW, MIDDLE, PRESS } from '../../../../testing/leg-press-days'
import { growthLines, step, tenRmKg } from './growth'
import { fromWorkout, noFacts } from './performed'

describe('the 10RM-equivalent', () => {
  test('of a set of ten with nothing left is its own load, sled or not', () => {
    const [set] = day('2026-03-02', 'low', [[180, 10, { rir: 0 }]])
    expect(set && tenRmKg(set, PRESS)).toBeCloseTo(180, 9)
  })
  test('works on the moved mass: 180 on a 55 kg sled for 12 with two left is 197.4', () => {
    const [set] = day('2026-03-02', 'low', [[180, 12, { rir: 2 }]])
    expect(set && tenRmKg(set, PRESS)).toBeCloseTo((235 * 58) / 54 - 55, 9)
  })
  test('of assisted work is help: fewer reps than ten would need more of it', () => {
    const assisted = { ...noFacts('assisted-pull-up'), loadMeaning: 'assistance', curveK: 35 }
    const [of] = day('2026-03-02', 'low', [[20, 10, { rir: 0 }]])
    const ten = of && { ...of, exercise: 'assisted-pull-up', movedKg: 60, loadKg: 20 }
    expect(ten && tenRmKg(ten, assisted)).toBeCloseTo(20, 9)
    // 60 of 80 kg moved for eight is 60 × 42/44 for ten: 22.7 kg of help.
    expect(ten && tenRmKg({ ...ten, reps: 8 }, assisted)).toBeCloseTo(80 - (60 * 42) / 44, 9)
  })
  test('is not made up where the body mass is unknown', () => {
    const pullUp = { ...noFacts('pull-up'), loadMeaning: 'added' }
    const [set] = fromWorkout(
      'w',
      {
        v: 1, start: '2026-03-02T18:00:00',
        entries: [{ id: 'e', order: 'a0', exercise: 'pull-up', sets: [{ id: 's', order: 'a0', reps: 8 }] }],
      },
      () => pullUp,
    )
    expect(set && tenRmKg(set, pullUp)).toBeNull()
  })
})

describe('lines', () => {
  const lines = growthLines([...LOW, ...MIDDLE], PRESS)
  test('stand with the one used last first', () => {
    expect(lines.map((line) => line.key)).toEqual([
      'leg-press-45|-|both|foot_height=middle', 'leg-press-45|-|both|foot_height=low',
    ])
  })
  test('have one point a workout, and the cut set has its own, hollow', () => {
    const low = lines[1]?.points.map((point) => [point.sets.map((set) => set.id), point.cut])
    expect(low).toEqual([
      [['2026-03-02-0', '2026-03-02-1'], false], [['2026-03-09-0'], false], [['2026-03-09-1'], true],
    ])
  })
  test('take the mean of the sets with known effort, else the best as a lower bound', () => {
    const known = growthLines(
      day('2026-03-02', 'low', [
        [180, 10, { rir: 0 }], [190, 10, { rir: 0 }], [260, 10],
      ]),
      PRESS,
    )
    expect(known[0]?.points[0]).toMatchObject({ tenKg: 185, atLeast: false })
    const unknown = growthLines(day('2026-03-02', 'low', [[180, 10], [190, 10]]), PRESS)
    expect(unknown[0]?.points[0]).toMatchObject({ tenKg: 190, atLeast: true })
  })
  test('are not made of warm-ups alone', () => {
    expect(growthLines(day('2026-03-02', 'low', [[100, 10, { kind: 'warm-up' }]]), PRESS)).toEqual([])
  })
  test('compare the last sessions before with the first after, full depth only', () => {
    const [middle, low] = lines
    const change = low && middle && step(low, middle, '2026-06-02')
    const before = ((235 * 56) / 54 - 55 + 185) / 2
    expect(change?.sessions).toBe(2)
    expect(change?.share).toBeCloseTo(202 / before - 1, 9)
  })
})
