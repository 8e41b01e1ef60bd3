/** Written by `make generated`: which variant of a message a value chooses. */

const RULES = new Intl.PluralRules('en-GB')

/** Whether a value is this variant or, for a number, has this plural category. */
export function selects(value: string | number, variant: string | number): boolean {
  return value === variant || (typeof value === 'number' && RULES.select(value) === variant)
}
