/**
 * The one number of a line, with the series that it ends. Headline, list, change and chart read it from here,
 * so that they agree: the change is the headline less the first value of the series.
 */

import type { LineOut } from '../generated/wire'
import type { LineGrowth } from '../rules/history/growth'
import type { Facts, Performed } from '../rules/history/performed'
import { lengthM } from '../rules/loads/units'
import type { DistanceUnit } from '../values/documents'
import { knownCapacity } from './history/capacity'

/**
 * ten: load for 10 reps [kg]; reps: most reps of a workout; duration: longest hold [s]; distance: farthest
 * [m]; pace: fastest [m/s]; carry: heaviest load carried [kg].
 */
export type HeadlineKind = 'ten' | 'reps' | 'duration' | 'distance' | 'pace' | 'carry'
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

/** Workouts looked at to tell whether a lift is trained with the body alone. */
const RECENT = 8

/**
 * The headline of a line, or null where nothing can be said. `from`: the first day of the series
 * (`YYYY-MM-DD`).
 */
export function headlineOf(
  line: LineGrowth, log: readonly string[], facts: Pick<Facts, 'loadMeaning' | 'bodyShare'>, today: string,
  estimated?: Estimated, from = '',
): Headline | null {
  const kind = kindOf(line, log, facts)
  const wording = wordingOf(line, facts)
  if (kind !== 'ten') return made(kind, bestOfDays(line.sets, kind), from, false, wording)
  const { trend = [] } = estimated ?? {}
  const capacity = knownCapacity(estimated?.capacity)
  if (capacity) {
    const past = trend.flatMap(([day, kg]): SeriesPoint[] => (day < today ? [[day, kg]] : []))
    const { low, high, kg } = capacity
    const result = made(kind, [...past, [today, kg]], from, false, wording)
    return result && { ...result, low, high }
  }
  const points = line.points.filter((point) => !point.cut)
  return made(
    kind, points.map(({ date, tenKg }): SeriesPoint => [date, tenKg]), from, points.at(-1)?.atLeast ?? false,
    wording,
  )
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

/** Lifts that are done with the body alone, now, count reps; lifts without a load count what they log. */
export function kindOf(
  line: LineGrowth, log: readonly string[], facts: Pick<Facts, 'loadMeaning' | 'bodyShare'>,
): HeadlineKind {
  if (!log.includes('reps')) {
    const has = (kind: HeadlineKind) => line.sets.some((set) => measuredOf(set, kind) !== undefined)
    if (log.includes('load') && log.includes('distance') && has('carry')) return 'carry'
    if (log.includes('distance') && has('pace')) return 'pace'
    return log.includes('duration') ? 'duration' : 'distance'
  }
  const isHanging = facts.loadMeaning === 'added' || facts.loadMeaning === 'assistance'
  if (isHanging || facts.bodyShare > 0 || !log.includes('load')) {
    const days = new Set(line.sets.map((set) => set.workout))
    const recent = new Set([...days].slice(-RECENT))
    if (line.sets.every((set) => set.kind === 'warm-up' || !recent.has(set.workout) || set.loadKg === 0))
      return 'reps'
  }
  // Reps with a load say nothing without the load, also where the 10RM is not known.
  const isLoaded = line.sets.some((set) => set.kind !== 'warm-up' && set.loadKg > 0)
  return isLoaded || line.points.some((point) => !point.cut) ? 'ten' : 'reps'
}

/** Below so many metres a pace says nothing: a sprint, a sled. A guess. */
const PACE_FROM_M = 500

/** What a set is worth in a kind of headline other than the 10RM; undefined where it says nothing. */
export function measuredOf({ raw, reps, loadKg }: Performed, kind: HeadlineKind): number | undefined {
  const { distance, duration_s } = raw
  const metres = distance && lengthM(distance.value, distance.unit)
  if (kind === 'reps') return reps
  if (kind === 'duration') return duration_s
  if (kind === 'carry') return metres && loadKg > 0 ? loadKg : undefined
  if (kind === 'distance') return metres
  return metres && duration_s && metres >= PACE_FROM_M ? metres / duration_s : undefined
}

/** The best value of each day at full depth, oldest first. */
function bestOfDays(sets: readonly Performed[], kind: HeadlineKind): SeriesPoint[] {
  const best = new Map<string, number>()
  for (const set of sets) {
    if (set.kind === 'warm-up' || set.depthClass === 'cut') continue
    const value = measuredOf(set, kind)
    if (value === undefined || value <= 0) continue
    const day = set.start.slice(0, 10)
    best.set(day, Math.max(best.get(day) ?? 0, value))
  }
  return [...best]
}
