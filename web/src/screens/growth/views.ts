/** What each growth chart shows and the table behind it: pure functions from lines to charts. */

import * as messages from '../../core/generated/messages-growth'
import { repsAtLoad, repBests } from '../../core/rules/history/bests'
import type { LineGrowth } from '../../core/rules/history/growth'
import { weekly } from '../../core/logic/history/growth-summary'
import { counts, type Performed } from '../../core/rules/history/performed'
import type { MassUnit } from '../../core/values/documents'
import { massIn } from '../../core/rules/loads/units'
import type { Lifted } from '../../data/reading/exercise-history'
import type { SnapshotLine, TrendPoint } from '../../data/reading/snapshot'
import { wallTime } from '../../data/store/ids'
import { wordingOf, type Wording } from '../../core/logic/headline'
import { kindOf, measuredOf } from '../../core/rules/history/measures'
import { METRES_OF } from '../../core/generated/tables'
import { knownCapacity } from '../../core/logic/history/capacity'
import { amount, plain, reps, setText } from '../../ui/text/amounts'
import { TONES, type ChartPoint, type ChartSeries, type ChartSpec } from '../../ui/chart/chart'
import { dayShort, dayWords, daysBetween, seconds } from '../../ui/text/dates'
import { headlineWords } from '../../ui/text/headline-words'
import { plural, rirWords, saidOf } from '../../ui/text/words'

/** Rows are written when the table is opened: ten years of sets are thousands. */
export interface Table { caption: string; columns: string[]; readonly rows: string[][] }
export interface View { spec: ChartSpec; table: Table; summary: string }

/** What is on show: the lines chosen, from which day on, and what the snapshot adds. */
export interface Shown {
  lifted: Lifted
  lines: readonly LineGrowth[]
  from: string
  snapshot: Readonly<Record<string, SnapshotLine>>
}

/** A chart shows at least so many days up to today, however few workouts there are. */
const SHORTEST_SPAN_DAYS = 90

export type ViewId = 'ten' | 'most' | 'load' | 'volume'

/** Views that this exercise's sets can fill. */
export function viewsOf(
  lines: readonly LineGrowth[], exercise: Lifted['exercise'] | undefined,
): { id: ViewId; name: string }[] {
  const [line] = lines
  const ten = lines.some((line) => line.points.length > 0)
  const most = { id: 'most' as const, name: exercise?.log.includes('reps') ? messages.viewReps
    : messages.viewBest }
  const first = line && exercise && kindOf(line.sets, exercise.log, exercise.facts) === 'ten'
  return [
    // What the headline counts comes first.
    ...(first ? [] : [most]), ...(ten ? [{ id: 'ten' as const, name: '10RM' }] : []),
    ...(lines.some((line) => line.sets.some((set) => counts(set) && set.loadKg > 0))
      ? [{ id: 'load' as const, name: messages.byWeight }]
      : []),
    { id: 'volume' as const, name: messages.volume },
  ]
}

function nameOf(shown: Shown, line: LineGrowth): string {
  return shown.lifted.names.get(line.key)?.short ?? line.key
}

/** The 10RM-equivalent: best set of each workout, hollow where cut, with the engine's band. */
export function tenView(shown: Shown): View {
  const { unit } = shown.lifted
  const series = coloured(shown.lines).map(([line, tone]): ChartSeries => {
    const trend = trendOf(shown, line)
    const points = line.points
      .filter((point) => point.date >= shown.from)
      .map((point): ChartPoint => {
        return {
          x: seconds(point.date), y: massIn(point.tenKg, unit), hollow: point.cut, faint: point.atLeast,
          // Read when a finger rests on it.
          get text() {
            const sets = point.sets
              .slice(0, 4)
              .map((set) => setText(set.raw, unit))
              .join(', ')
            const verdict = `${point.atLeast ? 'at least ' : ''}${amount(point.tenKg, unit, 'whole')} ` +
              `${unit} for 10 reps`
            return `${dayWords(point.date)}: ${sets}${point.cut ? ', cut depth' : ''}: ${verdict}.`
          },
        }
      })
    return {
      name: nameOf(shown, line), tone, points,
      trend: trend.map(([day, kg, low, high]) => [
        seconds(day), massIn(kg, unit), massIn(low, unit), massIn(high, unit),
      ]),
    }
  })
  const points = series.flatMap((line) => line.points)
  const hollow = points.filter((point) => point.hollow).length
  return {
    spec: { series, unit },
    table: setTable(shown),
    summary: `${unit} for 10 reps, ` +
      `${plural(points.length, 'workout')}${hollow ? `, ${hollow} with cut depth (hollow)` : ''}.`,
  }
}

/**
 * The engine's past of a line up to today's estimate: the chart ends where the headline stands, or with the
 * training after a pause that is too long for it.
 */
function trendOf(shown: Shown, line: LineGrowth): TrendPoint[] {
  const { trend = [], capacity: answer } = shown.snapshot[line.key] ?? {}
  const capacity = knownCapacity(answer)
  const today = wallTime().slice(0, 10)
  const days = shown.lines.flatMap(({ points }) => points.map(({ date }) => date))
  const end = lastDayShown(days.filter((day) => day >= shown.from), today)
  const past = trend.filter(([day]) => day >= shown.from && day < today && day <= end)
  return capacity && end === today ? [...past, [today, capacity.kg, capacity.low, capacity.high]] : past
}

/**
 * Where a chart of these days ends: today, but with the last of them after a pause that is longer than all
 * before it. Years without a point would press the rest into one line; the headline says how long it was.
 */
export function lastDayShown(days: readonly string[], today: string): string {
  const sorted = [...days].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return today
  return daysBetween(last, today) > Math.max(daysBetween(first, last), SHORTEST_SPAN_DAYS) ? last : today
}

/** Measures whose axis is written as a time. */
const TIMED: ReadonlySet<string> = new Set(['duration', 'pace'])
/** Steps of an axis of times [s] that are easy to read. */
const TIME_STEPS_S = [1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]

/** Where there is no load to speak of: most reps, longest or farthest of each workout. */
export function mostView(shown: Shown): View {
  const { exercise: { log, facts }, unit } = shown.lifted
  const [first] = shown.lines
  // Beside a 10RM it is the reps; else what the headline counts.
  const counted = first ? kindOf(first.sets, log, facts) : 'reps'
  const measure = counted === 'ten' ? 'reps' : counted
  const read = (set: Performed) => measuredOf(set, measure)
  const height = (value: number, { distanceUnit = 'm' }: Wording) => {
    if (measure === 'carry') return massIn(value, unit)
    return measure === 'distance' ? value / METRES_OF[distanceUnit] : value
  }
  const series = coloured(shown.lines).map(([line, tone]): ChartSeries => {
    const wording = wordingOf(line, facts)
    const best = bestOfDays(
      line.sets.filter((set) => set.start >= shown.from && set.kind !== 'warm-up'), read,
    )
    const points = best.map(({ set, value }) => ({
      x: seconds(set.start), y: height(value, wording), hollow: set.depthClass === 'cut',
      get text() {
        const { number, after } = headlineWords({ kind: measure, value, ...wording }, unit)
        return `${dayWords(set.start)}: ${number} ${after}.`
      },
    }))
    return { name: nameOf(shown, line), tone, points }
  })
  const words = {
    reps: messages.mostReps, duration: messages.longestSet, distance: messages.farthest,
      pace: messages.fastest,
    carry: messages.heaviestIn({ unit }),
  }[measure]
  const axis = first && wordingOf(first, facts)
  const scale = axis && TIMED.has(measure) ? {
    scale: {
      words: (value: number) => headlineWords({ kind: measure, value, ...axis }, unit).number,
      ...(measure === 'duration' ? { steps: TIME_STEPS_S } : {}),
    },
  } : {}
  const axisUnit = {
    reps: 'reps', carry: unit, distance: axis?.distanceUnit, duration: undefined, pace: undefined,
  }[measure]
  return {
    spec: { series, whole: measure === 'reps', ...(axisUnit ? { unit: axisUnit } : {}), ...scale },
    table: setTable(shown),
    summary: messages.ofEachWorkout({ best: words }),
  }
}

/** Reps at one load, workout by workout: the plainest growth there is. */
export function loadView(shown: Shown, loadKg: number): View {
  const { unit } = shown.lifted
  const series = coloured(shown.lines).map(([line, tone]): ChartSeries => {
    const at = line.sets.filter((set) => counts(set) && set.loadKg === loadKg && set.start >= shown.from)
    const points = bestOfDays(at, (set) => set.reps).map(({ set, value }) => ({
      x: seconds(set.start), y: value, hollow: set.depthClass === 'cut',
      text: `${dayWords(set.start)}: ${reps(value)}${rirWords(set.raw) ? `, ${rirWords(set.raw)}` : ''}.`,
    }))
    return { name: nameOf(shown, line), tone, points }
  })
  const meaning = shown.lifted.exercise.facts.loadMeaning
  const rows = shown.lines.flatMap((line) =>
    repsAtLoad(line.sets, meaning).map((best) => [
      `${amount(best.load_kg, unit)} ${unit}`, plain(best.reps), dayShort(best.start), nameOf(shown, line),
    ]),
  )
  const table = { caption: messages.mostAtWeight, columns: [messages.load, messages.viewReps, messages.day,
    messages.line], rows }
  return {
    spec: { series, whole: true, unit: 'reps' }, table,
    summary: messages.repsAt({ load: amount(loadKg, unit), unit }),
  }
}

/** Hard sets of each week. */
export function volumeView(shown: Shown): View {
  const { unit, weekStart, exercise } = shown.lifted
  const sets = shown.lines.flatMap((line) => line.sets).filter((set) => set.start >= shown.from)
  const weeks = weekly(sets, exercise.facts, weekStart)
  const points = weeks
    .filter((week) => week.sets > 0)
    .map((week) => ({
      x: seconds(week.week), y: week.sets,
      text: messages.weekOf({
        day: dayWords(week.week), sets: week.sets === 1 ? 1 : plain(week.sets),
        load: tonnes(week.loadKg, unit),
      }),
    }))
  const rows = [...weeks]
    .reverse()
    .map((week) => [dayShort(week.week), plain(week.sets), tonnes(week.loadKg, unit)])
  return {
    spec: {
      series: [{ name: messages.hardSets, tone: 'accent', points, columns: true }], whole: true, unit: 'sets',
    },
    table: {
      caption: messages.tableOf({ count: plural(weeks.length, 'week') }), columns: [messages.weekColumn,
        messages.hardSets,
        messages.loadReps],
      rows,
    },
    summary: messages.hardSetsWhy,
  }
}

/** Best load of each rep range: one row a range, one column a line. */
export function rangeRows(shown: Shown): { range: string; cells: (RangeCell | null)[] }[] {
  const { unit, exercise } = shown.lifted
  const bests = shown.lines.map((line) => repBests(line.sets, exercise.facts.loadMeaning))
  const lows = [...new Set(bests.flat().map((best) => best.low))].sort((a, b) => a - b)
  return lows.map((low) => {
    const high = bests.flat().find((best) => best.low === low)?.high ?? null
    const cells = bests.map((own) => {
      const best = own.find((record) => record.low === low)
      if (!best) return null
      return {
        load: best.load_kg, text: loadText(best.load_kg, exercise.facts.loadMeaning, unit),
        reps: plain(best.reps), day: best.start,
      }
    })
    return { range: high === null ? `${low}+` : `${low}–${high}`, cells }
  })
}

/** A load [kg], and as it is wording: "85", "+5", "body", "20 help". */
export interface RangeCell { load: number; text: string; reps: string; day: string }

function loadText(kg: number, meaning: string, unit: MassUnit): string {
  const { sign, after } = saidOf(meaning)
  if (kg === 0 && (sign || after)) return 'body'
  return `${sign}${amount(kg, unit)}${after ? ` ${after}` : ''}`
}

function setTable(shown: Shown): Table {
  const { unit } = shown.lifted
  const many = shown.lines.length > 1
  const count = shown.lines.reduce(
    (sum, line) => sum + line.sets.filter((set) => set.start >= shown.from).length, 0,
  )
  const columns = [messages.day, messages.set, 'RIR', messages.note, ...(many ? [messages.line] : [])]
  return {
    caption: messages.tableOf({ count: messages.allSets({ count }) }),
      columns,
    get rows() {
      return shown.lines
        .flatMap((line) => line.sets.map((set) => ({ set, name: nameOf(shown, line) })))
        .filter(({ set }) => set.start >= shown.from)
        .sort((a, b) =>
          a.set.start < b.set.start ? 1 : a.set.start > b.set.start ? -1 : a.set.position - b.set.position,
        )
        .map(({ set, name }) => [
          dayShort(set.start), setText(set.raw, unit), rirWords(set.raw) || '–',
          set.kind === 'working' ? (set.depthClass === 'cut' ? 'cut depth' : '–') : set.kind,
          ...(many ? [name] : []),
        ])
    },
  }
}

function bestOfDays(
  sets: readonly Performed[], read: (set: Performed) => number | undefined,
): { set: Performed; value: number }[] {
  const best = new Map<string, { set: Performed; value: number }>()
  for (const set of sets) {
    const value = read(set)
    const held = best.get(set.workout)
    if (value !== undefined && value > 0 && (!held || value > held.value))
      best.set(set.workout, { set, value })
  }
  return [...best.values()]
}

/** One colour and shape a line; five at most, the ones used last. */
function coloured(lines: readonly LineGrowth[]) {
  return lines.slice(0, TONES.length).map((line, at) => [line, TONES[at] ?? 'soft'] as const)
}

function tonnes(kg: number, unit: 'kg' | 'lb'): string {
  return `${Math.round(massIn(kg, unit)).toLocaleString('en')} ${unit}`
}
