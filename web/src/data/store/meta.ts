/** Small facts about this phone's database: how far it pulled, who is a demo, when rest ends. */

import type { Touched } from '../../core/logic/draft'
import type { BoardOut, GroupOut, ShareReceived } from '../../core/generated/sharing'
import type { IntervalPlan } from '../../core/logic/log/intervals'
import type { ChangeLog } from './change-log'
import { db, ownDb } from './db'

/** By entry: the numbers of the working set, and those of a warm-up or drop set before it. */
export type KeptChoices = Readonly<Record<string, { touched: Touched; detour: Touched | null }>>

/** A workout of which `values` values lost a merge since this phone had it. */
export interface LostNotice { workout: string; values: number }

/** A share of another lifter's journal that this phone may read; `secret` where it came by a link. */
export interface Lent {
  id: string
  owner: string
  what: ShareReceived['what']
  state: ShareReceived['state']
  ends_at: string | null
  secret?: string
}

/** What was written for another lifter and could not be sent before sharing ended; `text` of a program. */
export interface Unsent { id: string; owner: string; words: string; text?: Record<string, unknown> }

/** Keys in use and their types. */
export interface MetaValues {
  /** The per-lifter sequence up to which changes were pulled. */
  seq: number
  /** The server's history that `seq` counts in. */
  epoch: string
  /** The newest revision that the server told of: it must never be without it. */
  seen: { seq: number; made_by: string }
  /**
   * The server went back in time: when everything here went into the outbox again (Unix time [ms]), and how
   * much that was.
   */
  began_again: { at: number; documents: number }
  /** This browser's name in the history. */
  device: string
  /** The demo lifter's documents. */
  demo: [string, string][]
  /** End of the running rest. */
  rest: { end: number; total_s: number; paused_s?: number }
  /** The running interval timer: since when, and how long it was paused at. */
  intervals: { plan: IntervalPlan; began: number; paused_s?: number }
  /** The running stopwatch of a timed set. */
  watch: { entry: string; began: number }
  /** The entry in hand, and what the lifter chose for the coming sets of each entry. */
  draft: { entry: string; choices?: KeptChoices }
  /** What the guest logged goes to this account. */
  adopting: boolean
  /**
   * Whether the database got all rows of the one that an earlier Iron named after the user
   * (former-journal.ts).
   */
  moved: 'begun' | 'whole'
  /** The three cards of the first run were seen. */
  toured: boolean
  /** When a copy of the journal was last saved as a file, Unix time [ms]. */
  copied: number
  /** When the lifter was last asked to save a copy, Unix time [ms]. */
  asked: number
  /** What the browser answered when it was asked to keep the data; `told`: the lifter has read a refusal. */
  persistence: 'granted' | 'refused' | 'told'
  /** Workouts in which a value of one device lost a merge, until somebody looked; newest last. */
  lost: LostNotice[]
  /** When everything here was last exchanged with the server, Unix time [ms]. */
  exchanged: number
  /** Other lifters' journals that may be read here, as the server last said. */
  lent: readonly Lent[]
  /** What could not be sent to them before they stopped sharing, until its writer deletes it. */
  lent_unsent: readonly Unsent[]
  /** The groups that the account is in, and their boards by group, as they were last read. */
  groups: readonly GroupOut[]
  boards: Readonly<Record<string, BoardOut>>
  /** A lent journal's own: up to where it was read, when, and when something new came (Unix time [ms]). */
  lent_place: { place: string; at: number; changed?: number }
  /** Others' comments that were seen on this phone, by id; the newest last. */
  comments_read: readonly string[]
  /** Which documents changed, for what is derived from them (changes.ts). */
  changes: ChangeLog
  /** What the log derived from all workouts of an exercise (reading/strength/checkpoints.ts). */
  [checkpoint: `strength ${string}`]: object
}

export async function getMeta<K extends keyof MetaValues>(key: K): Promise<MetaValues[K] | undefined> {
  return (await journalOf(key).meta.get(key))?.value as MetaValues[K] | undefined // written by setMeta only
}

/** Said again at the next tap: these need not wait for the disk. */
const WISHES: ReadonlySet<keyof MetaValues> = new Set(['rest', 'watch', 'draft', 'intervals', 'changes'])

/** What is derived from documents lies beside them; everything else is about this phone and who is here. */
function journalOf(key: keyof MetaValues) {
  return key === 'changes' || key === 'lent_place' || key.startsWith('strength ') ? db : ownDb
}

function tableOf(key: keyof MetaValues) {
  const journal = journalOf(key)
  return WISHES.has(key) || key.startsWith('strength ') ? journal.wishes : journal.meta
}

export async function setMeta<K extends keyof MetaValues>(key: K, value: MetaValues[K]): Promise<void> {
  await tableOf(key).put({ key, value })
}

export async function clearMeta(key: keyof MetaValues): Promise<void> {
  await tableOf(key).delete(key)
}
