/**
 * A prescription as a screen says it: loads in the lifter's unit, and the code and typed values of its
 * sentence.
 * The twin of `to_next` in `iron.journal.next_sets`.
 */

import type { Message, TypedValue } from '../../values/message'
import type { MassUnit } from '../loads/units'
import { asSaid } from '../loads/grid'
import { assists, isOtherUnit, onBody, type Case, type Prescription, type RawValues } from './model'

const LOADS: ReadonlySet<string> = new Set([
  'load', 'last', 'from', 'next', 'peak', 'cut', 'top', 'usual_low', 'usual_high',
])
const ADVISED: ReadonlySet<string> = new Set(['load', 'next', 'top'])
const CHANCES: ReadonlySet<string> = new Set(['chance', 'next_chance'])

/** The message of an answer. `has`: whether there is a sentence for a code. */
export function messageOf(
  given: Case, answer: Prescription, unit: MassUnit, has: (code: string) => boolean,
): Message {
  return {
    code: codeOf(given, answer.rule, has),
    values: {
      ...typed(given, answer.values, unit),
      reps: { type: 'reps', low: answer.reps_low, high: answer.reps_high }, probe: answer.reps_low + 4,
    },
  }
}

/** The message of the question that goes with an answer; null where nothing is asked. */
export function questionMessage(given: Case, answer: Prescription, unit: MassUnit): Message | null {
  if (answer.question === null) return null
  const [asked, { reps, ...raw }] = answer.question
  const values = typed(given, raw, unit, new Set())
  return { code: `ask-${asked}`, values: { ...values, ...usualLoads(values), done: reps ?? null } }
}

/** How many loads the usual ones are told as: one where both ends read the same. */
function usualLoads({ usual_low: low, usual_high: high }: Record<string, TypedValue>): { usual?: number } {
  if (!isLoad(low) || !isLoad(high)) return {}
  return { usual: new Set([low.value, high.value]).size }
}

function isLoad(value: TypedValue | undefined): value is Extract<TypedValue, { type: 'load' }> {
  return typeof value === 'object' && value?.type === 'load'
}

/** What a load is counted on. */
const onOf = (given: Case): string =>
  assists(given) ? 'help' : given.meaning === 'band' ? 'band' : onBody(given) ? 'body' : 'load'

/** The message of a rule: its own words where it has some, else those of its direction. */
function codeOf(given: Case, rule: string, has: (code: string) => boolean): string {
  const special = `next-${onOf(given)}-${rule}`
  if (has(special)) return special
  const direction = rule.split('-', 1)[0] ?? rule
  // "Up" to less help would read the wrong way round.
  let base = assists(given) && direction !== 'start' ? 'next-help' : 'next'
  if (direction === 'stay' && !has(`${base}-${rule}`) && has(`next-${rule}`)) base = 'next'
  return has(`${base}-${rule}`) ? `${base}-${rule}` : `${base}-${direction}`
}

/** Typed values in the lifter's unit; loads that are not of the advice were lifted: told as lifted. */
function typed(
  given: Case, values: RawValues, unit: MassUnit, ofAdvice: ReadonlySet<string> = ADVISED,
): Record<string, TypedValue> {
  const on = onOf(given)
  const other = given.unit === 'kg' ? 'lb' : 'kg'
  /** A load as it was lifted; `by`: in the unit of that load. */
  const lifted = (kg: number, held: string, by: RawValues[string] | undefined): TypedValue => {
    const own = isOtherUnit(given, by) ? other : given.unit
    return { type: 'load', value: asSaid(kg, own, own), unit: own, on: held }
  }
  const typedValue = (name: string, value: number | string | null): TypedValue => {
    if (value === null) return null
    if (LOADS.has(name)) {
      // The number of a band stays the one on the band.
      return ofAdvice.has(name) && given.implements > 0
        ? { type: 'load', value: asSaid(Number(value), unit, given.unit), unit, on }
        : lifted(Number(value), on, value)
    }
    if (name === 'step') return lifted(Math.abs(Number(value)), 'load', values['from'])
    if (name === 'date') return { type: 'date', value: String(value) }
    return CHANCES.has(name) ? { type: 'chance', value: Number(value) } : value
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typedValue(name, value)]))
}
