/**
 * Dates of the sessions of a program on weekdays: planned, missed and moved, from the session done last. The
 * same as `src/iron/training/programs/days.py`.
 */
import { addDays } from '../../values/numbers'
import type { Fold } from './fold'
import { nextPlace, type Place } from './model'

const WEEK = 7
const LATE = 3 // up to so many days after its weekday a session is late, beyond it is early: a choice

/** A session that is still to be done, and the date that its weekday gives it. */
export interface Dated {
  readonly place: Place
  readonly on: string
}

/**
 * The next session and those after it, up to the first that is planned for today or later; missed ones come
 * first. Empty for a program without weekdays, and at its end.
 *
 * A session keeps its weekday: the next one is planned for the first of its weekdays after the one done last.
 * That one stands on its own weekday, even when it was done up to three days late or early, so a session that
 * was moved does not move the others.
 */
export function datedSessions(fold: Fold, start: string, today: string): Dated[] {
  const { program } = fold
  const dated: Dated[] = []
  if (!program.weekdays) return dated
  let before = stoodOn(fold)
  let { place } = fold
  while (place && dated.length <= program.order.length) {
    const weekday = program.days[place.day]?.weekday ?? 0
    const on = nextOn(before === null ? start : addDays(before, 1), weekday)
    dated.push({ place, on })
    if (on >= today) break
    before = on
    place = nextPlace(program, place)
  }
  return dated
}

/** The date on which the session done last was planned: its weekday nearest to the day it was done. */
function stoodOn({ program, last, lastOn }: Fold): string | null {
  if (!last || lastOn === '') return null
  const weekday = program.days[last.day]?.weekday ?? null
  if (weekday === null) return lastOn
  const late = (weekdayOf(lastOn) - weekday + WEEK) % WEEK
  return addDays(lastOn, -(late <= LATE ? late : late - WEEK))
}

const nextOn = (day: string, weekday: number): string =>
  addDays(day, (weekday - weekdayOf(day) + WEEK) % WEEK)

/** 0 is Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}
