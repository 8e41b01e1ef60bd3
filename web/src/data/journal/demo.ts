/** The demo lifter: invented training in the guest's database, marked, never synced, gone in one tap. */

import type { Bodies, Kind } from '../../core/values/documents'
import { db } from '../store/db'
import { getMeta } from '../store/meta'
import { all, writeAll, type Change } from '../store/store'

interface DemoFile { anchor?: string; documents: [Kind, string, Bodies[Kind]][] }

const DAY_MS = 86_400_000
const TIMES = new Set(['start', 'end', 'done_at', 'at'])

export async function demoIsHere(): Promise<boolean> {
  return ((await getMeta('demo'))?.length ?? 0) > 0
}

/** What the demo adds or would be read with: invented rows never stand among a lifter's own. */
const TRAINING = ['workout', 'measurement', 'machine', 'exercise', 'block', 'program', 'run'] as const

/** Whether the lifter has training, machines or plans of his own here. */
export async function hasOwnTraining(): Promise<boolean> {
  for (const kind of TRAINING) if ((await all(kind)).some(({ demo }) => !demo)) return true
  return false
}

/** Load the demo lifter. False when the file is not on this server or phone. */
export async function loadDemo(): Promise<boolean> {
  const file = await fetchDemo()
  if (!file) return false
  await removeDemo()
  const changes: Change[] = file.documents.map(([kind, id, body]) => ({
    kind, id, body: moved(body, weeksSince(file.anchor)),
  }))
  // The list first: should the phone die in between, everything on it can still be removed.
  await db.meta.put({ key: 'demo', value: file.documents.map(([kind, id]) => [kind, id]) })
  await writeAll(changes, { demo: true })
  return true
}

/** Take the demo lifter away, without a tombstone: he was never there. */
export async function removeDemo(): Promise<void> {
  const ids = (await getMeta('demo')) ?? []
  await db.transaction(['documents', 'meta', 'snapshot'], async (on) => {
    await on.documents.bulkDelete(ids as [Kind, string][]) // written from DemoFile above
    await on.snapshot.clear()
    await on.meta.delete('demo')
  })
}

/** Whole weeks from the demo's last day to today [days], so that his weekdays stay what they are. */
function weeksSince(anchor: string | undefined): number {
  const days = anchor ? Math.floor((Date.now() - Date.parse(`${anchor}T00:00:00Z`)) / DAY_MS) : 0
  return Math.max(0, Math.floor(days / 7) * 7)
}

/** The same body, its times later by so many days. */
function moved<T>(value: T, days: number): T {
  const json = JSON.stringify(value, (key, item: unknown) => {
    if (!TIMES.has(key) || typeof item !== 'string') return item
    return new Date(Date.parse(`${item}Z`) + days * DAY_MS).toISOString().slice(0, 19)
  })
  return JSON.parse(json) as T // the same shape
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
