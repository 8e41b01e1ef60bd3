/**
 * Workouts of the past: when they were, moved, copied. Wall times `YYYY-MM-DDTHH:MM:SS`; ids are arguments.
 */

import * as messages from '../generated/messages-past'
import { inOrder, type Entry, type Workout, type WorkoutSet } from '../values/documents'
import { keyBetween } from '../rules/records/order'
import { lastKey } from './workout'

export interface When { start: string; end: string }

/** Before this year no phone logged anything: an earlier one is a slip of the finger (a guess). */
const FIRST_YEAR = 1950
/** Longer than this and the end belongs to another day [h]; a guess. */
const LONGEST_H = 24

/**
 * Read what was typed for start and end (`2026-11-22T18:05`, seconds may be there), or say in one sentence
 * what is wrong.
 *
 * @param now local wall time
 */
export function readWhen(start: string, end: string, now: string): When | string {
  const [from, to] = [wall(start), wall(end)]
  if (from === null)
    return start.trim() === ''
      ? messages.startMissing
      : messages.startNoDate({ typed: start })
  if (to === null)
    return end.trim() === ''
      ? messages.endMissing
      : messages.endNoDate({ typed: end })
  if (Number(from.slice(0, 4)) < FIRST_YEAR)
    return messages.yearEarly({ year: from.slice(0, 4), first: String(FIRST_YEAR) })
  if (from > now) return messages.startInFuture
  if (to < from)
    return messages.endBeforeStart({ end: to.slice(11, 16), start: from.slice(11, 16) })
  if (seconds(to) - seconds(from) > LONGEST_H * 3600)
    return messages.tooLong({ hours: LONGEST_H })
  return { start: from, end: to }
}

/** The same workout at another time; the times of its sets move along. */
export function movedTo(workout: Workout, when: When): Workout {
  const by = seconds(when.start) - seconds(workout.start)
  const moved = (set: WorkoutSet): WorkoutSet =>
    set.done_at === undefined ? set : { ...set, done_at: plus(set.done_at, by) }
  const entries = workout.entries.map((entry) =>
    by === 0 ? entry : { ...entry, sets: entry.sets.map(moved) },
  )
  return { ...workout, start: when.start, end: when.end, entries }
}

/**
 * A new workout with the same exercises and sets: what was measured on the day (clock, rests, import) stays
 * behind.
 */
export function copyOf(workout: Workout, when: When, newId: () => string): Workout {
  const { source: _, ...rest } = workout
  const entries = workout.entries.map((entry): Entry => ({
    ...entry, id: newId(), sets: entry.sets.map((set) => copied(set, newId())),
  }))
  return { ...rest, start: when.start, end: when.end, entries }
}

/** Whether two workouts can be one: each planned day and each program session keeps a workout of its own. */
export function canJoin(workout: Workout, other: Workout): boolean {
  return !(workout.block && other.block) && !(workout.run && other.run)
}

/**
 * Two workouts of a day as one: exercises in order of time, supersets kept apart, every set as it was. What
 * only one can have (name, gym, planned day, source) is the earlier workout's, else the later one's.
 */
export function joinedWorkouts(workout: Workout, other: Workout): Workout {
  const [first, second] = workout.start <= other.start ? [workout, other] : [other, workout]
  const taken = new Set(first.entries.flatMap(({ group }) => (group === undefined ? [] : [group])))
  const letters = new Map<string, string>()
  let after = lastKey(first.entries)
  const entries = inOrder(second.entries).map((entry): Entry => {
    const moved = { ...entry, order: after }
    after = keyBetween(after, null)
    if (entry.group === undefined) return moved
    const letter = letters.get(entry.group) ?? freeLetter(entry.group, taken)
    letters.set(entry.group, letter)
    taken.add(letter)
    return { ...moved, group: letter }
  })
  const note = [first.note, second.note].filter(Boolean).join('\n')
  const ends = [first.end, second.end].filter((end) => end !== undefined).sort()
  return {
    ...second, ...first, entries: [...first.entries, ...entries], ...(note ? { note } : {}),
    ...(ends.length > 0 ? { end: ends.at(-1) ?? first.start } : {}),
  }
}

function freeLetter(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? wanted
}

/**
 * When a copy begins on another day: the same clock times, or so early that it does not end in the future.
 *
 * @param now local wall time
 */
export function sameTimesOn(workout: Workout, day: string, now?: string): When {
  const start = `${day}${workout.start.slice(10)}`
  const long = workout.end === undefined ? 3600 : Math.max(60, seconds(workout.end) - seconds(workout.start))
  const end = plus(start, long)
  return now !== undefined && end > now ? { start: plus(now, -long), end: now } : { start, end }
}

/** A wall time so many seconds later. */
export function plus(at: string, by: number): string {
  return new Date((seconds(at) + by) * 1000).toISOString().slice(0, 19)
}

function copied(
  { done_at: _done, rest_s: _rest, source: _source, ...set }: WorkoutSet, id: string,
): WorkoutSet {
  return { ...set, id }
}

/** A wall time with seconds, or null where the calendar has no such moment (31 February). */
function wall(text: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?$/.exec(text.trim())
  if (!match) return null
  const whole = `${match[1]}T${match[2]}${match[3] ?? ':00'}`
  const read = Date.parse(`${whole}Z`)
  return Number.isNaN(read) || new Date(read).toISOString().slice(0, 19) !== whole ? null : whole
}

function seconds(at: string): number {
  return Date.parse(`${at}Z`) / 1000
}
