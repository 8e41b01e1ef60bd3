/** From iron.server.api.wire: written by scripts/write_generated.py, do not edit. */

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

/** The one error answer. */
export interface Failure {
  error: Problem
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

/** What is wrong, in one sentence, and where in the input. */
export interface Problem {
  code: string
  sentence: string
  where: string
}

/** What changed, in order of `seq`; ask again from `seq` while `more`. A new `epoch`: begin again at 0. */
export interface PullOut {
  docs: DocumentOut[]
  seq: number
  more: boolean
  epoch: string
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

/** What this server is and how one joins it. */
export interface ServerOut {
  version: string
  https: boolean
  signup: 'closed' | 'code' | 'invite' | 'open'
}

/** Who is signed in. */
export interface UserOut {
  name: string
  owner: boolean
  account: string
}
