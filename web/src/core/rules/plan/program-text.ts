/**
 * Programs as plain text files. The twin of `src/iron/training/plan/program_files.py`; cases:
 * `spec/programs.json`. The TOML reader is handed in: it is fetched when a file is opened.
 */

import { DELOAD_AFTER, LEAST_WEEKS, MOST_RIR, MOST_WEEKS } from '../../generated/tables'
import type { ProgramDay, ProgramFile, ProgramSlot } from './block-make'

export interface Problem { readonly line: number; readonly where: string; readonly sentence: string }
/** Reads TOML; throws something with the line. */
export type Reader = (text: string) => Record<string, unknown>
type Table = Readonly<Record<string, unknown>>

const PROGRAM = ['name', 'note', 'weeks', 'days']
const DAY = ['weekday', 'name', 'slots']
const SLOT = ['exercise', 'sets', 'reps_low', 'reps_high', 'rir', 'rotate', 'setup', 'note']

/** A thing that is wrong, on its way to its line. */
class Wrong extends Error {
  constructor(readonly where: string, readonly sentence: string) { super(sentence) }
}

/** The program that a text holds, or the first thing that is wrong with it. */
export function parseProgram(
  text: string, read: Reader, known: (exercise: string) => boolean,
): { body: ProgramFile } | { problem: Problem } {
  let body: Table
  try {
    body = read(text)
  } catch (problem) {
    const line = (problem as { line?: number }).line ?? Math.max(1, text.split('\n').length)
    return {
      problem: {
        line, where: '',
        sentence: `Line ${line}: this is not TOML: write key = value, texts in quotes, [[days]] and ` +
          '[[days.slots]] above their keys.',
      },
    }
  }
  try {
    checkKeys(body)
    checkProgram(body)
    checkExercises(body, known)
  } catch (problem) {
    if (!(problem instanceof Wrong)) throw problem
    const line = lineOf(text, problem.where)
    return {
      problem: {
        line, where: problem.where,
        sentence: `Line ${line}, ${problem.where.slice(problem.where.lastIndexOf('.') + 1)}: ` +
          `${problem.sentence}`,
      },
    }
  }
  return { body: { v: 1, ...body } as unknown as ProgramFile } // checked above
}

/**
 * The line of a key path such as `days[1].slots[0].sets`, from 1; where the key is not, the head of its
 * table.
 */
function lineOf(text: string, where: string): number {
  const place = /^days\[(\d+)\](?:\.slots\[(\d+)\])?(?:\.(.+))?$/.exec(where)
  const key = place ? place[3] : where
  const [day, slot] = place ? [Number(place[1] ?? -1), Number(place[2] ?? -1)] : [-1, -1]
  let [atDay, atSlot, best] = [-1, -1, 1]
  for (const [number, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const isDay = /^\[\[\s*days\s*\]\]/.test(line)
    const isSlot = /^\[\[\s*days\s*\.\s*slots\s*\]\]/.test(line)
    if (isDay) [atDay, atSlot] = [atDay + 1, -1]
    else if (isSlot) atSlot += 1
    const here = atDay === day && atSlot === slot
    if (here && (isDay || isSlot)) best = number + 1
    else if (here && key && line.startsWith(key) && /^\s*=/.test(line.slice(key.length))) return number + 1
  }
  return best
}

function checkKeys(body: Table): void {
  only(body, PROGRAM, 'a program', '')
  for (const [at, day] of tables(body, 'days', '').entries()) {
    only(day, DAY, 'a day', `days[${at}].`)
    for (const [place, slot] of tables(day, 'slots', `days[${at}].`).entries())
      only(slot, SLOT, 'a slot', `days[${at}].slots[${place}].`)
  }
}

function tables(of: Table, key: string, where: string): Table[] {
  const value = of[key] ?? []
  if (
    !Array.isArray(value) ||
    !value.every(
      (item) => item !== null && typeof item === 'object' && !Array.isArray(item) && !(item instanceof Date),
    )
  ) {
    throw new Wrong(
      `${where}${key}`, `Write [[${key === 'days' ? 'days' : 'days.slots'}]] above each of them.`,
    )
  }
  return value as Table[]
}

function only(of: Table, keys: readonly string[], what: string, where: string): void {
  for (const key of Object.keys(of))
    if (!keys.includes(key))
      throw new Wrong(`${where}${key}`, `“${key}” is not a key of ${what}: ${keys.join(', ')}.`)
}

function checkProgram(program: Table): void {
  if (!text(program['name'])) throw new Wrong('name', 'A program needs a name.')
  if (!within(program['weeks'] ?? DELOAD_AFTER, LEAST_WEEKS, MOST_WEEKS))
    throw new Wrong('weeks', 'A program has 4 to 6 weeks before its deload.')
  const days = (program['days'] ?? []) as Table[] // checked by `tables`
  if (days.length === 0) throw new Wrong('days', 'A program needs at least one day.')
  for (const [at, day] of days.entries()) {
    const where = `days[${at}]`
    if (!within(day['weekday'] ?? at, 0, 6))
      throw new Wrong(`${where}.weekday`, 'A weekday counts from 0 (Monday) to 6.')
    const slots = (day['slots'] ?? []) as Table[] // checked by `tables`
    if (slots.length === 0) throw new Wrong(`${where}.slots`, 'A day needs at least one exercise.')
    for (const [place, slot] of slots.entries()) checkSlot(slot, `${where}.slots[${place}]`)
  }
}

function checkSlot(slot: Table, where: string): void {
  if (!text(slot['exercise'])) throw new Wrong(`${where}.exercise`, 'A slot needs an exercise.')
  const [low, high] = [slot['reps_low'], slot['reps_high']]
  if (!within(low, 1, 100) || !within(high, low, 100))
    throw new Wrong(`${where}.reps_low`, 'A slot needs reps_low and reps_high, 1 to 100, low first.')
  if (!within(slot['sets'], 1, 20)) throw new Wrong(`${where}.sets`, 'A slot has 1 to 20 sets.')
  const rir = slot['rir'] ?? 2
  if (typeof rir !== 'number' || !(rir >= 0 && rir <= MOST_RIR))
    throw new Wrong(`${where}.rir`, 'Reps in reserve go from 0 to 5.')
}

function checkExercises(body: Table, known: (exercise: string) => boolean): void {
  for (const [at, day] of (body as unknown as ProgramFile).days.entries()) {
    for (const [place, { exercise }] of day.slots.entries()) {
      if (!known(exercise))
        throw new Wrong(
          `days[${at}].slots[${place}].exercise`,
          `There is no exercise “${exercise}”: use the id in its address in the library.`,
        )
    }
  }
}

function text(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function within(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
}

/** The text of a program, as a coach would write it. Keys that a file does not have stay behind. */
export function programText(program: ProgramFile): string {
  const head = pairs([['name', program.name], ['note', program.note], ['weeks', program.weeks]])
  return [...head, ...program.days.flatMap(dayLines)].join('\n') + '\n'
}

function dayLines(day: ProgramDay): string[] {
  return [
    '', '[[days]]',
    ...pairs([
      ['weekday', day.weekday], ['name', day.name],
    ]),
    ...day.slots.flatMap(slotLines),
  ]
}

function slotLines(slot: ProgramSlot): string[] {
  const setup = Object.entries(slot.setup ?? {}).map(
    ([id, value]) => `${JSON.stringify(id)} = ${written(value)}`,
  )
  return [
    '', '[[days.slots]]',
    ...pairs([
      ['exercise', slot.exercise], ['sets', slot.sets], ['reps_low', slot.reps_low],
      ['reps_high', slot.reps_high], ['rir', slot.rir], ['rotate', slot.rotate || undefined],
    ]),
    ...(setup.length ? [`setup = { ${setup.join(', ')} }`] : []),
    ...pairs([['note', slot.note]]),
  ]
}

function pairs(
  given: readonly (readonly [key: string, value: string | number | boolean | undefined])[],
): string[] {
  return given.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${written(value)}`]))
}

/** A JSON text is a TOML basic string, but for one character that TOML does not take as it is. */
function written(value: string | number | boolean): string {
  return JSON.stringify(value).replaceAll('\u007f', '\\u007f')
}
