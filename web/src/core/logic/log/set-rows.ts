/** The sets of an exercise as rows: done, next and planned, each beside the same set of last time. */

import {
  inOrder, kindOf, sideOf, type Entry, type SetKind, type Side, type WorkoutSet,
} from '../../values/documents'
import { setLabels } from '../workout'

export interface SetRow {
  /** The set's id, or a key of its own for a set to come. */
  key: string
  label: string
  state: 'done' | 'next' | 'planned'
  /** The set that was done. */
  set?: WorkoutSet
  /** The same set of last time: same kind, same side, same number. */
  last?: WorkoutSet
  /** Which working set it is, counted from 0; undefined for warm-up, drop and rest-pause sets. */
  at?: number
}

export interface Coming {
  kind: NonNullable<WorkoutSet['kind']>
  side: Side
  /** Working sets planned in all, per side; undefined where nobody knows. */
  planned: number | undefined
  /** All sets that a program asks for, and which of them is next, from 0. */
  asked?: { readonly kinds: readonly SetKind[]; readonly at: number }
}

const MARKS = { 'warm-up': 'W', drop: 'D', 'rest-pause': 'R', working: '' } as const

/**
 * Rows of an entry, in the order they are done.
 *
 * @param last the sets of last time on the line of the next set, in order
 * @param coming the next set; null where none is offered
 * @param isComparable whether a set that was done lies on the line that `last` is of
 */
export function setRows(
  entry: Entry, last: readonly WorkoutSet[], coming: Coming | null,
  isComparable: (set: WorkoutSet) => boolean = () => true,
): SetRow[] {
  const sets = inOrder(entry.sets)
  const labels = setLabels(sets)
  const counts = new Map<string, number>()
  const place = (kind: string, side: Side) => {
    const group = `${kind}|${side}`
    const at = counts.get(group) ?? 0
    counts.set(group, at + 1)
    return at
  }
  const then = (kind: string, side: Side, at: number) =>
    last.filter((set) => kindOf(set) === kind && sideOf(set) === side)[at]
  const rows = sets.map((set): SetRow => {
    const [kind, side] = [kindOf(set), sideOf(set)]
    const at = place(kind, side)
    const before = isComparable(set) ? then(kind, side, at) : undefined
    return {
      key: set.id, label: labels.get(set.id) ?? '', state: 'done', set,
      ...(before ? { last: before } : {}), ...(kind === 'working' ? { at } : {}),
    }
  })
  if (!coming) return rows
  if (coming.asked) return [...rows, ...rowsAsked(coming, coming.asked, then, counts)]
  const { kind, side, planned } = coming
  const first = counts.get(`working|${side}`) ?? 0
  const row = (at: number, state: 'next' | 'planned'): SetRow => {
    const before = then('working', side, at)
    return {
      key: `${state}-${at}`, label: `${at + 1}${side === 'left' ? 'L' : side === 'right' ? 'R' : ''}`, state,
      at, ...(before ? { last: before } : {}),
    }
  }
  if (kind !== 'working') {
    const before = then(kind, side, counts.get(`${kind}|${side}`) ?? 0)
    rows.push({ key: 'next', label: MARKS[kind], state: 'next', ...(before ? { last: before } : {}) })
  } else if (planned === undefined || first < planned) rows.push(row(first, 'next'))
  const ahead = kind === 'working' ? first + 1 : first
  for (let at = ahead; at < (planned ?? 0); at++) rows.push(row(at, 'planned'))
  return rows
}

/** Rows of the sets that a program still asks for; a set of the lifter's own comes before. */
function rowsAsked(
  { kind, side }: Coming, { kinds, at: done }: NonNullable<Coming['asked']>,
  then: (kind: string, side: Side, at: number) => WorkoutSet | undefined,
  counts: ReadonlyMap<string, number>,
): SetRow[] {
  const next = new Map(counts)
  const place = (of: SetKind): number => {
    const at = next.get(`${of}|${side}`) ?? 0
    next.set(`${of}|${side}`, at + 1)
    return at
  }
  const isOwn = kind !== kinds[done]
  const last = (of: SetKind, at: number) => {
    const set = then(of, side, at)
    return set ? { last: set } : {}
  }
  const rows: SetRow[] = isOwn
    ? [{ key: 'next', label: MARKS[kind], state: 'next', ...last(kind, counts.get(`${kind}|${side}`) ?? 0) }]
    : []
  for (let at = done; at < kinds.length; at += 1) {
    const of = kinds[at] ?? 'working'
    const [state, number] = [at === done && !isOwn ? ('next' as const) : ('planned' as const), place(of)]
    const mark = side === 'left' ? 'L' : side === 'right' ? 'R' : ''
    const label = of === 'working' ? `${number + 1}${mark}` : MARKS[of]
    rows.push({ key: `${state}-${at}`, label, state, at, ...last(of, number) })
  }
  return rows
}
