/** One measure as a chart, a table and sentences: pure functions on what was typed. */

import * as messages from '../../core/generated/messages-body'
import {
  dayNumber, daysOf, inUnit, measureOf, pace, paceMessage, smoothed, type Day,
} from '../../core/rules/records/body'
import type { Message } from '../../core/values/message'
import type { Measurement, Side } from '../../core/values/documents'
import { shown } from '../../core/rules/loads/units'
import type { ChartSeries, ChartSpec, Tone } from '../../ui/chart/chart'
import { dayShort, dayWords } from '../../ui/text/dates'
import { written } from '../../ui/device/look'

type Which = Side | 'one'
export interface View {
  spec: ChartSpec
  summary: string
  sentences: string[]
  rows: string[][]
  unit: string
}

const DAY_S = 86_400
const GROUPS: readonly { which: Which; name: string; tone: Tone }[] = [
  { which: 'one', name: messages.measured, tone: 'accent' }, { which: 'left', name: messages.left,
    tone: 'steel' },
  { which: 'right', name: messages.right, tone: 'sand' },
]

/** A number with one decimal where it was converted, as typed where not. */
function amountText(value: number, unit: string): string {
  return `${written(Math.round(shown(value) * 10) / 10)}${unit === '%' ? ' %' : ` ${unit}`}`
}

/** The value as it was typed, with its side: "38.5 cm, left". */
export function typedText(row: Measurement): string {
  return `${written(row.value)}${row.unit === '%' ? ' %' : ` ${row.unit}`}${row.side ? `, ${row.side}` : ''}`
}

/** The newest first. */
export function newestFirst<T extends { body: Measurement }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.body.at < b.body.at ? 1 : -1))
}

/** The trend of a weight, or what changed since the first day of another measure. */
function sentenceOf(
  { which, name, days, line }: {
    readonly which: Which
    readonly name: string
    readonly days: readonly Day[]
    readonly line: readonly Day[]
  },
  { kind, unit, today, render }: {
    readonly kind: string
    readonly unit: string
    readonly today: string
    readonly render: (message: Message) => string
  },
): string {
  const whose = which === 'one' ? '' : `${name}: `
  const [first, newest, latest] = [days.at(0), line.at(-1), days.at(-1)]
  if (kind === 'mass') {
    const trend = newest ? `${messages.trendNow({ amount: amountText(newest[1], unit) })} ` : ''
    return whose + trend + render(paceMessage(pace(days, dayNumber(today)), unit))
  }
  if (!first || !latest || days.length < 2) return whose + messages.firstValue
  const change = Math.round((latest[1] - first[1]) * 10) / 10
  const since = { day: dayWords(iso(first[0]), today.slice(0, 4)), days: days.length }
  if (change === 0) return whose + messages.noChangeSince(since)
  const moved = `${change > 0 ? '+' : '−'}${amountText(Math.abs(change), unit)}`
  return whose + messages.changeSince({ change: moved, ...since })
}

/** Chart, trend and table of one measure, in the unit typed last. `rows` newest first, `today` a day. */
export function viewOf(
  rows: readonly Measurement[], today: string, render: (message: Message) => string,
): View {
  const [last] = rows
  const unit = last?.unit ?? ''
  const what = measureOf(last?.what ?? '')
  const groups = GROUPS.flatMap(({ which, name, tone }) => {
    const days = daysOf(rows.filter((row) => (row.side ?? 'one') === which), unit)
    return days.length === 0 ? [] : [{ which, name, tone, days, line: smoothed(days) }]
  })
  const series = groups.map(({ name, tone, days, line }): ChartSeries => ({
    name, tone,
    points: days.map(([day, value]) => ({
      x: day * DAY_S, y: value, faint: true, text: `${dayWords(iso(day))}: ${amountText(value, unit)}`,
    })),
    trend: line.map(([day, level]) => [day * DAY_S, level, level, level]),
  }))
  const sentences = groups.map((group) => sentenceOf(group, { kind: what.kind, unit, today, render }))
  const summary = groups
    .map(
      ({ which, name, days }) =>
        `${which === 'one' ? what.name : `${what.name} ${name.toLowerCase()}`}, ${days.length} ` +
          `${days.length === 1 ? 'day' : 'days'}`,
    )
    .join('; ')
  const levels = new Map<string, number>(
    groups.flatMap(({ which, line }) => line.map(([day, level]) => [`${which}|${day}`, level] as const)),
  )
  const table = rows.map((row) => [
    dayShort(row.at), typedText(row),
    amountText(
      levels.get(`${row.side ?? 'one'}|${dayNumber(row.at)}`) ?? inUnit(row.value, row.unit, unit), unit,
    ),
  ])
  return { spec: { series, unit }, summary: `${summary}.`, sentences, rows: table, unit }
}

function iso(day: number): string {
  return new Date(day * DAY_S * 1000).toISOString().slice(0, 10)
}
