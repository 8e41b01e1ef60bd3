/** An own exercise as its form shows it, and back: unknown keys of the document stay as they were. */

import { folded } from '../rules/exercises/alike'
import * as messages from '../generated/messages-exercises'
import { BODY_VERSION, type Measure, type OwnExercise, type OwnVariable } from '../values/documents'

export interface VariableForm {
  /** Empty until it was saved once: lines and sets bear it from then on. */
  id: string
  name: string
  type: 'choice' | 'number'
  splits: boolean
  values: { id: string; name: string }[]
  unit: string
  min: string
  max: string
  step: string
}
export interface FaultForm { id: string; name: string; cure: string }

export interface OwnForm {
  name: string
  names: string[]
  equipment: string
  muscles: Record<string, number>
  load: string
  pair: boolean
  log: Measure[]
  unilateral: boolean
  low: string
  high: string
  variables: VariableForm[]
  faults: FaultForm[]
  note: string
}

/** How a load is counted, in the words of the log. */
export const LOAD_WORDS: readonly { id: string; name: string; says: string }[] = (
  ['plates', 'barbell', 'dumbbell', 'kettlebell', 'stack', 'added', 'assistance', 'band', 'none'] as const
).map((id) => ({ id, name: messages.counts[id], says: messages.countsWhy[id] }))
const PAIRED: ReadonlySet<string> = new Set(['dumbbell', 'kettlebell'])
export const MEASURES: readonly { id: Measure; name: string }[] = (
  ['load', 'reps', 'duration', 'distance'] as const
).map((id) => ({ id, name: messages.measure[id] }))
/** Set credits that the form offers: the first is a primary muscle. */
export const CREDITS: readonly number[] = [1, 0.75, 0.5, 0.25]
const MOST_REPS = 1000
const MOST_VALUES = 200

export function blankOwn(name = ''): OwnForm {
  return {
    name, names: [], equipment: '', muscles: {}, load: 'plates', pair: true, log: ['load', 'reps'],
    unilateral: false, low: '', high: '',
    variables: [], faults: [], note: '',
  }
}

export function toOwnForm(own: OwnExercise): OwnForm {
  return {
    name: own.name, names: [...(own.names ?? [])], equipment: own.equipment ?? '',
    muscles: { ...own.muscles }, load: own.load_meaning ?? '',
    pair: own.implements === 2, log: [...(own.log ?? (['load', 'reps'] as const))],
    unilateral: own.unilateral ?? false,
    low: text(own.rep_range?.low), high: text(own.rep_range?.high),
    variables: (own.variables ?? []).map((variable) => ({
      id: variable.id, name: variable.name, type: variable.type, splits: variable.splits ?? false,
      values: (variable.values ?? []).map((value) => ({ ...value })),
      unit: variable.unit ?? '', min: text(variable.min), max: text(variable.max), step: text(variable.step),
    })),
    faults: (own.faults ?? []).map(({ id, name, cure }) => ({ id, name, cure: cure ?? '' })),
    note: own.note ?? '',
  }
}

/** Whether nobody said yet what it trains and how its load counts: an import made it, or a hurry. */
export function isBare(own: OwnExercise): boolean {
  return own.muscles === undefined || own.load_meaning === undefined
}

/**
 * The body to store, or the sentence that says what is missing. `others`: all other own exercises that are
 * not merged.
 */
export function toOwn(
  form: OwnForm, before: OwnExercise | undefined, others: readonly OwnExercise[],
): OwnExercise | string {
  const name = form.name.trim()
  if (!name) return messages.nameMissing
  const twin = others.find((other) => folded(other.name) === folded(name))
  if (twin) return messages.nameTaken({ name: twin.name })
  const log = MEASURES.map(({ id }) => id).filter(
    (id) => form.log.includes(id) && (id !== 'load' || form.load !== 'none'),
  )
  if (log.length === 0) return messages.measureMissing
  const range = rangeOf(form)
  if (typeof range === 'string') return range
  const variables = variablesOf(form.variables)
  if (typeof variables === 'string') return variables
  const faults = form.faults.filter((fault) => fault.name.trim())
  const names = furtherNames(form, before, name)
  const {
    name: _n, names: _ns, equipment: _e, muscles: _m, load_meaning: _l, implements: _i, log: _g,
    unilateral: _u, rep_range: _r, variables: _v,
    faults: _f, note: _o, ...rest
  } = before ?? { v: BODY_VERSION, name: '' }
  return {
    ...rest, name,
    ...(names.length ? { names } : {}),
    ...(form.equipment ? { equipment: form.equipment } : {}),
    ...(Object.keys(form.muscles).length ? { muscles: { ...form.muscles } } : {}),
    ...(form.load ? { load_meaning: log.includes('load') ? form.load : 'none' } : {}),
    ...(log.includes('load') && PAIRED.has(form.load) && form.pair ? { implements: 2 } : {}),
    log,
    ...(form.unilateral ? { unilateral: true } : {}),
    ...(range ? { rep_range: range } : {}),
    ...(variables.length ? { variables } : {}),
    ...(faults.length ? { faults: faultsOf(faults) } : {}),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  }
}

/** Another name: the one before stays as a further name, so that imports and search still know it. */
function furtherNames(form: OwnForm, before: OwnExercise | undefined, name: string): string[] {
  const wanted = [
    ...form.names.map((name) => name.trim()).filter(Boolean),
    ...(before && folded(before.name) !== folded(name) ? [before.name] : []),
  ]
  const seen = new Set([folded(name)])
  return wanted.filter((name) => !seen.has(folded(name)) && seen.add(folded(name)))
}

function rangeOf(form: OwnForm): OwnExercise['rep_range'] | string {
  if (!form.low.trim() && !form.high.trim()) return undefined
  const [low, high] = [Number(form.low), Number(form.high || form.low)]
  const whole = [low, high].every((bound) => Number.isInteger(bound) && bound >= 1 && bound <= MOST_REPS)
  return whole && low <= high ? { low, high } : messages.rangeOdd
}

function variablesOf(forms: readonly VariableForm[]): OwnVariable[] | string {
  const named = forms.filter((form) => form.name.trim())
  const taken = new Set(named.map((form) => form.id).filter(Boolean))
  const variables: OwnVariable[] = []
  for (const form of named) {
    const name = form.name.trim()
    if (variables.some((other) => folded(other.name) === folded(name)))
      return messages.variableTwice({ name })
    const id = form.id || slug(name, taken)
    const made = form.type === 'choice' ? choiceOf(form, name) : numberOf(form, name)
    if (typeof made === 'string') return made
    variables.push({ id, name, type: form.type, ...(form.splits ? { splits: true } : {}), ...made })
  }
  return variables
}

function choiceOf(form: VariableForm, name: string): Partial<OwnVariable> | string {
  const named = form.values.filter((value) => value.name.trim())
  if (named.length < 2) return messages.variableValues({ name })
  const taken = new Set(named.map((value) => value.id).filter(Boolean))
  if (new Set(named.map((value) => folded(value.name))).size < named.length)
    return messages.variableValueTwice({ name })
  return {
    values: named.map((value) => ({ id: value.id || slug(value.name, taken), name: value.name.trim() })),
  }
}

function numberOf(form: VariableForm, name: string): Partial<OwnVariable> | string {
  const [min, max, step] = [number(form.min, 0), number(form.max, 10), number(form.step, 1)]
  const steps = (max - min) / step
  if (!(step > 0) || !(steps >= 1))
    return messages.variableRange({
      name, min: form.min || '0', max: form.max || '10', step: form.step || '1',
    })
  if (steps > MOST_VALUES)
    return messages.variableMany({ name, count: Math.round(steps) })
  return { ...(form.unit.trim() ? { unit: form.unit.trim() } : {}), min, max, step }
}

function faultsOf(forms: readonly FaultForm[]): NonNullable<OwnExercise['faults']> {
  const taken = new Set(forms.map((form) => form.id).filter(Boolean))
  return forms.map((form) => ({
    id: form.id || slug(form.name, taken), name: form.name.trim(),
    ...(form.cure.trim() ? { cure: form.cure.trim() } : {}),
  }))
}

/** An id from a name: plain letters and digits, its own among those taken, to which it is added. */
export function slug(name: string, taken: Set<string>): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40) || 'v'
  let id = plain
  for (let n = 2; taken.has(id); n++) id = `${plain}_${n}`
  taken.add(id)
  return id
}

function number(typed: string, otherwise: number): number {
  return typed.trim() === '' ? otherwise : Number(typed.trim().replace(',', '.'))
}

function text(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}
