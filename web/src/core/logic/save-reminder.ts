/** When the lifter is reminded that a browser may delete what it stores. */

/** Times are Unix milliseconds; undefined is never. */
export interface Safety {
  isGuest: boolean
  finishedWorkouts: number
  /** The browser's answer when it was asked to keep the data; `told`: the lifter has read a refusal. */
  persistence: 'granted' | 'refused' | 'told' | undefined
  /** When a copy was last saved as a file. */
  copied: number | undefined
  /** When the lifter was last asked to save one. */
  asked: number | undefined
}

/** About once a week [ms]: as long as Safari keeps the data of a site that is not opened. */
const WEEK_MS = 7 * 86_400_000

/** `refused`: the browser does not promise to keep the data. `save`: a guest is asked to save a file. */
export function reminderDue(safety: Safety, now_ms: number): 'refused' | 'save' | null {
  if (safety.finishedWorkouts === 0) return null
  if (safety.persistence === 'refused') return 'refused'
  const last = Math.max(safety.copied ?? 0, safety.asked ?? 0)
  return safety.isGuest && now_ms - last >= WEEK_MS ? 'save' : null
}
