/**
 * The one number of a line, with the series that it ends. Headline, list, change and chart read it from here,
 * so that they agree: the change is the headline less the first value of the series.
 */

import type { LineOut } from '../generated/wire'
import type { LineGrowth } from '../rules/history/growth'
import { bestOfDays, kindOf, type Kind } from '../rules/history/measures'
import { counts, type Facts } from '../rules/history/performed'
import type { DistanceUnit } from '../values/documents'
import { knownCapacity } from './history/capacity'

export type HeadlineKind = Kind
export type SeriesPoint = readonly [day: string, value: number]

/** What the server adds to a line: today's estimate and its past [kg]. */
export type Estimated = Partial<Pick<LineOut, 'capacity' | 'trend'>>

export interface Headline {
  readonly kind: HeadlineKind
  readonly value: number
  /** Only where the server estimated it. */
  readonly low?: number
  readonly high?: number
  /** How the load counts: kilos added to the body and kilos of help are said as such. */
  readonly meaning: string
  /** The unit of the newest distance. */
  readonly distanceUnit?: DistanceUnit
  /** The day that the value stands for. */
  readonly day: string
  /** The effort was not recorded: at least this. */
  readonly atLeast: boolean
  /** Oldest first; the last value is the headline. */
  readonly series: readonly SeriesPoint[]
  /** Value less the first of the series; null with one day only. */
  readonly change: number | null
}

/** The growth of one workout is counted over so many days before it. */
const SPAN_DAYS = 28

/**
 * The headline of a line, or null where nothing can be said. `from`: the first day of the series
 * (`YYYY-MM-DD`).
 */
export function headlineOf(
  line: LineGrowth, log: readonly string[], facts: Pick<Facts, 'loadMeaning' | 'bodyShare'>, today: string,
  estimated?: Estimated, from = '',
): Headline | null {
  const kind = kindOf(line.sets, log, facts)
  const wording = wordingOf(line, facts)
  if (kind !== 'ten') return made(kind, bestOfDays(line.sets, kind), from, false, wording)
  const full = line.points.filter((point) => !point.cut)
  const dots = full.map(({ date, tenKg }): SeriesPoint => [date, tenKg])
  const capacity = knownCapacity(estimated?.capacity)
  if (capacity) {
    // The server's past of the estimate; what each workout said where none came yet.
    const trend = estimated?.trend?.map(([day, kg]): SeriesPoint => [day, kg]) ?? []
    const past = (trend.length > 0 ? trend : dots).filter(([day]) => day < today)
    const { low, high, kg } = capacity
    const result = made(kind, [...past, [today, kg]], from, false, wording)
    if (!result) return null
    // An estimate less a set that says “at least” is no change: the set may have had more in it.
    const first = full.find(({ date }) => date === result.series[0]?.[0])
    const isBound = trend.length === 0 && first?.atLeast === true
    // Nor is one after a single workout.
    return { ...result, low, high, ...(isBound || full.length < 2 ? { change: null } : {}) }
  }
  const result = made(kind, dots, from, full.at(-1)?.atLeast ?? false, wording)
  return result && (isGuess(result, full) ? { ...result, change: null } : result)
}

/** Whether a change stands on a set that says “at least” and may have had all of the change in it. */
function isGuess({ series, change }: Headline, points: LineGrowth['points']): boolean {
  const before = points.find(({ date }) => date === series[0]?.[0])?.atLeast ?? false
  const now = points.at(-1)?.atLeast ?? false
  return before === now ? false : before || (change ?? 0) < 0
}

/** Why a line has no number. */
export type Silence = 'body_mass' | 'load' | 'sets'

/** What is missing where `headlineOf` says nothing; null without a line. */
export function silenceOf(
  line: LineGrowth | undefined, facts: Pick<Facts, 'loadMeaning' | 'bodyShare'>,
): Silence | null {
  if (!line) return null
  const working = line.sets.filter((set) => counts(set) && set.kind === 'working')
  if (working.length === 0 || working.some((set) => set.movedKg !== null)) return 'sets'
  return facts.bodyShare > 0 && facts.loadMeaning !== 'band' ? 'body_mass' : 'load'
}

/**
 * The first day of the past that list and page show at first: `yearAgo`, or everything (empty) where fewer
 * than two workouts came since.
 */
export function pastShown(lines: readonly LineGrowth[], yearAgo: string): string {
  const isLate = lines.some(
    ({ sets }) => new Set(sets.filter(({ start }) => start >= yearAgo).map(({ start }) => start)).size > 1,
  )
  return isLate ? yearAgo : ''
}

/**
 * The headline as it was right after the workout that began at `start`, with the change over the four weeks
 * before it, or since the time before where those weeks are empty. Null where that workout says nothing
 * about the number: its sets were cut, or carry no reps.
 */
export function headlineAfter(
  line: LineGrowth, log: readonly string[], facts: Pick<Facts, 'loadMeaning' | 'bodyShare'>, start: string,
): Headline | null {
  const until = {
    ...line, points: line.points.filter((point) => point.start <= start),
    sets: line.sets.filter((set) => set.start <= start),
  }
  const day = start.slice(0, 10)
  const whole = headlineOf(until, log, facts, day)
  if (whole?.day !== day) return null
  const since = new Date(Date.parse(day) - SPAN_DAYS * 86_400_000).toISOString().slice(0, 10)
  const earlier = whole.series.filter(([at]) => at < day)
  const from = earlier.find(([at]) => at >= since) ?? earlier.at(-1)
  return headlineOf(until, log, facts, day, undefined, from?.[0] ?? day)
}

export type Wording = Pick<Headline, 'meaning' | 'distanceUnit'>

/** How the numbers of a line are said. */
export function wordingOf(
  line: LineGrowth, { loadMeaning, bodyShare }: Pick<Facts, 'loadMeaning' | 'bodyShare'>,
): Wording {
  const unit = line.sets.findLast((set) => set.raw.distance)?.raw.distance?.unit
  const meaning = loadMeaning === 'none' && bodyShare > 0 ? 'added' : loadMeaning
  return { meaning, ...(unit ? { distanceUnit: unit } : {}) }
}

function made(
  kind: HeadlineKind, all: readonly SeriesPoint[], from: string, atLeast: boolean, wording: Wording,
): Headline | null {
  const last = all.at(-1)
  if (!last) return null
  const within = all.filter(([day]) => day >= from)
  const series = within.length > 0 ? within : [last]
  const first = series[0] ?? last
  return {
    kind, ...wording, value: last[1], day: last[0], atLeast, series,
    change: first[0] === last[0] ? null : last[1] - first[1],
  }
}
