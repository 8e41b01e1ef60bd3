/**
 * The shape of a program of format 2: unknown keys, wrong types, numbers out of range. The same as
 * `src/iron/training/programs/checks/shape.py`, from the same table of keys.
 */
import LANGUAGE from '../../../../../src/iron/training/programs/checks/language.json'
import { isRecord } from '../../values/json'

export type Table = Readonly<Record<string, unknown>>
export interface Problem {
  readonly where: string
  readonly sentence: string
}
export interface Field {
  readonly is: string
  readonly low?: number
  readonly high?: number
  readonly words?: readonly string[]
  readonly of?: string
  readonly must?: boolean
}
export interface Kind {
  readonly title: string
  readonly keys: Readonly<Record<string, Field>>
}

/** Every kind of table of the language with its keys, their types and limits. */
export const KINDS = LANGUAGE as Readonly<Record<string, Kind>>
const SET_WORDS = ['amrap', 'last', 'first', 'top']
const MISSING: Readonly<Record<string, string>> = {
  'program.cycles':
    'it says after how many rounds the program ends, 1 to 200; without it the program never ends',
  'program.name': 'write name = "…"',
  'program.days': 'write [[days]] with [[days.slots]] below',
  'day.slots': 'write [[days.slots]] below the day',
  'row.reps': 'write reps = [low, high]',
}

/** Everything in a body that the table of the language does not allow; empty when the shape is right. */
export function problemsOfShape(body: unknown): Problem[] {
  const problems: Problem[] = []
  checkTable(body, 'program', '', problems)
  return problems
}

export function isTable(value: unknown): value is Table {
  return isRecord(value) && !(value instanceof Date)
}

function checkTable(value: unknown, kind: string, where: string, problems: Problem[]): void {
  const { title, keys } = KINDS[kind] ?? { title: kind, keys: {} }
  const names = Object.keys(keys).join(', ')
  if (!isTable(value)) {
    problems.push({ where, sentence: `Write ${title} as a table with the keys ${names}.` })
    return
  }
  const prefix = where ? `${where}.` : ''
  for (const [key, given] of Object.entries(value)) {
    const field = keys[key]
    if (!field) {
      if (key === 'v' && kind === 'program') continue
      problems.push({
        where: prefix + key, sentence: `“${key}” is not a key of ${title}. Keys are ${names}.`,
      })
      continue
    }
    const problem = check(given, field, prefix + key, problems)
    if (problem) problems.push({ where: prefix + key, sentence: `${key}: ${problem}` })
  }
  for (const [key, field] of Object.entries(keys)) {
    if (!field.must || key in value) continue
    const needs = `${title.charAt(0).toUpperCase()}${title.slice(1)} needs the key ${key}`
    problems.push({ where: prefix + key, sentence: `${needs}: ${MISSING[`${kind}.${key}`] ?? 'add it'}.` })
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isWhole = (value: unknown): value is number => isNumber(value) && Number.isInteger(value)
const within = (value: number, { low = -Infinity, high = Infinity }: Field): boolean =>
  low <= value && value <= high
const show = (value: unknown): string =>
  ((JSON.stringify(value) as string | undefined) ?? 'nothing').replace(/,(?=\S)/g, ', ').slice(0, 40)
const limits = ({ low, high }: Field): string => `from ${low} to ${high}`

function check(value: unknown, field: Field, where: string, problems: Problem[]): string {
  switch (field.is) {
    case 'whole':
      return wholeProblem(value, field)
    case 'number':
      return isNumber(value) && within(value, field)
        ? ''
        : `write a number ${limits(field)}, not ${show(value)}.`
    case 'text':
      return textProblem(value, field)
    case 'texts':
      return textsProblem(value, field)
    case 'word':
      return field.words?.includes(value as string) ? '' : wordProblem(value, field)
    case 'id':
      return isId(value) ? '' : 'write a short word of lower-case letters, digits, - and _ in quotes.'
    case 'bool':
      return typeof value === 'boolean' ? '' : `write true or false, not ${show(value)}.`
    case 'amount':
      return amountProblem(value, field, where, problems)
    case 'reps':
      return repsProblem(value, field)
    case 'span':
      return spanProblem(value, field)
    case 'wholes':
      return wholesProblem(value, field)
    case 'numbers':
      return numbersProblem(value, field, where, problems)
    case 'set':
      return isSetName(value)
        ? ''
        : `write the number of a set or one of ${SET_WORDS.join(', ')}, not ${show(value)}.`
    case 'setup':
      return isSetup(value) ? '' : 'write a table such as { stance = "wide" }.'
    case 'setups':
      return setupsProblem(value, field)
    case 'schemes':
      return schemesProblem(value, field, where, problems)
    case 'tables':
      return tablesProblem(value, field, where, problems)
    default:
      checkTable(value, field.of ?? '', where, problems)
      return ''
  }
}

function wholeProblem(value: unknown, field: Field): string {
  if (isWhole(value) && within(value, field)) return ''
  if (field.low === field.high) return `write ${field.low}, not ${show(value)}.`
  return `write a whole number ${limits(field)}, not ${show(value)}.`
}

function textProblem(value: unknown, { high = 0 }: Field): string {
  const isText = typeof value === 'string' && value.length > 0 && value.length <= high
  return isText ? '' : `write a text of 1 to ${high} characters in quotes.`
}

function textsProblem(value: unknown, { high = 0 }: Field): string {
  const texts =
    Array.isArray(value) &&
    value.every((text) => typeof text === 'string' && text !== '' && text.length <= 500)
  return texts && value.length > 0 && value.length <= high
    ? ''
    : `write a list of 1 to ${high} texts in quotes.`
}

function wordProblem(value: unknown, field: Field): string {
  return `${show(value)} is not a word that fits here. Use one of: ${field.words?.join(', ')}.`
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9_-]{0,63}$/.test(value)
const isSetName = (value: unknown): boolean =>
  SET_WORDS.includes(value as string) || (isWhole(value) && value >= 1 && value <= 60)
const isSetup = (value: unknown): boolean =>
  isTable(value) &&
  Object.values(value).every(
    (part) => typeof part === 'string' || typeof part === 'boolean' || isNumber(part),
  )

function setupsProblem(value: unknown, { high = 0 }: Field): string {
  if (!Array.isArray(value) || value.length < 2 || value.length > high)
    return `write 2 to ${high} tables such as [{ stance = "wide" }, { stance = "narrow" }].`
  return value.every(isSetup) ? '' : 'write a table such as { stance = "wide" }.'
}

function amountProblem(value: unknown, field: Field, where: string, problems: Problem[]): string {
  if (!isTable(value) || Object.keys(value).length === 0)
    return 'write an amount such as { kg = 2.5, lb = 5 }.'
  for (const [unit, number] of Object.entries(value)) {
    if (unit !== 'kg' && unit !== 'lb') return `“${unit}” is not a unit of load. Use kg or lb.`
    const factor = unit === 'kg' ? 1 : 2.2
    const scaled = { ...field, low: (field.low ?? 0) * factor, high: (field.high ?? 0) * factor }
    if (!isNumber(number) || !within(number, scaled)) {
      const sentence = `${unit}: write a number ${limits(scaled)}, not ${show(number)}.`
      problems.push({ where: `${where}.${unit}`, sentence })
    }
  }
  return ''
}

function repsProblem(value: unknown, field: Field): string {
  const [low, high, more] = (Array.isArray(value) ? value : [value, value]) as unknown[]
  const isRange = isWhole(low) && isWhole(high) && more === undefined && low <= high
  if (isRange && within(low, field) && within(high, field)) return ''
  return `write a whole number ${limits(field)}, or a range such as [8, 12], not ${show(value)}.`
}

function spanProblem(value: unknown, field: Field): string {
  const ends = Array.isArray(value) ? (value as unknown[]) : []
  const [low, high] = ends
  const isSpan =
    (ends.length === 1 || ends.length === 2) && ends.every((end) => isWhole(end) && within(end, field))
  if (isSpan && (high === undefined || (low as number) <= (high as number))) return ''
  return `write [low, high], or [low] for “low and more”, not ${show(value)}.`
}

function wholesProblem(value: unknown, field: Field): string {
  const numbers = (Array.isArray(value) ? value : [value]) as unknown[]
  if (numbers.length > 0 && numbers.every((number) => isWhole(number) && within(number, field))) return ''
  return `write a whole number ${limits(field)} or a list of them, not ${show(value)}.`
}

function numbersProblem(value: unknown, field: Field, where: string, problems: Problem[]): string {
  if (!isTable(value)) return 'write a table such as { quads = 18 }.'
  for (const [key, number] of Object.entries(value)) {
    if (isNumber(number) && within(number, field)) continue
    problems.push({
      where: `${where}.${key}`,
      sentence: `${key}: write a number ${limits(field)}, not ${show(number)}.`,
    })
  }
  return ''
}

function tablesProblem(
  value: unknown,
  { of = '', high = 0 }: Field,
  where: string,
  problems: Problem[],
): string {
  if (!Array.isArray(value) || !value.every(isTable)) {
    return `write [[${where.replace(/\[\d+\]/g, '')}]] above each of them, or a list of tables.`
  }
  if (value.length === 0 || value.length > high) return `there are ${value.length}. Write 1 to ${high}.`
  for (const [place, row] of value.entries()) checkTable(row, of, `${where}[${place}]`, problems)
  return ''
}

function schemesProblem(value: unknown, { high = 0 }: Field, where: string, problems: Problem[]): string {
  if (!isTable(value) || Object.keys(value).length > high) {
    return `write [schemes] with at most ${high} lists of sets below.`
  }
  for (const [name, rows] of Object.entries(value)) {
    const problem = tablesProblem(rows, { is: 'tables', of: 'set', high: 30 }, `${where}.${name}`, problems)
    if (problem) problems.push({ where: `${where}.${name}`, sentence: `${name}: ${problem}` })
  }
  return ''
}
