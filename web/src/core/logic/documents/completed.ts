/**
 * Bodies as this app reads them. The server takes every body that fits the contract (docs/documents.md), also
 * one that lacks what every writer of Iron sets, or that says null for what was not recorded: a program may
 * have pushed it. The keys are those of `Always` and `With` in `values/documents.ts`. A newer Iron may mean
 * other things: what does not fit today's shapes is not shown. What is stored and synced stays as it came.
 */

import { BODY_VERSION, type Bodies, type Body, type Kind } from '../../values/documents'
import { isRecord } from '../../values/json'
import { fitting } from './fitting'

type Part = Readonly<Record<string, unknown>>

/** The body with what every writer sets; the same object where nothing was missing. Null = not readable. */
export function completed<K extends Kind>(kind: K, body: Body): Bodies[K] | null {
  const complete = RULES[kind]
  if (complete === undefined) return body as Bodies[K] // kinds without a shape in the contract are opaque
  const bare = withoutNulls(body) as Body & Part // an object stays one
  const read = body.v > BODY_VERSION ? fitting(kind, bare) : bare
  // The rule fills in the keys that the type of its kind has beyond the contract.
  return read && (complete(read) as unknown as Bodies[K])
}

type Rule = (body: Part) => Part

const asItIs: Rule = (body) => body
const RULES: Partial<Record<Kind, Rule>> = {
  gym: asItIs, exercise: asItIs, alias: asItIs, settings: asItIs,
  workout: (body) => withList(body, 'entries', entryOf),
  machine: (body) => withDefaults(body, { exercise: '' }),
  measurement: (body) => withDefaults(body, { unit: '' }),
  import: (body) => withDefaults(body, { file: '', at: '', documents: [] }),
  block: (body) => {
    const planned = withList(body, 'weeks', (week) =>
      withList(week, 'days', (day) => withList(day, 'slots', asItIs)))
    if (planned['pauses'] === undefined) return planned
    return withList(planned, 'pauses', (pause) => withDefaults(pause, { cause: 'other' }))
  },
}

function entryOf(entry: Part): Part {
  const sets = withList(withDefaults(entry, { order: '' }), 'sets', (set) =>
    withPart(withDefaults(set, { order: '' }), 'depth', { how: 'judged' }))
  return withPart(sets, 'machine', { id: '', name: '' })
}

function withDefaults(part: Part, defaults: Part): Part {
  const missing = Object.entries(defaults).filter(([key]) => part[key] === undefined)
  return missing.length === 0 ? part : { ...part, ...Object.fromEntries(missing) }
}

/** A part with defaults for the keys of one of its parts, if it has that. */
function withPart(part: Part, key: string, defaults: Part): Part {
  const inner = part[key]
  if (!isRecord(inner)) return part
  const whole = withDefaults(inner, defaults)
  return whole === inner ? part : { ...part, [key]: whole }
}

/** A part with a list under a key, each item completed. */
function withList(part: Part, key: string, item: (item: Part) => Part): Part {
  const before = part[key]
  if (!Array.isArray(before)) return { ...part, [key]: [] }
  const items = before.filter(isRecord)
  const after = items.map(item)
  const same = items.length === before.length && after.every((each, n) => each === items[n])
  return same ? part : { ...part, [key]: after }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value
    const after = items.filter((item) => item !== null).map(withoutNulls)
    return after.length === items.length && after.every((item, n) => item === items[n]) ? items : after
  }
  if (!isRecord(value)) return value
  const after = Object.entries(value).flatMap(([key, inner]) =>
    inner === null ? [] : [[key, withoutNulls(inner)] as const])
  const size = Object.keys(value).length
  const same = after.length === size && after.every(([key, inner]) => inner === value[key])
  return same ? value : Object.fromEntries(after)
}
