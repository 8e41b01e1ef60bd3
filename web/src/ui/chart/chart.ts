/**
 * What a chart shows, and how it is drawn on uPlot's canvas: bands for doubt, hollow points for cut depth.
 */

import type uPlot from 'uplot'
import { monthShort } from '../text/dates'

export type Tone = 'accent' | 'steel' | 'sand' | 'good' | 'soft'
export const TONES: readonly Tone[] = ['accent', 'steel', 'sand', 'good', 'soft']

/** `x` in seconds (midnight UTC of the day), `y` in the unit of the chart; `text` is read out. */
export interface ChartPoint { x: number; y: number; text: string; hollow?: boolean; faint?: boolean }

export interface ChartSeries {
  name: string
  tone: Tone
  points: readonly ChartPoint[]
  /** The engine's line and its doubt; it ends where training paused. */
  trend?: readonly TrendAt[]
  /** Points as columns from zero. */
  columns?: boolean
}

export type TrendAt = readonly [x: number, y: number, low: number, high: number]

export interface ChartMark { x: number; label: string }
/** How the axis of y is written: the words of a value, and the steps that its lines may have. */
export interface ChartScale { words: (y: number) => string; steps?: readonly number[] }
/** `whole`: y counts things, so that it has no halves. */
export interface ChartSpec {
  series: readonly ChartSeries[]
  marks?: readonly ChartMark[]
  whole?: boolean
  scale?: ChartScale
  /** What y counts, written above its axis. */
  unit?: string
}

type Colours = Record<Tone | 'ink' | 'edge' | 'surface', string>

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'
const SHAPES = [circle, square, triangle, diamond, circle] as const
/** The same shapes as signs, for legends: colour alone tells nobody enough. */
export const SIGNS: Readonly<Record<Tone, string>> = {
  accent: '●', steel: '■', sand: '▲', good: '◆', soft: '●',
}
const DAY = 86_400

/** The colours of the theme as the canvas needs them. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    accent: colour('accent'), steel: colour('steel'), sand: colour('sand'), good: colour('good'),
    soft: colour('soft'),
    ink: colour('ink'), edge: colour('edge'), surface: colour('surface'),
  }
}

/** The range of x and y, with air around it; columns start at zero. */
export function ranges(spec: ChartSpec): { x: [number, number]; y: [number, number] } {
  const drawn = spec.series.flatMap(({ trend = [] }) => [...runs(trend).flat(), ...loneEnd(trend)])
  const xs = [...spec.series.flatMap(({ points }) => points.map(({ x }) => x)), ...drawn.map(([x]) => x)]
  const ys = [
    ...spec.series.flatMap(({ points }) => points.map(({ y }) => y)),
    ...drawn.flatMap(([, , low, high]) => [low, high]),
  ]
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)]
  const room = Math.max((x1 - x0) * 0.03, 3 * DAY)
  // A short history gets its weeks before it: nothing is known of those to come.
  const before = x1 - x0 < 30 * DAY ? 25 * DAY : room
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)]
  const air = Math.max((y1 - y0) * 0.12, Math.abs(y1) * 0.02, spec.whole ? 1.6 : spec.scale ? 0 : 0.5)
  const floor = spec.series.some((series) => series.columns) ? 0 : Math.max(0, y0 - air)
  return { x: [x0 - before, x1 + room], y: [floor, y1 + air] }
}

export function chartOptions(
  spec: ChartSpec, colours: Colours, size: { width: number; height: number },
): uPlot.Options {
  const { x, y } = ranges(spec)
  const axis = { stroke: colours.soft, font: `12px ${FONT}`, ticks: { show: false } }
  return {
    ...size,
    padding: [spec.unit || spec.marks?.length ? 22 : 8, 26, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true, range: () => x }, y: { range: () => y } },
    axes: [
      { ...axis, grid: { show: false }, space: 56, size: 30, values: (_, splits) => dateLabels(splits) },
      {
        ...axis, grid: { stroke: colours.edge, width: 1 }, size: 40, space: spec.whole ? 30 : 46, gap: 6,
        ...(spec.whole ? { incrs: [1, 2, 5, 10, 20, 50, 100] } : {}),
        ...(spec.scale?.steps ? { incrs: [...spec.scale.steps] } : {}),
        ...(spec.scale ? { values: wordsOf(spec.scale) } : {}),
      },
    ],
    series: [{}, { show: false }],
    hooks: { draw: [(plot) => draw(plot, spec, colours)] },
  }
}

function wordsOf(scale: ChartScale): (plot: uPlot, splits: number[]) => string[] {
  return (_, splits) => splits.map(scale.words)
}

/** Months where they fit, days where the span is short; the year itself in place of January. */
export function dateLabels(splits: readonly number[]): string[] {
  const short = splits.length > 1 && (splits[1] ?? 0) - (splits[0] ?? 0) < 27 * DAY
  let year = ''
  return splits.map((split) => {
    const at = new Date(split * 1000)
    const label = short
      ? `${at.getUTCDate()} ${monthShort(at.getUTCMonth() + 1)}`
      : monthShort(at.getUTCMonth() + 1)
    const own = String(at.getUTCFullYear())
    const first = own !== year && year !== ''
    year = own
    if (!short && at.getUTCMonth() === 0) return own
    return first ? `${label} ’${own.slice(2)}` : label
  })
}

/** The point nearest to a place of the plot [CSS px], within reach of a thumb. */
export function pointAt(plot: uPlot, spec: ChartSpec, left: number, top: number): ChartPoint | null {
  let best: ChartPoint | null = null
  let nearest = 44
  for (const point of allPoints(spec)) {
    const away = Math.hypot(plot.valToPos(point.x, 'x') - left, plot.valToPos(point.y, 'y') - top)
    if (away < nearest) [best, nearest] = [point, away]
  }
  return best
}

/** All points in the order of time: what the arrow keys walk along. */
export function allPoints(spec: ChartSpec): ChartPoint[] {
  return spec.series.flatMap((series) => series.points).sort((a, b) => a.x - b.x)
}

/** The same point after the numbers were read again: same series and time, if it is still there. */
export function samePoint(picked: ChartPoint, before: ChartSpec, now: ChartSpec): ChartPoint | null {
  const name = before.series.find((series) => series.points.includes(picked))?.name
  const series = now.series.find((each) => each.name === name)
  return series?.points.find((point) => point.x === picked.x) ?? null
}

function draw(plot: uPlot, spec: ChartSpec, colours: Colours): void {
  const { ctx } = plot
  const scale = devicePixelRatio
  const at = (x: number, y: number): [number, number] => [
    plot.valToPos(x, 'x', true), plot.valToPos(y, 'y', true),
  ]
  ctx.save()
  if (spec.unit) drawUnit(plot, spec.unit, colours, scale)
  drawMarks(plot, spec.marks ?? [], colours, scale)
  ctx.beginPath()
  ctx.rect(plot.bbox.left, 0, plot.bbox.width + 10 * scale, plot.bbox.top + plot.bbox.height)
  ctx.clip()
  for (const series of spec.series) drawDoubt(ctx, series, colours[series.tone], at, scale)
  for (const series of spec.series) {
    const shape = SHAPES[TONES.indexOf(series.tone)] ?? circle
    for (const point of series.points) {
      if (series.columns) drawColumn(ctx, point, colours[series.tone], at, plot, spec)
      else drawPoint(ctx, at(point.x, point.y), point, shape, colours[series.tone], colours.surface, scale)
    }
  }
  ctx.restore()
}

type Place = (x: number, y: number) => [number, number]

function drawUnit({ ctx, bbox }: uPlot, unit: string, colours: Colours, scale: number): void {
  ctx.font = `${12 * scale}px ${FONT}`
  ctx.textAlign = 'right'
  ctx.fillStyle = colours.soft
  ctx.fillText(unit, bbox.left - 6 * scale, bbox.top - 8 * scale)
}

function drawMarks(plot: uPlot, marks: readonly ChartMark[], colours: Colours, scale: number): void {
  const { ctx, bbox } = plot
  ctx.font = `${12 * scale}px ${FONT}`
  ctx.textAlign = 'center'
  ctx.lineWidth = scale
  let taken = -Infinity
  for (const mark of marks) {
    const x = plot.valToPos(mark.x, 'x', true)
    if (x < bbox.left || x > bbox.left + bbox.width) continue
    ctx.strokeStyle = colours.soft
    ctx.setLineDash([3 * scale, 4 * scale])
    ctx.beginPath()
    ctx.moveTo(x, bbox.top)
    ctx.lineTo(x, bbox.top + bbox.height)
    ctx.stroke()
    ctx.setLineDash([])
    const half = ctx.measureText(mark.label).width / 2
    const middle = Math.min(Math.max(x, bbox.left + half), bbox.left + bbox.width - half)
    if (middle - half < taken) continue // the line stays, a label over a label helps nobody
    ctx.fillStyle = colours.soft
    ctx.fillText(mark.label, middle, bbox.top - 8 * scale)
    taken = middle + half + 6 * scale
  }
}

function drawDoubt(
  ctx: CanvasRenderingContext2D, series: ChartSeries, colour: string, at: Place, scale: number,
): void {
  for (const run of runs(series.trend ?? [])) {
    ctx.beginPath()
    for (const [x, , , high] of run) ctx.lineTo(...at(x, high))
    for (const [x, , low] of [...run].reverse()) ctx.lineTo(...at(x, low))
    ctx.closePath()
    ctx.globalAlpha = 0.16
    ctx.fillStyle = colour
    ctx.fill()
    ctx.globalAlpha = 1
    ctx.beginPath()
    for (const [x, y] of run) ctx.lineTo(...at(x, y))
    ctx.strokeStyle = colour
    ctx.lineWidth = 2.4 * scale
    ctx.lineJoin = 'round'
    ctx.stroke()
  }
  for (const point of loneEnd(series.trend ?? [])) drawLone(ctx, point, colour, at, scale)
}

/** An estimate without a past: its interval as a bar, its middle as a stroke across. */
function drawLone(
  ctx: CanvasRenderingContext2D, [x, y, low, high]: TrendAt, colour: string, at: Place, scale: number,
): void {
  const [left, bottom] = at(x, low)
  const [, top] = at(x, high)
  const [, middle] = at(x, y)
  ctx.fillStyle = colour
  ctx.globalAlpha = 0.25
  ctx.fillRect(left - 4 * scale, top, 8 * scale, bottom - top)
  ctx.globalAlpha = 1
  ctx.fillRect(left - 7 * scale, middle - 1.2 * scale, 14 * scale, 2.4 * scale)
}

/** The newest estimate of a trend where it stands alone: no past of it is known. One value has no range. */
export function loneEnd(trend: readonly TrendAt[]): TrendAt[] {
  const [before, last] = [trend.at(-2), trend.at(-1)]
  return last && last[2] < last[3] && (!before || last[0] - before[0] > 35 * DAY) ? [last] : []
}

/** A trend in pieces: a pause of more than five weeks is a gap, not a slope. */
export function runs(trend: readonly TrendAt[]): TrendAt[][] {
  const parts: TrendAt[][] = []
  for (const point of trend) {
    const run = parts.at(-1)
    const before = run?.at(-1)
    if (run && before && point[0] - before[0] <= 35 * DAY) run.push(point)
    else parts.push([point])
  }
  return parts.filter((run) => run.length > 1)
}

function drawColumn(
  ctx: CanvasRenderingContext2D, point: ChartPoint, colour: string, at: Place, plot: uPlot, spec: ChartSpec,
): void {
  const { x } = ranges(spec)
  const width = Math.max(2, Math.min((plot.bbox.width * 5 * DAY) / (x[1] - x[0]), 22 * devicePixelRatio))
  const [left, top] = at(point.x, point.y)
  const bottom = plot.bbox.top + plot.bbox.height
  if (bottom - top < 1) return
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.roundRect(left - width / 2, top, width, bottom - top, [
    3 * devicePixelRatio, 3 * devicePixelRatio, 0, 0,
  ])
  ctx.fill()
}

function drawPoint(
  ctx: CanvasRenderingContext2D, [x, y]: [number, number], point: ChartPoint, shape: (typeof SHAPES)[number],
  colour: string,
  ground: string, scale: number,
): void {
  const size = (point.hollow ? 4.2 : 3.6) * scale
  ctx.beginPath()
  shape(ctx, x, y, size)
  ctx.fillStyle = point.hollow ? ground : colour
  ctx.globalAlpha = point.faint ? 0.55 : 1
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.strokeStyle = point.hollow ? colour : ground
  ctx.lineWidth = (point.hollow ? 1.8 : 1) * scale
  ctx.stroke()
}

function circle(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.arc(x, y, size, 0, 2 * Math.PI)
}

function square(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.rect(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8)
}

function triangle(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.moveTo(x, y - size * 1.2)
  ctx.lineTo(x + size * 1.1, y + size * 0.9)
  ctx.lineTo(x - size * 1.1, y + size * 0.9)
  ctx.closePath()
}

function diamond(ctx: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  ctx.moveTo(x, y - size * 1.3)
  ctx.lineTo(x + size * 1.3, y)
  ctx.lineTo(x, y + size * 1.3)
  ctx.lineTo(x - size * 1.3, y)
  ctx.closePath()
}
