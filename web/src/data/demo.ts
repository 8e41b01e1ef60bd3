/** The demo lifter: invented training in the guest's database, marked, never synced, gone in one tap. */

import type { Bodies, Kind } from '../core/documents'
import { db } from './db'
import { getMeta } from './meta'
import { writeAll, type Change } from './store'

interface DemoFile { documents: [Kind, string, Bodies[Kind]][] }

export async function demoIsHere(): Promise<boolean> {
  return ((await getMeta('demo'))?.length ?? 0) > 0
}

/** Load the demo lifter. False when the file is not on this server or phone. */
export async function loadDemo(): Promise<boolean> {
  const file = await fetchDemo()
  if (!file) return false
  await removeDemo()
  const changes: Change[] = file.documents.map(([kind, id, body]) => ({ kind, id, body }))
  // The list first: should the phone die in between, everything on it can still be removed.
  await db.meta.put({ key: 'demo', value: file.documents.map(([kind, id]) => [kind, id]) })
  await writeAll(changes, { demo: true })
  return true
}

/** Take the demo lifter away, without a tombstone: he was never there. */
export async function removeDemo(): Promise<void> {
  const ids = (await getMeta('demo')) ?? []
  await db.transaction('rw', [db.documents, db.meta, db.snapshot], async () => {
    await db.documents.bulkDelete(ids as [Kind, string][]) // written from DemoFile above
    await db.snapshot.clear()
    await db.meta.delete('demo')
  })
}

async function fetchDemo(): Promise<DemoFile | undefined> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}content/demo.json`)
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return response.ok && isJson ? ((await response.json()) as DemoFile) : undefined
  } catch {
    return undefined
  }
}
