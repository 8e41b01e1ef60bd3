import { describe, expect, test } from 'vitest'
import {
  allPoints, chartOptions, dateLabels, loneEnd, ranges, runs, samePoint, type ChartSpec,
} from './chart'
import { seconds } from '../text/dates'

const point = (day: string, y: number) => ({ x: seconds(day), y, text: '' })
const trendAt = (day: string) => [seconds(day), 200, 190, 210] as const

describe('a trend', () => {
  test('is one piece while training goes on and breaks at a pause of more than five weeks', () => {
    const days = ['2026-03-02', '2026-03-09', '2026-04-13', '2026-06-01', '2026-06-08']
    expect(runs(days.map(trendAt)).map((run) => run.length)).toEqual([3, 2])
  })
  test('ends in an estimate of its own where no past of it is known, which the range holds', () => {
    const [first, last] = [trendAt('2026-01-05'), trendAt('2026-06-01')]
    expect(loneEnd([last])).toEqual([last])
    expect(loneEnd([first, last])).toEqual([last])
    expect(loneEnd([trendAt('2026-05-25'), last])).toEqual([])
    expect(loneEnd([])).toEqual([])
    const points = [point('2026-05-04', 180), point('2026-05-25', 185)]
    const range = (trend: (typeof last)[]) =>
      ranges({ series: [{ name: '', tone: 'accent', points, trend }] })
    expect(range([last]).y[1]).toBeGreaterThan(210)
    // What is not drawn takes no room: a point of the past that stands alone.
    expect(range([first, trendAt('2026-05-25'), last]).x[0]).toBeGreaterThan(seconds('2026-03-01'))
  })
  test('of one point is no line', () => expect(runs([trendAt('2026-03-02')])).toEqual([]))
})

describe('the range', () => {
  const spec = (series: Partial<ChartSpec['series'][number]>, whole = false): ChartSpec => ({
    series: [
      { name: '', tone: 'accent', points: [point('2026-03-02', 180), point('2026-06-01', 200)], ...series },
    ],
    whole,
  })
  test('holds every point and the whole band with air around', () => {
    const { y } = ranges(spec({ trend: [[seconds('2026-03-02'), 190, 150, 240]] }))
    expect(y[0]).toBeLessThan(150)
    expect(y[1]).toBeGreaterThan(240)
  })
  test('of columns begins at zero', () => expect(ranges(spec({ columns: true })).y[0]).toBe(0))
  test('of one single point is wide enough to read', () => {
    const { x, y } = ranges(spec({ points: [point('2026-03-02', 11)] }, true))
    expect(x[1] - x[0]).toBeGreaterThan(20 * 86_400)
    expect(y[1] - y[0]).toBeGreaterThan(2)
    expect(x[1]).toBe(seconds('2026-03-05'))
  })
})

test('months are named and January is the year', () => {
  expect(dateLabels(['2025-11-01', '2026-01-01', '2026-03-01'].map(seconds))).toEqual(['Nov', '2026', 'Mar'])
})
test('a year that changes between labels is said', () => {
  expect(dateLabels(['2025-11-01', '2026-02-01'].map(seconds))).toEqual(['Nov', 'Feb ’26'])
})
test('short spans show days', () => {
  expect(dateLabels(['2026-03-02', '2026-03-09'].map(seconds))).toEqual(['2 Mar', '9 Mar'])
})
test('arrow keys walk in the order of time over all lines', () => {
  const series = { name: 'a', tone: 'accent', points: [point('2026-03-09', 1)] } as const
  const two = { name: 'b', tone: 'steel', points: [point('2026-03-02', 2), point('2026-03-16', 3)] } as const
  expect(allPoints({ series: [series, two] }).map((at) => at.y)).toEqual([2, 1, 3])
})

describe('the axis of values', () => {
  const colours = {
    accent: '', steel: '', sand: '', good: '', soft: '', ink: '', edge: '', surface: '',
  }
  const holds: ChartSpec = {
    series: [{ name: '', tone: 'accent', points: [point('2026-03-02', 45), point('2026-03-09', 50)] }],
    scale: { words: (y) => `0:${y}`, steps: [5, 10] },
  }
  const axis = (spec: ChartSpec) => chartOptions(spec, colours, { width: 300, height: 200 }).axes?.[1]

  test('writes values in the words of its scale, at steps that are easy to read', () => {
    const values = axis(holds)?.values as unknown as (plot: null, splits: number[]) => string[]
    expect(values(null, [45, 50])).toEqual(['0:45', '0:50'])
    expect(axis(holds)?.incrs).toEqual([5, 10])
    expect(axis({ series: holds.series })?.values).toBeUndefined()
  })

  test('has little air where values lie close together, as paces do', () => {
    const points = [point('2026-03-02', 2.8), point('2026-03-09', 3)]
    const paces: ChartSpec = { ...holds, series: [{ name: '', tone: 'accent', points }] }
    expect(ranges(paces).y[0]).toBeGreaterThan(2.7)
    expect(ranges({ series: paces.series }).y[0]).toBeLessThan(2.4)
  })
})

describe('a point that was picked', () => {
  const line = (name: string, at: ReturnType<typeof point>) =>
    ({ name, tone: 'accent' as const, points: [at] })
  const before = { series: [line('Low', point('2026-03-02', 180)), line('High', point('2026-03-02', 150))] }
  const picked = before.series[1]!.points[0]!
  test('is the same one, with its new number, after the numbers were read again', () => {
    const now = { series: [line('Low', point('2026-03-02', 181)), line('High', point('2026-03-02', 152))] }
    expect(samePoint(picked, before, now)?.y).toBe(152)
  })
  test('is none when its day or its line is gone', () => {
    expect(samePoint(picked, before, { series: [line('High', point('2026-03-09', 152))] })).toBeNull()
    expect(samePoint(picked, before, { series: [line('Low', point('2026-03-02', 152))] })).toBeNull()
  })
})
