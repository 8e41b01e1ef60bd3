/**
 * The state of the log screen, the events that change it, and the effects that follow. `reducer.ts` joins
 * them.
 */

import type { Draft, Touched } from '../../../core/logic/draft'
import type { Rack } from '../../../core/rules/loads/plates'
import type { Entry, Load, MassUnit, Target, Workout, WorkoutSet } from '../../../core/values/documents'
import type { WarmUpStep } from './next-set'

export interface Rest { end: number; total_s: number; paused_s?: number }
/** A set whose write failed: shown with a way to try again. */
export interface Stuck { entry: string; set: WorkoutSet }

/** What the lifter chose for the coming sets of one entry. */
export interface Choice {
  /** For the coming working set. */
  readonly touched: Touched
  /** For a warm-up, drop or rest-pause set that comes before it; null without one. */
  readonly detour: Touched | null
}
export type Choices = Readonly<Record<string, Choice>>

export interface LogState {
  /** The entry in hand; null = the one with the newest set. */
  readonly entryId: string | null
  /** By entry: a look at another exercise loses nothing. */
  readonly choices: Choices
  /** A tap's write is under way. */
  readonly writing: boolean
  readonly stuck: readonly Stuck[]
  /** When the last tap counted, on the clock of the events [ms]. */
  readonly tapped: number | null
  /** Shortly after a tap: the button takes no second one. */
  readonly settling: boolean
  readonly undo: { readonly id: number; readonly action: Undo } | null
  readonly undos: number
}

/** What the screen shows at the moment of an event. `Advised` is passed on unread. */
export interface View<Advised = unknown> {
  readonly id: string | undefined
  /** As it is stored, without what a merge adds on reading. */
  readonly workout: Workout | undefined
  readonly entries: readonly Entry[]
  readonly entry: Entry | undefined
  /** Sets of the exercise's newest earlier entry. */
  readonly before: readonly WorkoutSet[]
  /** The next set before the lifter or the advice changes it, and after. */
  readonly proposed: Draft | undefined
  readonly draft: Draft | undefined
  readonly target: Target | undefined
  readonly advised: Advised | null
  readonly ramps: readonly WarmUpStep[]
  readonly rack: Rack | null
  readonly unit: MassUnit
  readonly rest: Rest | null
  readonly restSeconds: number
}

/** What was so before a tap. */
export interface Before {
  readonly entryId: string
  readonly choice: Choice
  readonly rest: Rest | null
}

/** What an undo needs. */
export type Undo =
  | {
      readonly type: 'logged'
      readonly workout: string
      readonly entry: string
      readonly sets: readonly string[]
      readonly before: Before
    }
  | {
      readonly type: 'removed'
      readonly workout: string
      readonly entry: string
      readonly set: WorkoutSet
      readonly before: Before | null
    }
  | {
      readonly type: 'changed'
      readonly workout: string
      readonly entry: string
      readonly old: WorkoutSet
      readonly made: WorkoutSet
    }
  | { readonly type: 'swapped'; readonly workout: string; readonly old: Entry; readonly made: string }

/** One transaction each. */
export type Write =
  | {
      readonly type: 'put'
      readonly workout: string
      readonly entry: string
      readonly sets: readonly WorkoutSet[]
    }
  | {
      readonly type: 'remove'
      readonly workout: string
      readonly entry: string
      readonly sets: readonly string[]
    }
  | {
      readonly type: 'swap'; readonly workout: string; readonly entry: string; readonly exercise: string
      readonly slot: string | undefined
    }
  | { readonly type: 'swap-back'; readonly workout: string; readonly old: Entry; readonly made: string }
  | { readonly type: 'bar'; readonly workout: string; readonly entry: string; readonly bar: Load }

/** Why something is written, and what is needed once it is. */
export type Reason =
  | {
      readonly type: 'log'
      readonly into: Entry
      readonly sets: readonly WorkoutSet[]
      readonly before: Before
      readonly next: Next
    }
  | { readonly type: 'change'; readonly entry: string; readonly old: WorkoutSet; readonly made: WorkoutSet }
  | {
      readonly type: 'remove'
      readonly entry: string
      readonly set: WorkoutSet
      readonly logged: Before | null
    }
  | { readonly type: 'retry'; readonly entry: string; readonly set: WorkoutSet }
  | { readonly type: 'swap'; readonly old: Entry; readonly name: string }
  | { readonly type: 'undo'; readonly action: Undo }
  | { readonly type: 'bar' }

/** What follows a logged set. */
export interface Next {
  readonly rest: number | 'none' | 'unchanged'
  /** The next warm-up step. */
  readonly climb?: Touched
  readonly select?: string
  /** Advice that the set answered, as the view held it. */
  readonly advised?: unknown
  /** Several sets of the quick line: they stay in its field when the disk refuses them. */
  readonly many: boolean
}

export type LogEvent =
  /**
   * `at` [ms] on any clock that only goes forward; ids and the wall time are given, for this file makes none.
   */
  | { readonly type: 'log'; readonly at: number; readonly id: string; readonly time: string }
  | {
      readonly type: 'log-many'
      readonly at: number
      readonly ids: readonly string[]
      readonly time: string
      readonly wishes: readonly Touched[]
    }
  /** The dock's button for the next exercise stands where the one that logs stood. */
  | { readonly type: 'next'; readonly at: number; readonly entry: string }
  | { readonly type: 'select'; readonly entry: string }
  | { readonly type: 'touch'; readonly change: Touched }
  | { readonly type: 'untouch' }
  | { readonly type: 'follow'; readonly kind: 'drop' | 'rest-pause' }
  | {
      readonly type: 'change'
      readonly entry: Entry
      readonly before: WorkoutSet
      readonly after: WorkoutSet
    }
  | { readonly type: 'remove'; readonly entry: Entry; readonly set: WorkoutSet }
  | { readonly type: 'retry'; readonly entry: Entry; readonly set: WorkoutSet }
  /** `slot`: the program knows this exercise as an alternative. */
  | {
      readonly type: 'swap'; readonly exercise: string; readonly name: string
      readonly slot?: string | undefined
    }
  | { readonly type: 'undo'; readonly id: number }
  /** Another bar in hand: the load stays, other plates go on. */
  | { readonly type: 'bar'; readonly bar: Load }
  /** The time asked for by `settle` is over; `at` is that of the tap. */
  | { readonly type: 'settled'; readonly at: number }
  /** What a killed browser had been told for the coming set. */
  | { readonly type: 'restored'; readonly entry: string; readonly choices: Choices }
  | {
      readonly type: 'written'
      readonly write: Write
      readonly reason: Reason
      readonly ok: boolean
      readonly made?: string
    }

export type Effect =
  | { readonly type: 'write'; readonly write: Write; readonly reason: Reason }
  | { readonly type: 'settle'; readonly at: number; readonly ms: number }
  | { readonly type: 'remember'; readonly entry: string; readonly choices: Choices }
  | { readonly type: 'rest'; readonly seconds: number }
  | { readonly type: 'end-rest' }
  | { readonly type: 'restore-rest'; readonly rest: Rest | null }
  | { readonly type: 'buzz' }
  /** `isBrief`: what it undoes has its own Undo on the screen. */
  | { readonly type: 'message'; readonly text: string; readonly undo: number; readonly isBrief: boolean }
  | { readonly type: 'keep-advice'; readonly advised: unknown; readonly set: WorkoutSet }
  | { readonly type: 'forget-advice'; readonly set: string }
  /** The set exists only on the screen, or does so no longer: a saved copy includes it. */
  | { readonly type: 'unwritten'; readonly workout: string; readonly entry: string; readonly set: WorkoutSet }
  | { readonly type: 'is-written'; readonly set: string }

export interface Step { readonly state: LogState; readonly effects: readonly Effect[] }
