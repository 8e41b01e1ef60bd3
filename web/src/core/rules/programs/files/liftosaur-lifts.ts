/**
 * Loads and progressions of Liftosaur as lifts and rules. The same as
 * `src/iron/exchange/programs/liftosaur_lifts.py`.
 */
import { split, type Left, type Mass, type Occurrence, type SetLine, type SetRow } from './liftosaur-lines'

export type Amount = Record<string, number>
interface Row {
  readonly exercise: string
  readonly lift?: Record<string, unknown>
  readonly rules: Record<string, unknown>[]
  readonly setOf: (set: SetLine) => SetRow
}
interface Progress {
  readonly word: string
  readonly parts: readonly string[]
  readonly line: number
}

const EDGE = 1e-9
const KG_PER_LB = 0.45359237

/** The lift of an exercise with its rules, and how its sets are written. */
export function liftOf(
  own: readonly Occurrence[],
  progress: { text: string; line: number } | null,
  exercise: string,
  others: readonly Row[],
  left: Left[],
): Row {
  const first = own[0]?.line
  const sets = own.flatMap((occurrence) => [...occurrence.sets.values()].flat())
  const name = first ? (first.label ? `${first.label}: ${first.name}` : first.name) : exercise
  const leave = (
    line: number, what: string, why: string
  ) => left.push({ line, what: `${name}: ${what}`, why })
  const moves = readProgress(progress, leave)
  const range = moves?.word === 'dp' ? rangeOf(moves) : null
  const masses = sets.flatMap(({ mass }) => (mass ? [mass] : []))
  const percents = [...new Set(sets.flatMap(({ percent }) => (percent === undefined ? [] : [percent])))]
  if (masses.length > 0 && percents.length > 0)
    leave(first?.line ?? 1, 'percentages', 'The exercise has loads and percentages: the loads are taken.')
  const id = freeId(name, others)
  const warm = first?.hasNoWarmUp ? { warm_up: 'none' } : {}
  const label = first?.label ? { name: name.slice(0, 80) } : {}
  const base = masses[0]
  if (base) {
    const lift = { id, ...label, exercise, keeps: 'load', start: { [base.unit]: base.value }, ...warm }
    const setOf = (set: SetLine) => setRow(set, range, offset(set, base))
    return { exercise, lift, rules: rulesOf(id, name, moves, 100), setOf }
  }
  if (percents.length === 1 && moves) {
    const lift = { id, ...label, exercise, keeps: 'load', ask: '1rm', take: percents[0], ...warm }
    return { exercise, lift, rules: rulesOf(id, name, moves, 100), setOf: (set) => setRow(set, range, {}) }
  }
  if (percents.length > 0) {
    const top = Math.max(...percents)
    if (moves)
      leave(
        moves.line, moves.word, `Iron moves the 1RM, so that the sets at ${top} % move by the step written.`
      )
    const lift = { id, ...label, exercise, keeps: '1rm', ...warm }
    const setOf = (set: SetLine) => setRow(set, range, set.percent ? { percent: set.percent } : {})
    return { exercise, lift, rules: rulesOf(id, name, moves, top), setOf }
  }
  if (!moves) return { exercise, rules: [], setOf: (set) => setRow(set, range, {}) }
  const lift = { id, ...label, exercise, keeps: 'load', ...warm }
  return { exercise, lift, rules: rulesOf(id, name, moves, 100), setOf: (set) => setRow(set, range, {}) }
}

/** How far the load of a set is from the lift's number. */
function offset({ mass }: SetLine, base: Mass): SetRow {
  if (!mass) return {}
  const factor = mass.unit === base.unit ? 1 : base.unit === 'kg' ? KG_PER_LB : 1 / KG_PER_LB
  const inUnit = mass.value * factor
  const far = Math.round((inUnit - base.value) * 100) / 100
  return Math.abs(far) < EDGE ? {} : { plus: { [base.unit]: far } }
}

function setRow(set: SetLine, range: readonly [number, number] | null, load: SetRow): SetRow {
  const [low, high] = range ?? [set.low, set.high]
  const reps = low === high ? low : [low, high]
  const isTimed = set.seconds !== undefined
  return {
    ...(set.count === 1 ? {} : { count: set.count }),
    ...(isTimed ? { seconds: set.seconds } : { reps }),
    ...(set.amrap || set.isOpenTimer ? { amrap: true } : {}),
    ...load,
    ...(set.rpe === undefined ? {} : { rpe: set.rpe }),
    ...(set.rest === undefined ? {} : { rest: set.rest }),
  }
}

/** The word and arguments of a progression; null where it is a script or none. */
function readProgress(
  progress: { text: string; line: number } | null,
  leave: (line: number, what: string, why: string) => void,
): Progress | null {
  if (!progress) return null
  const [, word = '', inner = ''] = /^(\w+)\s*\(([^)]*)\)/.exec(progress.text) ?? []
  const parts = split(inner, ',').filter((part) => part !== '')
  if (word === 'lp' || word === 'dp' || word === 'sum') return { word, parts, line: progress.line }
  leave(progress.line, 'progress', 'Scripts are not taken over: write rules for it in the builder.')
  return null
}

const rangeOf = ({ parts }: Progress): readonly [number, number] | null => {
  const [low, high] = [Number(parts[1]), Number(parts[2])]
  return low >= 1 && high >= low ? [low, high] : null
}

/** The change of a number by `5lb`, `2.5kg` or `5%`; `share` is the percent of it that the sets lift. */
function change(text: string | undefined, share: number, sign: 1 | -1): Record<string, unknown> | null {
  const [, value = '', unit = ''] = /^(\d+(?:\.\d+)?)(kg|lb|%)$/.exec(text ?? '') ?? []
  const number = Number(value)
  if (!(number > 0)) return null
  if (unit === '%') return sign > 0 ? { add_percent: number } : { deload: number }
  return { add: { [unit]: sign * (Math.round((number * 10_000) / share) / 100) } }
}

/** Rules of `lp`, `dp` and `sum` (Liftosaur's documentation, “Progressive overload”). */
function rulesOf(id: string, name: string, moves: Progress | null, share: number): Record<string, unknown>[] {
  if (!moves) return []
  const { word, parts } = moves
  const rule = (what: string, when: Record<string, unknown>, then: Record<string, unknown> | null) =>
    then ? [{ name: `${name}: ${what}`.slice(0, 200), lifts: [id], when, then }] : []
  if (word === 'dp') return rule('top of the range', { topped: true }, change(parts[0], share, 1))
  if (word === 'sum')
    return rule('sum of reps', { sum_at_least: Number(parts[0]) || 1 }, change(parts[1], share, 1))
  const [tries, misses] = [Number(parts[1] ?? 1) || 1, Number(parts[4] ?? 1) || 1]
  return [
    ...rule('made', tries === 1 ? { made: true } : { made_in_a_row: tries }, change(parts[0], share, 1)),
    ...rule('missed', { failed: misses }, change(parts[3], share, -1)),
  ]
}

function freeId(name: string, others: readonly Row[]): string {
  const plain = name.toLowerCase().normalize('NFKD')
  const bare = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 56)
  const taken = others.map(({ lift }) => lift?.['id'])
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? bare || 'lift' : `${bare}-${number}`
    if (!taken.includes(id)) return id
  }
}
