/**
 * Everything on this phone as one file that reads back (core/rules/records/archive.ts), also what the server
 * has not seen yet.
 */

import {
  damaged, headText, parse, planPutBack, rowText, tailText, withUnwritten, ZEROS, type Archive, type PutBack,
} from '../../core/rules/records/archive'
import { BODY_VERSION, type Kind } from '../../core/values/documents'
import { sha256Bytes } from '../../core/values/sha256'
import { ownDb } from '../store/db'
import { yieldToEventLoop } from '../store/pauses'
import { wallTime } from '../store/ids'
import { setMeta } from '../store/meta'
import { session } from '../server/session.svelte'
import { writeAll, type Change } from '../store/store'
import { unwritten } from './unwritten'

/** Documents read and written at a time, so that no tap waits for a copy of ten years. */
const AT_A_TIME = 16

/** The open journal as the bytes of a copy. The demo lifter is not in it. */
export async function everything(): Promise<Uint8Array<ArrayBuffer>> {
  const here = ownDb
  const encoder = new TextEncoder()
  const keys = await here.documents.primaryKeys()
  const parts: Uint8Array[] = []
  const counts = { documents: 0, deleted: 0 }
  for (let from = 0; from < keys.length; from += AT_A_TIME) {
    const rows = (await here.documents.bulkGet(keys.slice(from, from + AT_A_TIME))).filter(
      (row) => row !== undefined && row.demo !== 1,
    )
    const relevant = rows.flatMap((row) =>
      row ? [{ kind: row.kind, id: row.id, rev: row.rev, body: row.body }] : [],
    )
    const texts = withUnwritten(relevant, unwritten()).map((text) => {
      counts.deleted += text.body === null ? 1 : 0
      return rowText(text, counts.documents++ === 0)
    })
    parts.push(encoder.encode(texts.join('')))
    await yieldToEventLoop()
  }
  const at = `${new Date().toISOString().slice(0, 19)}Z`
  const front = headText(counts, {
    at, owner: session.user?.name ?? null,
    ...(session.user?.account ? { owner_id: session.user.account } : {}), iron: session.server?.version ?? '',
  })
  const all = await joined([encoder.encode(front), ...parts, encoder.encode(tailText(counts.documents))])
  // Everything before the zeros is ASCII, so letters and bytes count alike.
  all.set(encoder.encode(await digest(all)), front.indexOf(ZEROS))
  return all
}

async function joined(parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const [n, part] of parts.entries()) {
    all.set(part, at)
    at += part.length
    if (n % AT_A_TIME === 0) await yieldToEventLoop()
  }
  return all
}

/** So many bytes are handed to the browser at a time. */
const PIECE = 512 * 1024

async function inPieces(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const pieces: Blob[] = []
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(new Blob([bytes.subarray(from, from + PIECE)]))
    await yieldToEventLoop()
  }
  return new Blob(pieces, { type: 'application/json' })
}

export async function exportEverything(): Promise<void> {
  const blob = await inPieces(await everything())
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `iron-${wallTime().slice(0, 10)}.json`
  link.click()
  // The browser has taken the address by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  // A full disk is one reason to save a copy: the file counts, the note of it does not.
  await setMeta('copied', Date.now()).catch(() => undefined)
}

/** `empty`: no workout is on this phone yet. */
export interface Copy { archive: Archive; plan: PutBack; empty: boolean }

/** Read a copy and say what putting it back would do. Throws ArchiveError; nothing is stored. */
export async function readCopy(bytes: ArrayBuffer): Promise<Copy> {
  const { archive, sha256, zeroed } = parse(decoded(bytes))
  if ((await digest(new TextEncoder().encode(zeroed))) !== sha256) throw damaged()
  const here = new Map((await ownDb.documents.toArray()).map((row) => [`${row.kind}/${row.id}`, row]))
  const plan = planPutBack(archive, (kind, id) => {
    const row = here.get(`${kind}/${id}`)
    // What a newer Iron wrote here is never written over.
    if (row?.body && row.body.v > BODY_VERSION) {
      const stored = archive.documents.find((document) => document.kind === kind && document.id === id)
      return stored?.body ?? row.body
    }
    return row?.body
  })
  return {
    archive, plan, empty: ![...here.values()].some((row) => row.kind === 'workout' && row.body !== null),
  }
}

/**
 * Put a copy back in one transaction; with `differing` the copy's content also where this phone has another
 * one.
 */
export async function putBack(copy: Copy, differing: boolean): Promise<number> {
  const { fresh, back, differ } = copy.plan
  const chosen = [...fresh, ...back, ...(differing ? differ : [])]
  // Kinds that this build does not know are carried like the others.
  await writeAll(
    chosen.map(({ kind, id, body }) => ({ kind: kind as Kind, id, body: body as Change['body'] })),
  )
  return chosen.length
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // The browser's own needs HTTPS or localhost.
  if (!('subtle' in crypto) || crypto.subtle === undefined) return sha256Bytes(bytes)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What is no UTF-8 becomes a letter that no checksum fits. */
function decoded(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
