/**
 * A program of format 2 as TOML text. The same as `src/iron/training/programs/writing.py`; reading the
 * text gives the same body. Lists of sets stay on one line each, days and rules are tables of their own.
 */
import { isTable, type Table } from '../shape'

const TABLES = ['lifts', 'days', 'rules', 'questions']
const MOST_INLINE = 100

/** The text of a program; `v`, the version of the document, is left out. */
export function programText({ v: _, ...body }: Table & { v?: unknown }): string {
  const parts = [pairs(body, ['schemes', ...TABLES])]
  const schemes = body['schemes']
  if (isTable(schemes) && Object.keys(schemes).length > 0) parts.push(`[schemes]\n${pairs(schemes, [])}`)
  for (const name of TABLES) {
    for (const row of tablesOf(body[name])) {
      parts.push(`[[${name}]]\n${pairs(row, name === 'days' ? ['slots'] : [])}`)
      if (name === 'days')
        for (const slot of tablesOf(row['slots'])) parts.push(`[[days.slots]]\n${pairs(slot, [])}`)
    }
  }
  return parts.filter((part) => part !== '').join('\n')
}

const tablesOf = (value: unknown): Table[] => (Array.isArray(value) ? value.filter(isTable) : [])

function pairs(table: Table, without: readonly string[]): string {
  return Object.entries(table)
    .filter(([key, value]) => !without.includes(key) && value !== undefined)
    .map(([key, value]) => `${keyText(key)} = ${valueText(value)}\n`)
    .join('')
}

const keyText = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key))

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    const items = (value as unknown[]).map((item) => valueText(item))
    const line = `[${items.join(', ')}]`
    const isLong = line.length > MOST_INLINE
      && value.some((item) => isTable(item) || typeof item === 'string')
    return isLong ? `[\n${items.map((item) => `  ${item},\n`).join('')}]` : line
  }
  if (isTable(value)) {
    const inner = Object.entries(value).map(([key, part]) => `${keyText(key)} = ${valueText(part)}`)
    return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`
  }
  // JSON escapes are TOML escapes, but for DEL, which TOML wants escaped too.
  if (typeof value === 'string') return JSON.stringify(value).replaceAll('\u007f', '\\u007F')
  return String(value)
}
