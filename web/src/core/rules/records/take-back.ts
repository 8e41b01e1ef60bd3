/**
 * Taking an import back: what nobody touched since goes, what was changed or is still used stays and is
 * listed. The twin of `src/iron/exchange/takeback.py`. Cases: `spec/takeback.json`.
 */
import type { OwnExercise } from '../../values/documents'
import { sha256 } from '../../values/sha256'

type Json = Record<string, unknown>
export type Row = readonly [kind: string, id: string, body: Json | null]

export interface TakeBack {
  readonly delete: readonly (readonly [kind: string, id: string])[]
  readonly kept: readonly (readonly [kind: string, id: string, reason: string])[]
  /** The import document afterwards. */
  readonly import_body: Json
}

/** A short fingerprint of a body that does not depend on the order of keys or on 20 against 20.0. */
export function digest(body: Json): string {
  return sha256(sorted(body).replaceAll(/\.0(?=[,}\]])/g, '')).slice(0, 16)
}

/** Plan what taking an import back deletes. `current`: all the lifter's documents, null for deleted ones. */
export function planTakeBack(importBody: Json, current: readonly Row[]): TakeBack {
  // Its list says what went, and so what the next import of the file may bring back: it must stay.
  if (importBody['taken_back'] === true) return { delete: [], kept: [], import_body: importBody }
  const bodies = new Map(
    current.flatMap(([kind, id, body]) =>
      body === null ? [] : [[`${kind}|${id}`, { kind, id, body }] as const],
    ),
  )
  const digests = (importBody['digests'] ?? {}) as Record<string, string> // written by the import plan
  const listed = (importBody['documents'] ?? []) as [string, string][] // as above
  const gone: [string, string][] = []
  const keptDocuments: [string, string, string][] = []
  const open: [string, string][] = []
  for (const [kind, id] of listed) {
    const body = bodies.get(`${kind}|${id}`)
    if (!body) continue
    if (digests[id] !== digest(body.body))
      keptDocuments.push([kind, id, `${named(kind, body.body)} was changed after the import.`])
    else if (kind === 'workout') gone.push([kind, id])
    else open.push([kind, id])
  }
  for (const [kind, id] of gone) bodies.delete(`${kind}|${id}`)
  const users = usersOf([...bodies.values()], new Set(open.map(([kind, id]) => `${kind}|${id}`)))
  for (const [kind, id] of open) {
    const user = users.get(id)
    if (user === undefined) gone.push([kind, id])
    else
      keptDocuments.push([
        kind, id, `${named(kind, bodies.get(`${kind}|${id}`)?.body ?? {})} is still used by ${user}.`,
      ])
  }
  const body = { ...importBody, documents: gone, taken_back: true }
  return { delete: gone, kept: keptDocuments, import_body: body }
}

/** Who uses machines and exercises of the import, among documents that stay. */
function usersOf(
  staying: readonly { kind: string; id: string; body: Json }[], open: ReadonlySet<string>,
): Map<string, string> {
  const users = new Map<string, string>()
  for (const { kind, id, body } of staying) {
    if (open.has(`${kind}|${id}`)) continue
    for (const used of references(kind, body)) if (!users.has(used)) users.set(used, named(kind, body))
  }
  return users
}

function references(kind: string, body: Json): string[] {
  if (kind === 'workout') {
    // documents.md
    const entries = (body['entries'] ?? []) as { exercise: string; machine?: { id?: string } }[]
    return entries.flatMap((entry) => [entry.exercise, ...(entry.machine ? [entry.machine.id ?? ''] : [])])
  }
  if (kind === 'exercise') {
    const { alias_of: target, alias_with: fill } = body as Pick<OwnExercise, 'alias_of' | 'alias_with'>
    return [target ?? '', fill?.machine?.id ?? '']
  }
  if (kind !== 'alias' && kind !== 'machine') return []
  return [body['exercise'], body['machine']].filter((used): used is string => typeof used === 'string')
}

function named(kind: string, body: Json): string {
  if (kind === 'workout') return `the workout of ${text(body['start']).slice(0, 10)}`
  return `the ${kind} “${text(body['name'])}”`
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** JSON with keys in code-point order, as Python writes it sorted. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value as Json)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${sorted(item)}`)
  return `{${pairs.join(',')}}`
}
