/** JSON values: what they are, and whether they are equal. */

/** Whether a value is an object with keys: no list, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Equal as JSON values, whatever the order of keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  // Both are objects or arrays here, which Object.entries reads alike.
  const other = b as Record<string, unknown>
  return Object.entries(a).every(([key, value]) => key in other && sameJson(value, other[key]))
}
