/** What a plan asks of an exercise, in words: holds, carries and runs count no reps. */

import type { Measure } from '../../core/values/documents'
import { plural } from './words'

interface Asked { sets: number; reps_low: number; reps_high: number }

/** Whether reps are counted; where nothing is known of an exercise they are. */
export function countsReps(log: readonly Measure[]): boolean {
  return log.length === 0 || log.includes('reps')
}

/** "8–12", or "8". */
export function repRange(low: number, high: number): string {
  return low === high ? String(low) : `${low}–${high}`
}

/** "3 × 8–12"; "3 sets" of a hold. */
export function setsAsked(asked: Asked, log: readonly Measure[]): string {
  if (!countsReps(log)) return plural(asked.sets, 'set')
  return `${asked.sets} × ${repRange(asked.reps_low, asked.reps_high)}`
}
