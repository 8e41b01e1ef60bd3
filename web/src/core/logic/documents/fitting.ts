/** A body of a newer Iron, as far as it fits the shapes that this app knows (`generated/shapes.ts`). */

import { KIND_SHAPES, SHAPES } from '../../generated/shapes'
import type { Body } from '../../values/documents'
import { isRecord } from '../../values/json'

type Part = Readonly<Record<string, unknown>>

/** The body without the known keys that hold something else; null where one that must be there is missing. */
export function fitting(kind: string, body: Body & Part): Part | null {
  const shape = KIND_SHAPES[kind]
  return shape === undefined ? body : fitShape(shape, body)
}

function fitShape(name: string, value: unknown): Part | null {
  if (!isRecord(value)) return null
  const part: Record<string, unknown> = { ...value }
  for (const field of SHAPES[name] ?? []) {
    const [key = '', code = ''] = field.split(':')
    const fitted = fit(code.replace('!', ''), part[key])
    if (fitted !== undefined) part[key] = fitted
    else if (code.endsWith('!')) return null
    else if (key in part) Reflect.deleteProperty(part, key)
  }
  return part
}

/** The value where it fits a code, a list without the items that do not fit; undefined where it does not. */
function fit(code: string, value: unknown): unknown {
  if (value === undefined) return undefined
  if (code.startsWith('[')) {
    if (!Array.isArray(value)) return undefined
    return value.map((item) => fit(code.slice(1, -1), item)).filter((item) => item !== undefined)
  }
  if (code === '*') return value
  if (code === 's') return typeof value === 'string' ? value : undefined
  if (code === 'n') return typeof value === 'number' ? value : undefined
  if (code === 'b') return typeof value === 'boolean' ? value : undefined
  if (code === 'o') return isRecord(value) ? value : undefined
  return fitShape(code, value) ?? undefined
}
