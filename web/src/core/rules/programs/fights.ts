/**
 * Two rules that fight: both may hold at one moment and both change the same thing of one lift. The same
 * as `src/iron/training/programs/checks/fights.py`.
 */
import { readWhen } from './compiling'
import type { Span, When } from './model'
import { isTable, type Problem, type Table } from './shape'
import { rows, text, texts } from './table-values'

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
        `“${text(rule['name'])}” and “${text(earlier['name'])}” can hold at the same time and both change ` +
          `${what} of ` +
        `“${shared[0]}”: let their conditions exclude each other, such as made = true and made = false, or ` +
          'join ' +
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

function bothChange(rule: Table, other: Table): string {
  const [first, second] = [table(rule['then']), table(other['then'])]
  const changed = CHANGES.find(
    ([, keys]) => keys.some((key) => key in first) && keys.some((key) => key in second),
  )
  return changed?.[0] ?? ''
}

function meet(rule: Table, other: Table): boolean {
  if ((rule['at'] ?? 'session') !== (other['at'] ?? 'session')) return false
  const [first, second] = [texts(rule['slots']), texts(other['slots'])]
  if (first.length > 0 && second.length > 0 && !first.some((slot) => second.includes(slot))) return false
  return !exclude(readWhen(table(rule['when'])), readWhen(table(other['when'])))
}

/** Whether the conditions can never hold together, as far as their words say. */
function exclude(first: When, other: When): boolean {
  if (opposite(madeOf(first), madeOf(other)) || opposite(first.topped, other.topped)) return true
  if (disjoint(first.weeks, other.weeks) || disjoint(first.stages, other.stages)) return true
  if (first.question !== null && first.question === other.question && disjoint(first.answers, other.answers))
    return true
  if (apart(first.sum, other.sum) || apart(first.sets, other.sets)) return true
  if (first.set !== other.set) return false
  return (
    apart(first.reps, other.reps) || apart(first.over, other.over) ||
    rirApart(first, other) || rirApart(other, first)
  )
}

function madeOf(when: When): boolean | null {
  if (when.made !== null) return when.made
  if (when.topped === true || when.madeInARow !== null) return true
  return when.failed !== null ? false : null
}

const opposite = (first: boolean | null, other: boolean | null): boolean =>
  first !== null && other !== null && first !== other
const apart = (first: Span | null, other: Span | null): boolean =>
  first !== null && other !== null && (first.high < other.low || other.high < first.low)
const rirApart = (first: When, other: When): boolean =>
  first.rirHigh !== null && other.rirLow !== null && first.rirHigh < other.rirLow
function disjoint<T>(first: readonly T[], other: readonly T[]): boolean {
  return first.length > 0 && other.length > 0 && !first.some((value) => other.includes(value))
}

const table = (value: unknown): Table => (isTable(value) ? value : {})
