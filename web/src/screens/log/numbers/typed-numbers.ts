/** Numbers of the next set on a keyboard: typed where they stand, stepped with arrows, logged with Enter. */

import { typedNumber, typeKey, types } from './typing'

/** Numbers that a set takes as they are typed. */
export type TypedField = 'load' | 'reps' | 'rir'

export class TypedNumbers {
  private field: TypedField | null = null
  private text = ''

  /** Begin anew: another number is in hand. */
  forget(): void {
    ;[this.field, this.text] = [null, '']
  }

  /**
   * Whether the key belongs to the number; then it did what it does.
   *
   * @param set takes a number that may be one
   * @param log what Enter does after a number was typed
   */
  key(event: KeyboardEvent, field: TypedField, set: (value: number) => void, log: () => void): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const isLogging = event.key === 'Enter' && this.field === field && this.text !== ''
    if (!isLogging && !types(event.key)) return false
    event.preventDefault()
    if (isLogging) {
      this.forget()
      log()
      return true
    }
    this.text = typeKey(this.field === field ? this.text : '', event.key, field === 'reps')
    this.field = field
    const value = typedNumber(this.text)
    if (value !== null) set(value)
    return true
  }
}

/** One value up or down with the arrows. */
export function stepKey(
  event: KeyboardEvent, values: readonly number[], current: number | undefined, set: (value: number) => void,
): void {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const at = values.findIndex((value) => value >= (current ?? values[0] ?? 0))
  const next = values[Math.min(values.length - 1, Math.max(0, at + by))]
  if (next !== undefined) set(next)
}
