/**
 * Growth of one exercise from its performed sets: lines, points, where lines begin, weeks. What Python's
 * snapshot adds (capacity with its interval, trend) is laid over these by the screen.
 */
import { depthOf } from './depth'
import { jump, type Jump } from './jump'
import { inTime, keyOf } from './lines'
import { counts, type Facts, type Performed } from './performed'
import { atOnce, PIECE, type Pieces } from '../../values/pieces'

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
function measures(set: Performed): boolean {
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
  const measured: Point[] = []
  const classify = depthOf(group, reference)
  for (let from = 0; from < group.length;) {
    let to = Math.min(from + PIECE, group.length)
    // A point is of one workout: pieces end with one.
    while (to < group.length && group[to]?.workout === group[to - 1]?.workout) to += 1
    const piece = group.slice(from, to).map(classify)
    classed.push(...piece)
    measured.push(...points(piece, facts))
    from = to
    yield
  }
  return {
    key, sets: classed, points: measured, first: classed[0]?.start ?? '', last: classed.at(-1)?.start ?? '',
  }
}

/**
 * One point a workout for full depth and one for cut depth: the mean of the sets whose effort was recorded,
 * because the best of three is high by luck; without any, the best as a lower bound.
 */
function points(classed: readonly Performed[], facts: Facts): Point[] {
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
    const all = group.map((lifted) => lifted.tenKg)
    const best = facts.loadMeaning === 'assistance' ? Math.min(...all) : Math.max(...all)
    const total = known.reduce((sum, lifted) => sum + lifted.tenKg, 0)
  const tenKg = known.length > 0 ? total / known.length : best
    const { start, depthClass } = first.set
    return [{
      sets: group.map(({ set }) => set), start, date: start.slice(0, 10), tenKg, atLeast: known.length === 0,
      cut: depthClass === 'cut',
    }]
  })
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
  const change = jump(old.map((point) => point.tenKg), fresh.map((point) => point.tenKg))
  if (!change) return null
  const compared = [...old.slice(-change.sessions), ...fresh.slice(0, change.sessions)]
  return { ...change, bounds: compared.some((point) => point.atLeast) }
}
