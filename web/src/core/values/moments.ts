/**
 * Wall times and the moments that they stand for. All times of a workout are wall time in the zone where it
 * began: so the hour that comes twice in autumn and a flight to another zone never put a set before the one
 * it follows.
 */

/**
 * Milliseconds since 1970 of a wall time. Without an offset [min east of UTC] it is read in the zone of this
 * device.
 */
export function momentOf(wall: string, offset: number | undefined): number {
  return offset === undefined ? new Date(wall).getTime() : Date.parse(`${wall}Z`) - offset * 60_000
}

/**
 * The wall time `YYYY-MM-DDTHH:MM:SS` of a moment in a zone [min east of UTC]; without one, in the zone of
 * this device.
 */
export function wallTimeIn(at: Date, offset: number | undefined): string {
  const minutes = offset ?? -at.getTimezoneOffset()
  return new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 19)
}

/** Seconds from the start of a workout to now, never below 0: a clock may be set back. */
export function elapsedS(workout: { start: string; offset?: number | undefined }, now_ms: number): number {
  const seconds = (now_ms - momentOf(workout.start, workout.offset)) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}

/** A wall time of somebody; `offset` [min east of UTC] where it is known. */
export interface Said { at: string; offset?: number | undefined }

/** Whether something was said after something else: by instants where both offsets are known, else as is. */
export function isAfter(later: Said, earlier: Said): boolean {
  if (later.offset === undefined || earlier.offset === undefined) return later.at > earlier.at
  return momentOf(later.at, later.offset) > momentOf(earlier.at, earlier.offset)
}

/** The day a number of months before another, at most 28 of the month so that it exists. */
export function monthsBefore(day: string, months: number): string {
  const at = new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`))
  at.setUTCDate(Math.min(at.getUTCDate(), 28))
  at.setUTCMonth(at.getUTCMonth() - months)
  return at.toISOString().slice(0, 10)
}
