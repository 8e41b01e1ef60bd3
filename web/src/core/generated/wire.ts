/** From iron.server.api: written by scripts/write_generated.py, do not edit. */

/** What to do where no repetition counts; the load stands in `load`. */
export interface AimOut {
  kind: string
  duration_s: SecondsOut | null
  distance: DistancesOut | null
}

/** What a browser needs to subscribe to this server's alarms: its public key (base64url). */
export interface AlarmKey {
  key: string
}

/** When the alarm rings [s since 1970, the server's clock]. */
export interface AlarmSet {
  due: number
}

/** Where the browser takes the answer. */
export interface AssistantAddress {
  address: string
}

/** An assistant that may use the journal; days are UTC. */
export interface AssistantOut {
  id: number
  name: string
  host: string
  program: string | null
  writes: boolean
  made_on: string
  used_on: string | null
}

/** What an assistant asks for. */
export interface AssistantRequest {
  name: string
  host: string
  program: string | null
  local: boolean
  writes: boolean
}

/** The address for calendars that subscribe, null where it has to be made anew; days are UTC. */
export interface CalendarFeed {
  address: string | null
  made_on: string
  read_on: string | null
}

/** The lifter's calendar feed, null where there is none. */
export interface CalendarOut {
  feed: CalendarFeed | null
}

/** The 10RM-equivalent of a line [kg as counted] with its 80 % interval; null where it cannot be told. */
export interface CapacityOut {
  kg: number | null
  low: number | null
  high: number | null
  basis: string
  message?: MessageOut
  one_rep_max?: [number, number, number]
}

/** The offer of an easy week. */
export interface DeloadOut {
  message: MessageOut
  sentence: string
}

/** A distance in the lifter's unit. */
export interface DistanceOut {
  value: number
  unit: string
}

/** The ends of a distance in the lifter's unit. */
export interface DistancesOut {
  low: number
  high: number
  unit: string
}

/** A document as it is now; `body` is null when deleted, `made_by` names the operation that made `rev`. */
export interface DocumentOut {
  kind: string
  id: string
  seq: number
  rev: number
  deleted: boolean
  body: unknown
  made_by: string
}

/** Reps that the lifter will likely do in the first set. */
export interface ExpectedOut {
  reps: number
  low: number
  high: number
}

/** The one error answer: problem details of RFC 9457; `detail` is a sentence for people. */
export interface Failure {
  type: string
  title: string
  status: number
  detail: string
  code: string
  where: string
  error: Problem
}

/** The newest session of a line; `measured` only where no repetition counts. */
export interface LastOut {
  date: string
  load: LoadOut | null
  reps: number[]
  measured?: MeasuredOut[]
}

/** One line of the snapshot; `trend` holds day, 10RM and the ends of its interval [kg as counted]. */
export interface LineOut {
  exercise: string
  sets: number
  capacity: CapacityOut
  trend: [string, number, number, number][]
  next?: NextOut
  stall?: StallOut
}

/** A load as the lifter counts it. */
export interface LoadOut {
  value: number
  unit: 'kg' | 'lb'
}

/** A revision in which so many values of one device lost a merge; its history has them. */
export interface LossOut {
  kind: string
  id: string
  rev: number
  values: number
}

/** A value that lost a merge, and its key path. */
export interface LostOut {
  path: string
  value: unknown
}

/** Who is asking, and whom. */
export interface MeOut {
  user: UserOut | null
  server: ServerOut
}

/** One set of a hold, a carry or a run. */
export interface MeasuredOut {
  load: LoadOut | null
  duration_s: number | null
  distance: DistanceOut | null
}

/** A sentence as its code in the message files and its values. */
export interface MessageOut {
  code: string
  values: Record<string, unknown>
}

/** What to do next on a line (docs/training.md). */
export interface NextOut {
  exercise: string
  line: string
  machine: string | null
  load: LoadOut | null
  body_weight: boolean
  sets: number
  reps_low: number | null
  reps_high: number | null
  rir: number | null
  chance: number | null
  expected: ExpectedOut | null
  rule: string
  message: MessageOut
  sentence: string
  last: LastOut | null
  question: SaidOut | null
  pattern: PatternOut | null
  aim: AimOut | null
  note: SaidOut | null
}

/** The sets of a day with more than one load. */
export interface PatternOut {
  kind: string
  sets: PatternSetOut[]
}

/** One set of a day with more than one load. */
export interface PatternSetOut {
  load: LoadOut
  reps: number
}

/** What is wrong, in one sentence, and where in the input. */
export interface Problem {
  code: string
  sentence: string
  where: string
}

/** Where the browser goes next. */
export interface ProviderAddress {
  address: string
}

/** A service whose accounts open accounts here, as its button shows it. */
export interface ProviderOut {
  id: string
  name: string
}

/** What changed, in order of `seq`; ask again from `seq` while `more`. A new `epoch`: begin again at 0. */
export interface PullOut {
  docs: DocumentOut[]
  seq: number
  more: boolean
  epoch: string
  losses: LossOut[]
}

/**
 * The answers in the order of the operations, the lifter's change counter, and the epoch that it counts in.
 */
export interface PushOut {
  results: ResultOut[]
  seq: number
  epoch: string
}

/** The answer to one operation. A refused one was not stored. */
export interface ResultOut {
  op_id: string
  status: 'applied' | 'merged' | 'refused' | 'replayed'
  doc?: DocumentOut
  error?: Problem
}

/** One revision; `body` is what the document became, `pushed` what the device sent where that differs. */
export interface RevisionOut {
  op_id: string
  rev: number
  base: number
  at: string
  device: string
  status: 'applied' | 'merged'
  body: unknown
  lost: LostOut[]
  pushed?: unknown
}

/** A question or a note: its message, and the sentence in English. */
export interface SaidOut {
  code: string
  values: Record<string, unknown>
  sentence: string
}

/** The ends of a time [s]. */
export interface SecondsOut {
  low: number
  high: number
}

/** What this server is and how one joins it; `mail`: it can send a link to reset a password. */
export interface ServerOut {
  version: string
  https: boolean
  signup: 'closed' | 'code' | 'invite' | 'open'
  providers: ProviderOut[]
  mail: boolean
}

/** One browser in which the account is signed in; days are UTC. */
export interface SessionOut {
  id: number
  device: string
  address: string
  signed_in_on: string
  used_on: string
  current: boolean
}

/** In how many browsers the account was signed out. */
export interface SessionsEnded {
  ended: number
}

/** What the phone cannot compute, at a moment. */
export interface SnapshotOut {
  v: number
  at: string
  engine: string
  lines: Record<string, LineOut>
  deload?: DeloadOut
}

/** A line that stands still, and what may be the cause. */
export interface StallOut {
  cause: string
  chance: number
  since: string
  message: MessageOut
  sentence: string
}

/** The key, shown this once, and its token. */
export interface TokenMade {
  key: string
  token: TokenOut
}

/** A token as its lifter sees it; the days are UTC. */
export interface TokenOut {
  id: number
  name: string
  writes: boolean
  made_on: string
  used_on?: string
  origins?: string[]
}

/** Who is signed in. */
export interface UserOut {
  name: string
  owner: boolean
  account: string
}

/** The secret that signs (Standard Webhooks), told this once, and its webhook. */
export interface WebhookMade {
  secret: string
  webhook: WebhookOut
}

/** A webhook as its lifter sees it; days are UTC, moments too. */
export interface WebhookOut {
  id: number
  url: string
  events: ('plan.changed' | 'record.set' | 'workout.finished')[]
  made_on: string
  delivered_at: string | null
  waiting: number
  problem: string
  stopped: boolean
}
