/** What the growth screen says beside points: where lines begin, weeks, common loads. */
import { before } from '../../rules/history/lines'
import type { LineGrowth } from '../../rules/history/growth'
import { counts, type Facts, type Performed } from '../../rules/history/performed'
import { setCount, volumeLoadKg, weekOf, type WeekStart } from '../../rules/history/volume'
import { shown } from '../../rules/loads/units'

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

/** Every first appearance of a line after another, oldest first; warm-ups begin nothing. */
export function beginnings(lines: readonly LineGrowth[]): Beginning[] {
  const perLine = lines.flatMap(({ key, sets }) => {
    const first = sets.find((set) => set.kind !== 'warm-up')
    if (!first) return []
    const earlier = lines.flatMap((line) => {
      const set = lastBefore(line.sets, first)
      return set ? [{ key: line.key, set }] : []
    })
    const newest = earlier.sort((a, b) => before(a.set, b.set)).at(-1)
    return newest ? [{ first, beginning: { date: first.start.slice(0, 10), key, before: newest.key } }] : []
  })
  return perLine.sort((a, b) => before(a.first, b.first)).map(({ beginning }) => beginning)
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

/** Hard sets and counted load of each week, with the empty weeks between. */
export function weekly(sets: readonly Performed[], facts: Facts, weekStart: WeekStart = 'monday'): Week[] {
  const groups = new Map<string, Performed[]>()
  for (const set of sets) {
    const week = weekOf(set.start.slice(0, 10), weekStart)
    const group = groups.get(week)
    if (group) group.push(set)
    else groups.set(week, [set])
  }
  const perWeek = [...groups.keys()].sort()
  const [first, last] = [perWeek[0], perWeek.at(-1)]
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
