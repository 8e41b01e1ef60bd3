/**
 * Sessions that were easy by choice: an unmarked deload is neither a stall nor a success, and steers nothing.
 * The twin of `iron.training.prescription.easy_weeks`.
 */

import {
  EASY_DAYS, EASY_WEEK, FAR_LIGHT, LIGHT, LIGHT_DAYS, LIGHT_MOST,
} from '../../generated/tables'
import { daysBetween, median } from '../../values/numbers'
import type { Work } from './shape'
import { implied } from './shape'

/** The sessions without easy ones, oldest first, and how many of those stood at the end. */
export function withoutEasy(works: readonly Work[], k: number): [counted: Work[], light: number] {
  const [counted, longest] = withoutPast(works, k)
  const light = countAtEnd(counted, k, longest)
  return [light > 0 ? counted.slice(0, -light) : counted, light]
}

/** Without the easy sessions that the lifter came back from at once, and the longest row of them. */
function withoutPast(works: readonly Work[], k: number): [counted: Work[], longest: number] {
  const counted: Work[] = []
  let longest = 0
  for (let at = 0; at < works.length;) {
    const row = rowFrom(counted, works.slice(at, at + EASY_WEEK + 1), k)
    longest = Math.max(longest, row)
    if (row === 0) counted.push(...works.slice(at, at + 1))
    at += Math.max(1, row)
  }
  return [counted, longest]
}

/** How many sessions from here on are easy ones with the old load right after them; 0 for none. */
function rowFrom(before: readonly Work[], works: readonly Work[], k: number): number {
  const hard = before.at(-1)
  if (!hard || !isYardstick(before, k)) return 0
  const level = usualOf(before, k)
  for (let row = 1; row <= EASY_WEEK; row += 1) {
    const [easy, back] = [works[row - 1], works[row]]
    if (!easy || !back || !isEasy(easy, hard, level, k)) return 0
    if (back.shape.movedKg >= hard.shape.movedKg * (1 - LIGHT / 2))
      return daysBetween(hard.session.day, back.session.day) <= LIGHT_DAYS ? row : 0
  }
  return 0
}

/** How many sessions at the end were easy by choice: lighter, not longer, after a hard one that succeeded. */
function countAtEnd(works: readonly Work[], k: number, longest: number): number {
  for (let count = 1; count <= EASY_WEEK; count += 1) {
    const [before, after] = [works.slice(0, -count), works.slice(-count)]
    const [hard, newest] = [before.at(-1), after.at(-1)]
    if (!hard || !newest) return 0
    if (daysBetween(hard.session.day, newest.session.day) > LIGHT_DAYS) return 0
    if (count > Math.max(LIGHT_MOST, longest) && !isShortWeek(before, after)) continue
    const level = usualOf(before, k)
    if (isYardstick(before, k) && after.every((work) => isEasy(work, hard, level, k))) return count
  }
  return 0
}

function isShortWeek(before: readonly Work[], after: readonly Work[]): boolean {
  const usual = median(before.slice(-3).map((work) => work.shape.tops.length))
  const [first, last] = [after[0], after.at(-1)]
  if (!first || !last || daysBetween(first.session.day, last.session.day) > EASY_DAYS) return false
  return after.every((work) => work.shape.tops.length < usual)
}

/** Whether the last of them was a hard session that succeeded. */
function isYardstick(before: readonly Work[], k: number): boolean {
  const last = before.at(-1)
  return last !== undefined && levelOf(last, k) > usualOf(before, k) - LIGHT / 2 && !wasMissed(last, before)
}

function usualOf(before: readonly Work[], k: number): number {
  return median(before.slice(-3).map((work) => levelOf(work, k)))
}

function isEasy(work: Work, hard: Work, level: number, k: number): boolean {
  const struggled = work.shape.tops.some((lift) => lift.failed || (lift.rir !== null && lift.rir <= 1))
  const below = level - levelOf(work, k)
  return (
    below > LIGHT &&
    work.shape.movedKg < hard.shape.movedKg * (1 - LIGHT / 2) &&
    (below > FAR_LIGHT || work.shape.weakest >= hard.shape.weakest - 2) &&
    !struggled
  )
}

function levelOf(work: Work, k: number): number {
  return Math.max(...work.shape.tops.map((lift) => implied(lift, k)))
}

function wasMissed(work: Work, before: readonly Work[]): boolean {
  const earlier = before.slice(-4, -1).filter((each) => each.shape.loadKg <= work.shape.loadKg)
  return earlier.length > 0 && work.shape.weakest < median(earlier.map((each) => each.shape.weakest)) - 1
}
