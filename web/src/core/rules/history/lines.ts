/**
 * Lines: which sets may be compared, and what changed when a new line begins. The twin of
 * `src/iron/training/history/lines.py`; the form of a key is set in docs/documents.md:
 * `leg-press-45|-|both|foot_height=low|stance=unknown`. Cases: `spec/lines.json`.
 */
import {
  COST_MACHINE, COST_SIDE, COST_UNKNOWN, COST_UNKNOWN_MACHINE, COST_VALUE, NO_MACHINE, UNKNOWN,
} from '../../generated/tables'
import { sideOf, type Entry, type Setup, type SetupValue, type WorkoutSet } from '../../values/documents'
import type { Message, TypedLine } from '../../values/message'
import { inTimeOrder } from '../../values/in-time'
import type { Performed } from './performed'

/** A key taken apart. */
export interface Line {
  readonly exercise: string
  /** The machine's id, or `-` when it is not known. */
  readonly machine: string
  readonly side: string
  /** Splitting variables in the order of the exercise; `unknown` where not recorded. */
  readonly setup: readonly (readonly [variable: string, value: string])[]
}

/** Where "last time" comes from when a line is new. */
export interface Nearest {
  readonly key: string
  /** Says that the line is new and which line stands in. */
  readonly message: Message
}

/** The key of a line. `splitting`: ids of the exercise's splitting variables, in the order of its file. */
export function lineKey(
  exercise: string, machine: string | null, side: string, setup: Setup, splitting: readonly string[],
): string {
  const values = splitting.map((variable) => `${variable}=${written(setup[variable])}`)
  return [exercise, machine || NO_MACHINE, side, ...values].join('|')
}

/** The key of the line that a set of an entry lies on. */
export function lineOf(entry: Entry, set: WorkoutSet, splitting: readonly string[]): string {
  return lineKey(entry.exercise, entry.machine?.id ?? null, sideOf(set), set.setup ?? {}, splitting)
}

export function keyOf(set: Performed, splitting: readonly string[]): string {
  return lineKey(set.exercise, set.machine, set.side, set.setup, splitting)
}

/** Take a key apart; the inverse of `lineKey`. */
export function parseKey(key: string): Line {
  const [exercise = '', machine = NO_MACHINE, side = 'both', ...pairs] = key.split('|')
  const setup = pairs.map((pair) => {
    const at = pair.indexOf('=')
    return at < 0 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const)
  })
  return { exercise, machine, side, setup }
}

/** Sets by the instant of their workout, then id, entry and position, whatever order they came in. */
export function inTime(sets: Iterable<Performed>): Performed[] {
  const ordered = [...sets].sort(before)
  const zones = new Set(ordered.flatMap((set) => (set.offset === undefined ? [] : [set.offset])))
  if (zones.size < 2) return ordered
  const workouts = [...new Map([...ordered].reverse().map((set) => [set.workout, set])).values()]
  const sorted = inTimeOrder(
    workouts,
    (set) => set,
    (set) => set.workout,
  )
  const rank = new Map(sorted.map((set, n) => [set.workout, n]))
  return ordered.sort((a, b) => (rank.get(a.workout) ?? 0) - (rank.get(b.workout) ?? 0) || before(a, b))
}

/** Negative where a set came before another. */
export function before(a: Performed, b: Performed): number {
  return (
    compare(a.start, b.start) || compare(a.workout, b.workout) || a.entry - b.entry || a.position - b.position
  )
}

/** The sets of one exercise by line, oldest first; lines in the order of their first set. */
export function byLine(sets: Iterable<Performed>, splitting: readonly string[]): Map<string, Performed[]> {
  const groups = new Map<string, Performed[]>()
  for (const set of inTime(sets)) {
    const key = keyOf(set, splitting)
    const group = groups.get(key)
    if (group) group.push(set)
    else groups.set(key, [set])
  }
  return groups
}

/**
 * The line that stands in for a line without history: of the same exercise, the unknown one first, among
 * equals the one used last. `lastUsed`: start of the last workout on each line with history.
 */
export function nearestLine(key: string, lastUsed: Readonly<Record<string, string>>): Nearest | null {
  const wanted = parseKey(key)
  const others = Object.keys(lastUsed).filter(
    (other) => other !== key && parseKey(other).exercise === wanted.exercise,
  )
  const [best] = others.sort(
    (a, b) =>
      distance(wanted, parseKey(a)) - distance(wanted, parseKey(b)) ||
      compare(lastUsed[b] ?? '', lastUsed[a] ?? '') ||
      compare(a, b),
  )
  if (best === undefined) return null
  const there = parseKey(best)
  const values = { now: differing(wanted, there, 'this'), before: differing(there, wanted, 'other') }
  return { key: best, message: { code: 'line-new', values } }
}

function distance(wanted: Line, other: Line): number {
  let cost = wanted.side === other.side ? 0 : COST_SIDE
  if (wanted.machine !== other.machine)
    cost += other.machine === NO_MACHINE ? COST_UNKNOWN_MACHINE : COST_MACHINE
  const values = new Map(other.setup)
  for (const [variable, value] of wanted.setup) {
    const theirs = values.get(variable) ?? UNKNOWN
    if (theirs !== value) cost += theirs === UNKNOWN ? COST_UNKNOWN : COST_VALUE
  }
  return cost
}

/** Only what differs between two lines. */
function differing(line: Line, against: Line, machine: 'this' | 'other'): TypedLine {
  const theirs = new Map(against.setup)
  return {
    type: 'line',
    machine: line.machine === against.machine ? null : line.machine === NO_MACHINE ? 'none' : machine,
    side: line.side === against.side ? null : line.side,
    setup: line.setup.filter(([variable, value]) => (theirs.get(variable) ?? UNKNOWN) !== value),
  }
}

function written(value: SetupValue | undefined): string {
  return value === undefined || value === '' ? UNKNOWN : String(value)
}

/** Code-point order of texts that are ASCII here (ids, times, keys). */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
