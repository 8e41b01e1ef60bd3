/**
 * A whole journal as one file with a checksum, a rule shared with src/iron/records/archive/format.py
 * (docs/documents.md, "Archive").
 *
 * The checksum is the SHA-256 of the file's own text, as UTF-8, with the 64 digits of the checksum written as
 * zeros.
 */

import type { Body, Entry, WorkoutSet } from '../../values/documents'
import { isRecord, sameJson } from '../../values/json'

const FORMAT = 'iron-archive'
const VERSION = 1
export const ZEROS = '0'.repeat(64)

/** A document of a copy; `body` is null where it was deleted. Kinds that nobody here knows come along. */
export interface Kept { kind: string; id: string; rev: number; body: Body | null }

export interface Archive {
  /** UTC. */
  at: string
  /** Name of the account it was written from; null for a phone without an account. */
  owner: string | null
  /** Id of that account; absent in copies of phones without one and of older Irons. */
  ownerId?: string
  documents: readonly Kept[]
}

/** A set that the disk refused: it lives on the screen alone, and in the copy. */
export interface Unwritten { workout: string; entry: string; set: WorkoutSet }

/** What reading a copy back would do. Nothing is stored yet. */
export interface PutBack {
  workouts: number
  /** Days of the first and the last workout. */
  span: readonly [string, string] | null
  /** Not here; a deleted one is remembered as deleted. */
  fresh: readonly Kept[]
  /** Deleted here since the copy. */
  back: readonly Kept[]
  /** Here with another content. */
  differ: readonly Kept[]
  same: number
}

export class ArchiveError extends Error {
  constructor(readonly sentence: string) { super(sentence) }
}

export interface Head { at: string; owner: string | null; owner_id?: string; iron: string }

/** A copy up to its first document, its checksum still zeros. */
export function headText(counts: { documents: number; deleted: number }, head: Head): string {
  const header = JSON.stringify({
    format: FORMAT, version: VERSION, sha256: ZEROS, ...head, counts: { ...counts, revisions: 0 },
  })
  return `${header.slice(0, -1)},\n"documents":[`
}

/** One document of a copy, with what stands before it. */
export function rowText({ kind, id, rev, body }: Kept, first: boolean): string {
  return (first ? '\n' : ',\n') + JSON.stringify({ kind, id, rev, deleted: body === null, body })
}

/** What ends a copy. */
export function tailText(documents: number): string {
  return documents === 0 ? ']}\n' : '\n]}\n'
}

/** The text of a copy, its checksum still zeros; `sealed` puts it in. */
export function draft(documents: readonly Kept[], head: Head): string {
  const deleted = documents.filter((document) => document.body === null).length
  const counts = { documents: documents.length, deleted }
  return (
    headText(counts, head) +
    documents.map((document, n) => rowText(document, n === 0)).join('') +
    tailText(documents.length)
  )
}

export function sealed(text: string, sha256: string): string {
  return text.replace(ZEROS, sha256)
}

/** Read a copy. `zeroed` is what its checksum must be of: compare before believing anything. */
export function parse(text: string): { archive: Archive; sha256: string; zeroed: string } {
  const file = json(text)
  if (!isRecord(file) || file.format !== FORMAT) {
    throw new ArchiveError('This file is not a copy of an Iron journal. Choose one that “Save a copy” wrote.')
  }
  if (typeof file.version !== 'number' || file.version > VERSION) {
    throw new ArchiveError('A newer Iron wrote this copy. Reload Iron, then read it again.')
  }
  const { sha256, at, owner = null, owner_id, documents, counts } = file
  if (
    typeof sha256 !== 'string' ||
    typeof at !== 'string' ||
    !(owner === null || typeof owner === 'string') ||
    !Array.isArray(documents)
  ) {
    throw broken()
  }
  const rows = documents.map(keptOf)
  const deleted = rows.filter((row) => row.body === null).length
  const keys = new Set(rows.map(keyOf))
  if (
    !isRecord(counts) ||
    counts.documents !== rows.length ||
    counts.deleted !== deleted ||
    keys.size !== rows.length
  )
    throw broken()
  const named = typeof owner_id === 'string' ? { ownerId: owner_id } : {}
  return {
    archive: { at, owner, ...named, documents: rows }, sha256,
    zeroed: text.replace(`"sha256":"${sha256}"`, `"sha256":"${ZEROS}"`),
  }
}

export function damaged(): ArchiveError {
  return new ArchiveError(
    'This copy was changed or damaged since Iron wrote it: its checksum does not fit. Take another one; ' +
      'nothing was stored.',
  )
}

/**
 * Whether a copy is somebody else's; one without an owner is anybody's. Where both know their account, the
 * ids decide.
 */
export function isAnothers(
  archive: Archive, lifter: string | null, account?: string, empty = false,
): boolean {
  const named = archive.owner === null || archive.owner.toLowerCase() === (lifter ?? '').toLowerCase()
  // The same name on a new server, with nothing here to mix up.
  if (archive.ownerId !== undefined && account !== undefined)
    return archive.ownerId !== account && !(named && empty)
  return !named
}

/** Compare a copy with what is here (`undefined` = unknown, null = deleted). */
export function planPutBack(
  archive: Archive, here: (kind: string, id: string) => Body | null | undefined,
): PutBack {
  const [fresh, back, differ]: [Kept[], Kept[], Kept[]] = [[], [], []]
  for (const document of archive.documents) {
    const now = here(document.kind, document.id)
    if (now === undefined) fresh.push(document)
    else if (document.body === null || sameJson(now, document.body)) continue
    else if (now === null) back.push(document)
    else differ.push(document)
  }
  const days = archive.documents
    .flatMap(
      (document) => (
        document.kind === 'workout' && document.body ? [startOf(document.body).slice(0, 10)] : []
      )
    )
    .sort()
  const [first, last] = [days.at(0), days.at(-1)]
  const same = archive.documents.length - fresh.length - back.length - differ.length
  return {
    workouts: days.length, span: first === undefined || last === undefined ? null : [first, last], fresh,
    back, differ, same,
  }
}

/** The documents with the sets that the disk refused. */
export function withUnwritten(documents: readonly Kept[], unwritten: readonly Unwritten[]): Kept[] {
  return documents.map((document) => {
    const missing = unwritten.filter((stuck) => stuck.workout === document.id)
    if (document.kind !== 'workout' || document.body === null || missing.length === 0) return document
    const entries = (document.body as Body & { entries?: Entry[] }).entries ?? [] // the kind says so
    const body = {
      ...document.body,
      entries: entries.map((entry) => {
        const sets = missing.filter((stuck) => stuck.entry === entry.id).map((stuck) => stuck.set)
        const changed = new Set(sets.map((set) => set.id))
        return sets.length === 0
          ? entry
          : { ...entry, sets: [...entry.sets.filter((set) => !changed.has(set.id)), ...sets] }
      }),
    }
    return { ...document, body }
  })
}

function keptOf(row: unknown): Kept {
  if (!isRecord(row) || typeof row.kind !== 'string' || typeof row.id !== 'string' || !UUID.test(row.id))
    throw broken()
  const { kind, id, rev } = row
  const body = row.deleted === true ? null : row.body
  if (body !== null && !isBody(kind, body))
    throw new ArchiveError(`A ${kind} of this copy cannot be stored, so nothing was. Take another copy.`)
  return { kind, id, rev: typeof rev === 'number' ? rev : 0, body }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/

/** As much of src/iron/records/bodies.py as the screens rely on; the server checks the rest. */
function isBody(kind: string, body: unknown): body is Body {
  if (!isRecord(body) || typeof body.v !== 'number' || body.v < 1) return false
  if (kind !== 'workout' || body.v > 1) return true
  const { start, end, entries = [] } = body
  if (!isMoment(start) || (end !== undefined && (!isMoment(end) || end < start)) || !Array.isArray(entries))
    return false
  return entries.every(
    (entry) =>
      isRecord(entry) &&
      typeof entry.id === 'string' &&
      typeof entry.exercise === 'string' &&
      Array.isArray(entry.sets),
  )
}

function isMoment(value: unknown): value is string {
  if (typeof value !== 'string' || !MOMENT.test(value)) return false
  const at = new Date(`${value}Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

function startOf(body: Body): string {
  const { start } = body as Body & { start?: unknown }
  return typeof start === 'string' ? start : ''
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ArchiveError(
      'This file is not a copy of an Iron journal, or it is cut off. Take another copy; nothing was stored.',
    )
  }
}

function broken(): ArchiveError {
  return new ArchiveError('This copy is broken. Take another one; nothing was stored.')
}

function keyOf(document: Kept): string {
  return `${document.kind}/${document.id}`
}
