/** What a lifter types into a field of the builder, as the value of its key, and back. */
import { isTable } from '../../rules/programs/shape'

/** The value of a typed text; undefined for an empty one, the text itself where it is no such value. */
export function readTyped(is: string, text: string): unknown {
  const bare = text.trim()
  if (bare === '') return undefined
  switch (is) {
    case 'whole':
    case 'number':
    case 'set':
      return numberOf(bare) ?? bare
    case 'reps':
    case 'span':
      return rangeOf(is, bare)
    case 'wholes': {
      const numbers = partsOf(bare).map((part) => numberOf(part) ?? part)
      return numbers.length === 1 ? numbers[0] : numbers
    }
    case 'texts':
      return partsOf(bare)
    case 'setups':
      return bare.split(';').map((setup) => Object.fromEntries(partsOf(setup).map(pairOf)))
    case 'setup':
    case 'numbers':
      return Object.fromEntries(partsOf(bare).map(pairOf))
    default:
      return text
  }
}

/** The text of a value in a field. */
export function typedText(is: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    if (is === 'setups') return value.map((setup) => typedText('setup', setup)).join('; ')
    if (is === 'reps' || is === 'span') return value.join('-')
    return value.map(String).join(', ')
  }
  if (isTable(value))
    return Object.entries(value)
      .map(([key, part]) => `${key} = ${String(part)}`)
      .join(', ')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A number as typed, with a comma or a point; null where it is none. */
function numberOf(text: string): number | null {
  const bare = text.replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null
}

function rangeOf(is: string, text: string): unknown {
  const [low, high] = (/^(-?\d+)\s*[-–]\s*(-?\d+)$/.exec(text) ?? []).slice(1).map(Number)
  if (low !== undefined && high !== undefined) return [low, high]
  const number = numberOf(text)
  if (number === null) return text
  return is === 'span' ? [number] : number
}

function pairOf(text: string): [string, unknown] {
  const [key = '', ...rest] = text.split('=').map((part) => part.trim())
  const value = rest.join('=')
  if (value === 'true' || value === 'false') return [key, value === 'true']
  return [key, numberOf(value) ?? value]
}
