/**
 * Growth of one exercise from its performed sets: lines, points, where lines begin, weeks. What Python's
 * snapshot adds (capacity with its interval, trend) is laid over these by the screen.
 */
import { depthOf } from './depth'
import { jump, type Jump } from './jump'
import { before, inTime, keyOf } from './lines'
import { counts, type Facts, type Performed } from './performed'
import { atOnce, PIECE, type Pieces } from '../../values/pieces'
import { shown } from '../loads/units'
import { setCount, volumeLoadKg, weekOf, type WeekStart } from './volume'

/** One workout on a line, full depth and cut depth apart. */
export interface Point {
  /** The sets that the point stands for. */
  readonly sets: readonly Performed[]
  readonly start: string
  readonly date: string
  /** 10RM-equivalent as the lifter counts loads [kg]. */
  readonly tenKg: number
  /** Effort was not recorded: he could have done at least this. */
  readonly atLeast: boolean
  /** Cut depth: hollow, no record. */
  readonly cut: boolean
}

export interface LineGrowth {
  readonly key: string
  /** Every set of the line with its depth class, oldest first. */
  readonly sets: readonly Performed[]
  readonly points: readonly Point[]
  readonly first: string
  readonly last: string
}

/** Where a line begins that was not there before, and the line trained just before it. */
export interface Beginning {
  readonly date: string
  readonly key: string
  readonly before: string
}

export interface Week {
  readonly week: string
  readonly sets: number
  readonly loadKg: number
}

/**
 * What a set says about the load for ten reps, as the lifter counts it [kg]:
 * 10RM = load × (K + n − 1)/(K + 9) on the moved mass, n = reps + reps in reserve
 * (docs/evidence.md#load-reps-curve). Null when the moved mass is not known.
 */
export function tenRmKg(set: Performed, facts: Facts): number | null {
  if (set.movedKg === null || set.reps === undefined) return null
  const reps = set.reps + (set.rir ?? 0)
  const moved = (set.movedKg * (facts.curveK + reps - 1)) / (facts.curveK + 9)
  const counted = set.loadKg * facts.implements
  // Assistance is taken off the body: what moves is the body less the help.
  if (facts.loadMeaning === 'assistance') return (set.movedKg + counted - moved) / facts.implements
  return (moved - (set.movedKg - counted)) / facts.implements
}

/** Whether the effort of a set was recorded, so that it measures and does not only bound from below. */
export function measures(set: Performed): boolean {
  return set.rir !== undefined && set.rir <= 4
}

/**
 * The lines of one exercise, the one used last first. `references`: the lifter's own reference depths by
 * line.
 */
export function growthLines(
  sets: readonly Performed[], facts: Facts, references: Readonly<Record<string, number>> = {},
): LineGrowth[] {
  return atOnce(growing(inTime(sets), facts, references))
}

/** The same from sets that stand in time, a piece at a time. */
export function* growing(
  ordered: readonly Performed[], facts: Facts, references: Readonly<Record<string, number>> = {},
): Pieces<LineGrowth[]> {
  const groups = new Map<string, Performed[]>()
  for (const [at, set] of ordered.entries()) {
    const key = keyOf(set, facts.splitting)
    const group = groups.get(key)
    if (group) group.push(set)
    else groups.set(key, [set])
    if (at % PIECE === PIECE - 1) yield
  }
  const lines: LineGrowth[] = []
  for (const [key, group] of groups) {
    // Warm-ups alone are no line: many are logged without a setup.
    if (group.some((set) => set.kind !== 'warm-up'))
      lines.push(yield* grown(key, group, facts, references[key] ?? null))
  }
  return lines.sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.key < b.key ? -1 : 1))
}

function* grown(
  key: string, group: readonly Performed[], facts: Facts, reference: number | null,
): Pieces<LineGrowth> {
  const classed: Performed[] = []
  const found: Point[] = []
  const classify = depthOf(group, reference)
  for (let from = 0; from < group.length;) {
    let to = Math.min(from + PIECE, group.length)
    // A point is of one workout: pieces end with one.
    while (to < group.length && group[to]?.workout === group[to - 1]?.workout) to += 1
    const piece = group.slice(from, to).map(classify)
    classed.push(...piece)
    found.push(...points(piece, facts))
    from = to
    yield
  }
  return {
    key, sets: classed, points: found, first: classed[0]?.start ?? '', last: classed.at(-1)?.start ?? '',
  }
}

/**
 * One point a workout for full depth and one for cut depth: the mean of the sets whose effort was recorded,
 * because the best of three is high by luck; without any, the best as a lower bound.
 */
export function points(classed: readonly Performed[], facts: Facts): Point[] {
  const groups = new Map<string, { set: Performed; tenKg: number }[]>()
  for (const set of classed) {
    const tenKg = counts(set) && set.kind === 'working' ? tenRmKg(set, facts) : null
    if (tenKg === null || !Number.isFinite(tenKg)) continue
    const place = `${set.workout}|${set.depthClass}`
    const group = groups.get(place)
    if (group) group.push({ set, tenKg })
    else groups.set(place, [{ set, tenKg }])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const known = group.filter(({ set }) => measures(set))
    const all = group.map((one) => one.tenKg)
    const best = facts.loadMeaning === 'assistance' ? Math.min(...all) : Math.max(...all)
    const tenKg = known.length > 0 ? known.reduce((sum, one) => sum + one.tenKg, 0) / known.length : best
    const { start, depthClass } = first.set
    return [{
      sets: group.map(({ set }) => set), start, date: start.slice(0, 10), tenKg, atLeast: known.length === 0,
      cut: depthClass === 'cut',
    }]
  })
}

/** Every first appearance of a line after another, oldest first; warm-ups begin nothing. */
export function beginnings(lines: readonly LineGrowth[]): Beginning[] {
  const found = lines.flatMap(({ key, sets }) => {
    const first = sets.find((set) => set.kind !== 'warm-up')
    if (!first) return []
    const earlier = lines.flatMap((line) => {
      const set = lastBefore(line.sets, first)
      return set ? [{ key: line.key, set }] : []
    })
    const newest = earlier.sort((a, b) => before(a.set, b.set)).at(-1)
    return newest ? [{ first, beginning: { date: first.start.slice(0, 10), key, before: newest.key } }] : []
  })
  return found.sort((a, b) => before(a.first, b.first)).map(({ beginning }) => beginning)
}

/** The newest set of a line, warm-ups left out, that came before another set. */
function lastBefore(sets: readonly Performed[], other: Performed): Performed | undefined {
  let [low, high] = [0, sets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const set = sets[middle]
    if (set && before(set, other) < 0) low = middle + 1
    else high = middle
  }
  for (let at = low - 1; at >= 0; at--) if (sets[at]?.kind !== 'warm-up') return sets[at]
  return undefined
}

/**
 * By how much the first points of a line differ from the last ones of another, full depth only; `bounds`
 * where an effort was not recorded.
 */
export function step(
  before: LineGrowth, after: LineGrowth, date: string,
): (Jump & { readonly bounds: boolean }) | null {
  const old = before.points.filter((point) => !point.cut && point.date < date)
  const fresh = after.points.filter((point) => !point.cut && point.date >= date)
  const found = jump(old.map((point) => point.tenKg), fresh.map((point) => point.tenKg))
  if (!found) return null
  const compared = [...old.slice(-found.sessions), ...fresh.slice(0, found.sessions)]
  return { ...found, bounds: compared.some((point) => point.atLeast) }
}

/** Hard sets and counted load of each week, with the empty weeks between. */
export function weekly(sets: readonly Performed[], facts: Facts, weekStart: WeekStart = 'monday'): Week[] {
  const groups = new Map<string, Performed[]>()
  for (const set of sets) {
    const week = weekOf(set.start.slice(0, 10), weekStart)
    const group = groups.get(week)
    if (group) group.push(set)
    else groups.set(week, [set])
  }
  const found = [...groups.keys()].sort()
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return []
  const weeks: Week[] = []
  for (let week = first; week <= last; week = nextWeek(week)) {
    const group = groups.get(week) ?? []
    const count = group.reduce((sum, set) => sum + setCount(set), 0)
    weeks.push({ week, sets: count, loadKg: volumeLoadKg(group, () => facts) })
  }
  return weeks
}

function nextWeek(week: string): string {
  return new Date(Date.parse(`${week}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10)
}

/** Loads that were used in the most workouts, the commonest first; loads are as counted [kg]. */
export function commonLoads(sets: readonly Performed[]): { loadKg: number; workouts: number }[] {
  const seen = new Map<number, Set<string>>()
  for (const set of sets) {
    if (!counts(set)) continue
    const load = shown(set.loadKg)
    const held = seen.get(load)
    if (held) held.add(set.workout)
    else seen.set(load, new Set([set.workout]))
  }
  return [...seen]
    .map(([loadKg, workouts]) => ({ loadKg, workouts: workouts.size }))
    .sort((a, b) => b.workouts - a.workouts || b.loadKg - a.loadKg)
}
