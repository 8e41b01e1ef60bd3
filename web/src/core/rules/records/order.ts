/**
 * Fractional keys: strings that sort by code point, with always room for one between two others.
 *
 * The rules are those of the npm package fractional-indexing (CC0, after "Implementing Fractional Indexing",
 * David Greenspan): an integer part whose first letter tells its length (a = 2 places … z = 27, Z = 2 … A =
 * 27 below zero), then a fraction in base 62 without trailing zeros. The first key is `a0`.
 */

import { ORDER_DIGITS } from '../../generated/tables'

const SMALLEST = 'A' + '0'.repeat(26)
const MIDDLE = ORDER_DIGITS.charAt(ORDER_DIGITS.length / 2)

/** Whether a string is a key of these rules; a document of another program may hold any string. */
export function isKey(key: string): boolean {
  if (!/^[A-Za-z]/.test(key)) return false
  const length = integerLength(key.charAt(0))
  const whole = length <= key.length && [...key].every((digit) => ORDER_DIGITS.includes(digit))
  return whole && key !== SMALLEST && !key.slice(length).endsWith('0')
}

/**
 * A key after `before` and before `after`; null means no neighbour on that side. After a string that is no
 * key there is always a place, before it there is none.
 */
export function keyBetween(before: string | null, after: string | null): string {
  if (before !== null && after === null && !isKey(before)) return before + MIDDLE
  for (const key of [before, after])
    if (key !== null && !isKey(key)) throw new RangeError(`“${key}” is not an order key.`)
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`No key fits between ${before} and ${after}: they are not in order.`)
  }
  if (before === null && after === null) return 'a0'
  if (before === null) return keyBefore(after as string) // not both null, see the line above
  if (after === null) return keyAfter(before)
  const low = integerPart(before)
  const high = integerPart(after)
  if (low === high) return low + midpoint(before.slice(low.length), after.slice(high.length))
  const next = increment(low)
  return next !== null && next < after ? next : low + midpoint(before.slice(low.length), null)
}

function keyBefore(after: string): string {
  const integer = integerPart(after)
  const fraction = after.slice(integer.length)
  if (integer === SMALLEST) return integer + midpoint('', fraction)
  if (integer < after) return integer
  const previous = decrement(integer)
  if (previous === null) throw new RangeError('No key lies before the smallest one.')
  return previous
}

function keyAfter(before: string): string {
  const integer = integerPart(before)
  return increment(integer) ?? integer + midpoint(before.slice(integer.length), null)
}

function integerLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 97 + 2
  if (head >= 'A' && head <= 'Z') return 90 - head.charCodeAt(0) + 2
  throw new RangeError(`“${head}” does not begin an order key.`)
}

function integerPart(key: string): string {
  const length = integerLength(key.charAt(0))
  if (length > key.length) throw new RangeError(`“${key}” is not an order key: it is cut off.`)
  return key.slice(0, length)
}

/** A fraction between two fractions, as short as possible. */
function midpoint(low: string, high: string | null): string {
  if (high !== null) {
    let same = 0
    while ((low.charAt(same) || '0') === high.charAt(same)) same++
    if (same > 0) return high.slice(0, same) + midpoint(low.slice(same), high.slice(same))
  }
  const lowDigit = low ? ORDER_DIGITS.indexOf(low.charAt(0)) : 0
  const highDigit = high !== null ? ORDER_DIGITS.indexOf(high.charAt(0)) : ORDER_DIGITS.length
  if (highDigit - lowDigit > 1) return ORDER_DIGITS.charAt(Math.round(0.5 * (lowDigit + highDigit)))
  if (high !== null && high.length > 1) return high.slice(0, 1)
  return ORDER_DIGITS.charAt(lowDigit) + midpoint(low.slice(1), null)
}

function increment(integer: string): string | null {
  const head = integer.charAt(0)
  const digits = integer.slice(1).split('')
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = ORDER_DIGITS.indexOf(digits[i] ?? '0') + 1
    if (value < ORDER_DIGITS.length) {
      digits[i] = ORDER_DIGITS.charAt(value)
      return head + digits.join('')
    }
    digits[i] = '0'
  }
  if (head === 'Z') return 'a0'
  if (head === 'z') return null
  const next = String.fromCharCode(head.charCodeAt(0) + 1)
  return next + '0'.repeat(integerLength(next) - 1)
}

function decrement(integer: string): string | null {
  const head = integer.charAt(0)
  const digits = integer.slice(1).split('')
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = ORDER_DIGITS.indexOf(digits[i] ?? '0') - 1
    if (value >= 0) {
      digits[i] = ORDER_DIGITS.charAt(value)
      return head + digits.join('')
    }
    digits[i] = 'z'
  }
  if (head === 'a') return 'Zz'
  if (head === 'A') return null
  const previous = String.fromCharCode(head.charCodeAt(0) - 1)
  return previous + 'z'.repeat(integerLength(previous) - 1)
}
