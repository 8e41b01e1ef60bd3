/** Written by `make generated`: whether a message speaks of a single thing. */

const RULES = new Intl.PluralRules('en-GB')

/** Whether a value takes the singular; a number that is already text never does. */
export function isSingular(value: string | number): boolean {
  return typeof value === 'number' && RULES.select(value) === 'one'
}
