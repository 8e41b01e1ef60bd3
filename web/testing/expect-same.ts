/** Compares an answer with a shared case of `spec/`: numbers up to a tolerance, everything else exactly. */
import { expect } from 'vitest'

interface How {
  /** Largest difference of two numbers, relative to 1 + the wanted one. */
  tolerance: number
  /** The case names only some keys of the answer. */
  isPartial?: boolean
}

/** Expect `actual` to be `wanted`; `where` is the key path that a failure names. */
export function expectSame(
  actual: unknown, wanted: unknown, where: string, how: How = { tolerance: 1e-6 },
): void {
  if (typeof wanted === 'number') {
    expect(typeof actual, where).toBe('number')
    // A cast after the line above: the value is a number.
    const difference = Math.abs((actual as number) - wanted)
    expect(difference, where).toBeLessThanOrEqual(how.tolerance * (1 + Math.abs(wanted)))
  } else if (Array.isArray(wanted)) {
    expect(Array.isArray(actual) && actual.length, where).toBe(wanted.length)
    for (const [at, value] of wanted.entries())
      expectSame((actual as unknown[])[at], value, `${where}[${at}]`, how)
  } else if (wanted !== null && typeof wanted === 'object') {
    if (!how.isPartial)
      expect(Object.keys(actual as object).sort(), where).toEqual(Object.keys(wanted).sort())
    for (const [key, value] of Object.entries(wanted))
      expectSame((actual as Record<string, unknown>)[key], value, `${where}.${key}`, how)
  } else {
    expect(actual, where).toEqual(wanted)
  }
}
