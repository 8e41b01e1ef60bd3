/**
 * A rolling copy on the phone, one a day for the last three days of training: for a wrong import or a wrong
 * deletion. In the browser's private files (OPFS) where it has them, else in a small database. A browser that
 * clears its space clears these too: a saved file or the server is the safe copy.
 */

import { contentOf, copiesOf, dropCopy, putCopy, type RollingCopy } from '../store/copy-shelf'
import { ownDb } from '../store/db'
import { wallTime } from '../store/ids'
import { everything } from './export'

/** Copies that stay, one a day. */
const DAYS = 3

/**
 * Write today's copy of the open journal, read it back, and let the oldest go. Throws when no place took it
 * whole.
 */
export async function writeCopy(): Promise<void> {
  const journal = ownDb.name
  const data = await packed(await everything())
  // Signed out or in meanwhile: the copy is of the other journal.
  if (journal !== ownDb.name) return
  await putCopy(journal, wallTime().slice(0, 10), data)
  for (const old of (await copiesOf(journal)).slice(DAYS)) await dropCopy(journal, old.day)
}

/** The copies of the open journal that can be read, newest first. */
export async function rollingCopies(): Promise<RollingCopy[]> {
  return copiesOf(ownDb.name)
}

/** The bytes of a copy; none where there is no such copy. */
export async function readRolling(day: string): Promise<ArrayBuffer> {
  return (await contentOf(ownDb.name, day)) ?? new ArrayBuffer(0)
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const plain = new Blob([bytes])
  if (!('CompressionStream' in globalThis)) return plain
  return new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob()
}
