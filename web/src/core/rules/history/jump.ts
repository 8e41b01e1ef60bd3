/**
 * How far a number moved where a line ended and another began. Twin of `tests/spec/phone_rules/jump.py`;
 * cases: `spec/training.json`.
 */

import { DAY_SD } from '../../generated/tables'

export interface Jump {
  /** Change of the mean, as a share of the mean before. */
  readonly share: number
  /** Ends of the 80 % interval. */
  readonly low: number
  readonly high: number
  /** Sessions compared on each side. */
  readonly sessions: number
}

const COMPARED = 3
const STUDENT: Readonly<Record<number, number>> = { 2: 1.8856180831641267, 3: 1.5332062740589438 }

/**
 * The last sessions before a change against the first from it on, oldest first; null with fewer than two a
 * side.
 */
export function jump(before: readonly number[], after: readonly number[]): Jump | null {
  const n = Math.min(before.length, after.length, COMPARED)
  const student = STUDENT[n]
  if (student === undefined) return null
  const [old, fresh] = [before.slice(-n), after.slice(0, n)]
  const [base, mean] = [total(old) / n, total(fresh) / n]
  if (base <= 0) return null
  const squares =
    total(old.map((value) => (value - base) * (value - base))) +
    total(fresh.map((value) => (value - mean) * (value - mean)))
  const half = student * Math.max(Math.sqrt(squares / (2 * n - 2)) / base, DAY_SD) * Math.sqrt(2 / n)
  const share = mean / base - 1
  return { share, low: share - half, high: share + half, sessions: n }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
