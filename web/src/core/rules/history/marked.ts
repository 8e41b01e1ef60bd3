/**
 * Marked days: illness, travel, pain, an easy week or a planned change of position. Trends, stalls and advice
 * leave their sets out and say so. The twin of `iron.training.history.marked`; cases:
 * `spec/prescription.json`.
 */

import type { Message } from '../../values/message'
import { daysBetween } from '../../values/numbers'

export type Cause = 'illness' | 'travel' | 'pain' | 'deload' | 'rotation' | 'other'
/** By first day. */
export type Marked = Readonly<Record<string, { readonly to: string; readonly cause: Cause }>>

/** So long after marked days it is said that they are left out. */
const NOTED_DAYS = 42

/** A function that says why a date counts for nothing, null where it counts. */
export function causeOn(marked: Marked): (day: string) => Cause | null {
  const spans = Object.entries(marked).sort(([a], [b]) => (a < b ? -1 : 1))
  return (day) => spans.find(([start, { to }]) => start <= day && day <= to)?.[1].cause ?? null
}

/** The message that says which days of late are left out; null without any. */
export function noteOn(marked: Marked, on: string): Message | null {
  const recent = Object.entries(marked)
    .filter(([start, { to }]) => daysBetween(to, on) <= NOTED_DAYS && start <= on)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const [from, days] = recent.at(-1) ?? []
  if (from === undefined || !days) return null
  const { to, cause } = days
  return {
    code: `note-marked-${cause}`,
    values: { from: { type: 'date', value: from }, to: { type: 'date', value: to } },
  }
}
