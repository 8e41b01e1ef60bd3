/** Older states of a document, as GET /api/v1/history tells them, and values that lost a merge. */

import type { LostOut, RevisionOut } from '../generated/wire'

export type Lost = LostOut

export type Revision<B> = Omit<RevisionOut, 'base' | 'body' | 'pushed'> & { readonly body: B | null }

/** A step of a key path: a key, or the id of a list's item. */
type Step = { key: string } | { item: string }

/** Take a path apart: `entries[<id>].sets[<id>].reps`; the empty path is the whole body. */
function steps(path: string): Step[] {
  return [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, item, key]) =>
    item === undefined ? { key: key ?? '' } : { item },
  )
}

/**
 * The body with one value brought back; null where the place is gone (its entry or set was removed since).
 */
export function withLost<B>(body: B, { path, value }: Lost): B | null {
  const put = (at: unknown, rest: readonly Step[]): unknown => {
    const [first, ...more] = rest
    if (first === undefined) return value
    if ('key' in first) {
      if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
      const inner = put((at as Record<string, unknown>)[first.key], more)
      return inner === undefined ? undefined : { ...at, [first.key]: inner }
    }
    if (!Array.isArray(at)) return undefined
    const list = at as { id?: unknown }[]
    const place = list.findIndex((item) => item.id === first.item)
    // A whole item that lost comes back at the end; its order key gives it its place.
    if (place < 0) return more.length === 0 ? [...list, value] : undefined
    const inner = put(list[place], more)
    return inner === undefined ? undefined : list.map((item, i) => (i === place ? inner : item))
  }
  return (put(body, steps(path)) as B | undefined) ?? null
}

const KEYS: Readonly<Record<string, string>> = {
  load: 'load', reps: 'reps', rir: 'reps left', setup: 'setup', note: 'note', title: 'name', start: 'start',
  end: 'end', kind: 'kind of set',
  duration_s: 'time', distance: 'distance', depth: 'depth', side: 'side', faults: 'faults', order: 'order',
  machine: 'machine', group: 'superset',
}

/** What a lost value is, in a few words: "reps of set 2 of 45° leg press". */
export function whatLost(path: string, body: unknown, nameOf: (exercise: string) => string): string {
  let at: unknown = body
  let [place, key] = ['', '']
  for (const step of steps(path)) {
    if ('key' in step) {
      at = (at as Record<string, unknown> | undefined)?.[step.key]
      if (step.key !== 'entries' && step.key !== 'sets')
        key = key === '' ? (KEYS[step.key] ?? step.key.replaceAll('_', ' ')) : key
      continue
    }
    const items = Array.isArray(at) ? (at as { id?: unknown }[]) : []
    const index = items.findIndex((item) => item.id === step.item)
    at = index < 0 ? undefined : (at as unknown[])[index]
    const exercise = (at as { exercise?: string } | undefined)?.exercise
    if (exercise !== undefined) place = ` of ${nameOf(exercise)}`
    else if (index >= 0) place = ` of set ${index + 1}${place}`
  }
  return path === '' ? 'the whole workout' : `${key || 'set'}${place}`
}

/** A lost value as text: numbers with their unit, the rest as it is. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  const { value: amount, unit, ...rest } = value as { value?: unknown; unit?: unknown }
  if (typeof amount === 'number')
    return `${amount} ${String(unit ?? (rest as { how?: string }).how ?? '')}`.trim()
  const { load, reps } = value as { load?: unknown; reps?: number }
  if (reps !== undefined || load !== undefined)
    return [load === undefined ? '' : valueText(load), reps === undefined ? '' : `× ${reps}`].join(' ').trim()
  return (
    Object.entries(rest)
      .filter(([, inner]) => typeof inner !== 'object')
      .map(([key, inner]) => `${key.replaceAll('_', ' ')} ${String(inner)}`)
      .join(', ') || 'a part'
  )
}
