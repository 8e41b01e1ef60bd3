/** Typing a number, on the pad or on a keyboard. Pure: the text so far and a key give the next text. */

/** Longest number that makes sense: `1234.75`. */
const LONGEST = 7

/**
 * The text after a key: digits, one decimal point where the number may have one, `Backspace`. Other keys
 * change nothing. A comma is a point.
 */
export function typeKey(text: string, key: string, whole: boolean): string {
  if (key === 'Backspace') return text.slice(0, -1)
  if (text.length >= LONGEST) return text
  if (key === '.' || key === ',') return whole || text.includes('.') ? text : `${text === '' ? '0' : text}.`
  if (!/^\d$/.test(key)) return text
  return text === '0' ? key : text + key
}

/** Whether a key types into a number. */
export function types(key: string): boolean {
  return /^[\d.,]$/.test(key) || key === 'Backspace'
}

/** The number that was typed; null for none. */
export function typedNumber(text: string): number | null {
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? null : value
}
