/** Workouts that were never finished: the lifter went home and forgot the last tap. */

import { inOrder, type Workout } from '../../values/documents'
import { momentOf, wallTimeIn } from '../../values/moments'

/** So long after the last set (or the start) a workout no longer runs, but was left open [ms]: a choice. */
const LEFT_AFTER_MS = 3 * 60 * 60 * 1000

/** When the newest set was done; undefined where no set says. */
function lastSetAt(workout: Workout): string | undefined {
  return inOrder(workout.entries)
    .flatMap((entry) => entry.sets.map((set) => set.done_at ?? ''))
    .filter((at) => at !== '')
    .sort()
    .at(-1)
}

/** Until when an open workout runs if nothing more happens in it [Unix time, ms]. */
export function runsUntil(workout: Workout): number {
  const lastSign = [lastSetAt(workout) ?? '', workout.start].sort().at(-1) ?? workout.start
  return momentOf(lastSign, workout.offset) + LEFT_AFTER_MS
}

/** Whether nothing has happened in an open workout for hours. */
export function isLeftOpen(workout: Workout, nowMs: number): boolean {
  return nowMs > runsUntil(workout)
}

/** Whether a workout holds nothing that the lifter wrote: no set and no note. */
export function isBlank({ note, entries }: Workout): boolean {
  return !note && entries.every((entry) => entry.sets.length === 0 && !entry.note)
}

/**
 * When a workout that is finished now ended: now; or at its last set, when the lifter forgot to finish. In
 * the zone where it began, and never before the start or the last set: clocks are set back, too.
 */
export function endOf(workout: Workout, now: Date): string {
  const last = lastSetAt(workout)
  const end = last !== undefined && isLeftOpen(workout, now.getTime())
    ? last
    : wallTimeIn(now, workout.offset)
  return [end, last ?? '', workout.start].sort().at(-1) ?? workout.start
}
