/**
 * Two rules that fight: both may hold at one moment and both change the same thing of one lift. The same
 * as `src/iron/training/programs/checks/fights.py`.
 */
import { readWhen } from './compiling'
import type { Span, When } from './model'
import { isTable, type Problem, type Table } from './shape'

const CHANGES: readonly (readonly [string, readonly string[]])[] = [
  ['the number', ['add', 'add_percent', 'deload', 'per_rep', 'table', 'set_max', 'stage_load']],
  ['the stage', ['stage']],
  ['the sets', ['sets', 'sets_reset']],
  ['the rung', ['rung']],
]

/** A problem for each rule that fights an earlier one. */
export function fights(body: Table): Problem[] {
  const rules = rows(body['rules'])
  const every = rows(body['lifts']).map((row) => text(row['id']))
  return rules.flatMap((rule, at) => {
    for (const earlier of rules.slice(0, at)) {
      const other = liftsOf(earlier, every)
      const shared = liftsOf(rule, every)
        .filter((lift) => other.includes(lift))
        .sort()
      const what = bothChange(rule, earlier)
      if (shared.length === 0 || what === '' || !meet(rule, earlier)) continue
      const sentence =
        `“${text(rule['name'])}” and “${text(earlier['name'])}” can hold at the same time and both change ${what} of ` +
        `“${shared[0]}”: let their conditions exclude each other, such as made = true and made = false, or join ` +
        'them in one rule with a table.'
      return [{ where: `rules[${at}].when`, sentence }]
    }
    return []
  })
}

function liftsOf(rule: Table, every: readonly string[]): readonly string[] {
  const named = texts(rule['lifts'])
  return named.length === 1 && named[0] === 'all' ? every : named
}

function bothChange(one: Table, other: Table): string {
  const [first, second] = [table(one['then']), table(other['then'])]
  const changed = CHANGES.find(
    ([, keys]) => keys.some((key) => key in first) && keys.some((key) => key in second),
  )
  return changed?.[0] ?? ''
}

function meet(one: Table, other: Table): boolean {
  if ((one['at'] ?? 'session') !== (other['at'] ?? 'session')) return false
  const [first, second] = [texts(one['slots']), texts(other['slots'])]
  if (first.length > 0 && second.length > 0 && !first.some((slot) => second.includes(slot))) return false
  return !exclude(readWhen(table(one['when'])), readWhen(table(other['when'])))
}

/** Whether the conditions can never hold together, as far as their words say. */
function exclude(one: When, other: When): boolean {
  if (opposite(madeOf(one), madeOf(other)) || opposite(one.topped, other.topped)) return true
  if (disjoint(one.weeks, other.weeks) || disjoint(one.stages, other.stages)) return true
  if (one.question !== null && one.question === other.question && disjoint(one.answers, other.answers))
    return true
  if (apart(one.sum, other.sum) || apart(one.sets, other.sets)) return true
  if (one.set !== other.set) return false
  return (
    apart(one.reps, other.reps) || apart(one.over, other.over) || rirApart(one, other) || rirApart(other, one)
  )
}

function madeOf(when: When): boolean | null {
  if (when.made !== null) return when.made
  if (when.topped === true || when.madeInARow !== null) return true
  return when.failed !== null ? false : null
}

const opposite = (one: boolean | null, other: boolean | null): boolean =>
  one !== null && other !== null && one !== other
const apart = (one: Span | null, other: Span | null): boolean =>
  one !== null && other !== null && (one.high < other.low || other.high < one.low)
const rirApart = (one: When, other: When): boolean =>
  one.rirHigh !== null && other.rirLow !== null && one.rirHigh < other.rirLow
function disjoint<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value))
}

const table = (value: unknown): Table => (isTable(value) ? value : {})
const rows = (value: unknown): Table[] => (Array.isArray(value) ? (value as Table[]) : [])
const texts = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
