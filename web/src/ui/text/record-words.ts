/** A record of a line in words: its numbers, and what made it one. */

import * as messages from '../../core/generated/messages-records'
import type { LineRecord } from '../../core/rules/history/set-records'
import { METRES_OF } from '../../core/generated/tables'
import type { MassUnit } from '../../core/values/documents'
import { amount as massWords, plain, reps } from './amounts'
import { clock } from './words'

type Said = Pick<LineRecord, 'kind' | 'load_kg' | 'reps' | 'duration_s' | 'distance_m' | 'distance_unit'>

/** The load, empty without one, and the reps, the time or the distance. */
export interface RecordNumbers { load: string; amount: string }

export function recordNumbers(record: Said, unit: MassUnit): RecordNumbers {
  const load = record.load_kg > 0 ? massWords(record.load_kg, unit) : ''
  if (record.reps !== null) return { load, amount: load ? plain(record.reps) : reps(record.reps) }
  const inUnit = record.distance_unit ?? 'm'
  const distance = record.distance_m ? `${plain(record.distance_m / METRES_OF[inUnit])} ${inUnit}` : ''
  const time = record.duration_s ? clock(record.duration_s) : ''
  return { load, amount: [distance, time].filter(Boolean).join(' in ') }
}

/** What the set did that none before it had done. */
export function recordReason({ kind, load_kg, reps: count, distance_m }: Said): string {
  if (kind === 'load')
    return count !== null ? messages.heaviestInRange : distance_m ? messages.heaviestCarry
      : messages.heaviestHold
  if (kind === 'reps') return messages.mostReps
  if (kind === 'pace') return messages.fastest
  const most = kind === 'duration' ? 'longest' : 'farthest'
  return load_kg > 0 ? `${most} at this weight or more` : `${most} so far`
}
