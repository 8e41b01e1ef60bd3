/** A sentence as a code with typed values; `content/messages` has the words. */

import type { MassUnit } from './documents'

/** A load in the lifter's unit; `on` says on what it is counted, such as a bar or the body. */
export interface TypedLoad {
  readonly type: 'load'
  readonly value: number
  readonly unit: MassUnit
  readonly on: string
}
/** What to do where no repetition counts: hold, carry, run; seconds, and a distance in its unit. */
export interface TypedAim {
  readonly type: 'aim'
  readonly load: TypedLoad | null
  readonly duration: { readonly low: number; readonly high: number } | null
  readonly distance: { readonly low: number; readonly high: number; readonly unit: string } | null
}
/** What tells a line from another one; null where they are alike. */
export interface TypedLine {
  readonly type: 'line'
  readonly machine: 'this' | 'other' | 'none' | null
  readonly side: string | null
  /** Ids of variables and values; `unknown` where not recorded. */
  readonly setup: readonly (readonly [variable: string, value: string])[]
}
/** A value of a message, see `iron.knowledge.messages`. */
export type TypedValue =
  | number | string | null
  | TypedLoad
  | TypedAim
  | TypedLine
  | { readonly type: 'reps'; readonly low: number; readonly high: number }
  | { readonly type: 'duration'; readonly low: number; readonly high: number }
  | { readonly type: 'change'; readonly value: number }
  | { readonly type: 'chance'; readonly value: number }
  | { readonly type: 'date'; readonly value: string }
  /** Other messages within the sentence, one at least. */
  | { readonly type: 'messages'; readonly of: readonly Message[] }

export interface Message { readonly code: string; readonly values: Readonly<Record<string, TypedValue>> }
