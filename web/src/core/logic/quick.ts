/**
 * The quick entry line: `180x12 @2 feet low narrow; x10; x9` is three sets. Each set carries on what the one
 * before said. The command line reads the same grammar (`iron.journal.set_logging`, `spec/quick.json`).
 *
 * `180x12` or `180 kg × 12` load and reps · `x10` reps at the same load · `180x12,10,9` three sets ·
 * `180x12x3` three times the same · `@2` `rpe 8` reps left · `90s` `1:30` `2 min` time · `400m` `5 km`
 * distance · `warm` `drop` `rest-pause` kind · `left` `right` side · `failed` · `"…"` a note · the rest are
 * words of the setup.
 */

import type { Distance, DistanceUnit, Load, MassUnit, SetKind, Setup, Side } from '../values/documents'
import { fold } from '../rules/exercises/find'
import type { VariableNames } from './setup'

export interface QuickSet {
  load?: Load
  reps?: number
  rir?: number
  failure?: boolean
  duration_s?: number
  distance?: Distance
  kind?: SetKind
  side?: Side
  setup?: Setup
  note?: string
}
export interface Quick {
  sets: QuickSet[]
  /** What is wrong, one sentence; null when all was understood. */
  problem: string | null
}

export const EXAMPLE = '180x12 @2 feet low narrow; x10; x9'
const MOST_SETS = 20
const MOST_LOAD = 1000
const MOST_REPS = 100
const N = String.raw`\d+(?:[.,]\d+)?`
const UNIT = 'kgs?|kilos?|lbs?|pounds?'
const KINDS: Readonly<Record<string, SetKind>> = {
  w: 'warm-up', warm: 'warm-up', 'warm-up': 'warm-up', warmup: 'warm-up', drop: 'drop', rp: 'rest-pause',
  'rest-pause': 'rest-pause', working: 'working',
}
// Reps never have decimals, so a comma or slash after them begins the next set: 180x12, 185x10; 180x12,10.
// Between them may stand the effort: 110x8@2, 110x7@1.
const EFFORT = String.raw`(?:\s*@?\s*(?:rpe|rir)\s*${N}|\s*@\s*${N})?`
const NEXT_FULL = new RegExp(
  String.raw`(x\s*\d+${EFFORT})\s*[,/]\s*(?=${N}\s*(?:${UNIT})?\s*x\s*\d)`, 'g',
)
const NEXT_REPS = /(x\s*\d+)\s*[,/]\s*(?=\d+\s*(?:[,/;@\n]|$))/
const NEXT_X = /,(?=\s*x\s*\d)/g
const LOOSE_COMMA = /,(?!\d)|(?<!\d),/g
const NOTE = /["“”]([^"“”]*)["“”]/
const RPE = [
  new RegExp(String.raw`\s@?\s*rpe\s*(${N})(?=\s)`), new RegExp(String.raw`\s@?\s*(${N})\s*rpe(?=\s)`),
]
const RIR = [
  new RegExp(String.raw`\s@?\s*rir\s*(${N})(?=\s)`), new RegExp(String.raw`\s@?\s*(${N})\s*rir(?=\s)`),
  new RegExp(String.raw`\s?@\s*(${N})(?=\s)`),
]
const FAILED = /\s(?:failed|fail|failure)(?=\s)/
const BODY = /\s(?:bw|bodyweight|body weight)(?=[\sx+])\s*\+?/
const CLOCK = /\s(\d+):([0-5]\d)(?=\s)/
const TIME = new RegExp(String.raw`\s(${N})\s*(s|secs?|seconds?|mins?|minutes?)(?=\s)`)
const FAR = new RegExp(String.raw`\s(${N})\s*(km|mi|ft|yd|m)(?=\s)`)
const BOTH = new RegExp(
  String.raw`\s\+?(${N})?\s*(${UNIT})?\s*x\s*(\d+)(?:\s*x\s*(\d+))?(?:\s*reps?)?(?=\s)`,
)
const REPS = /\s(\d+)\s*reps?(?=\s)/
const SETS = /\s(\d+)\s*sets?(?=\s)/
// A bare number is a load only where no word stands before it: "toes 15" is not 15 kg.
const ALONE = [
  new RegExp(String.raw`\s\+?(${N})\s*(${UNIT})(?=\s)`), new RegExp(String.raw`^\s+\+?(${N})()(?=\s)`),
]

/** Read the line. `unit`: of loads without one. `variables`: the exercise's, for words of the setup. */
export function quick(line: string, unit: MassUnit, variables: readonly VariableNames[]): Quick {
  const sets: QuickSet[] = []
  for (const part of partsOf(line)) {
    const read = readSet(part, sets.at(-1), unit, variables)
    if (typeof read === 'string') return { sets, problem: read }
    if (sets.length + read.times > MOST_SETS)
      return {
        sets: [],
        problem: `More than ${MOST_SETS} sets in one line is likely a typing error. Write fewer.`,
      }
    for (let n = 0; n < read.times; n += 1) sets.push({ ...read.set })
  }
  return { sets, problem: null }
}

/** The sets of a line, with one sign for "times"; notes keep their letters. */
function partsOf(line: string): string[] {
  const pieces = line.split(NOTE).map((piece, at) => {
    if (at % 2 === 1) return `"${piece.replaceAll(/[;\n]/g, ',')}"` // a semicolon of a note is no new set
    let text = piece
      .toLowerCase()
      .replaceAll(/[×✕✖*]/g, 'x')
      .replaceAll(NEXT_FULL, '$1;')
      .replaceAll(NEXT_X, ';')
    while (NEXT_REPS.test(text)) text = text.replace(NEXT_REPS, '$1;x')
    return text
  })
  return pieces
    .join('')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** What is left of a part of the line while its pieces are taken out. */
class Rest {
  text: string
  constructor(text: string) { this.text = ` ${text} ` }
  take(...patterns: RegExp[]): RegExpExecArray | null {
    for (const pattern of patterns) {
      const match = pattern.exec(this.text)
      if (!match) continue
      this.text = `${this.text.slice(0, match.index)} ${this.text.slice(match.index + match[0].length)}`
      return match
    }
    return null
  }
}

function readSet(
  part: string, before: QuickSet | undefined, unit: MassUnit, variables: readonly VariableNames[],
): { set: QuickSet; times: number } | string {
  // Load, side and setup hold until changed; effort, kind, note and what was counted belong to one set.
  const set: QuickSet = {
    ...(before?.load ? { load: before.load } : {}), ...(before?.side ? { side: before.side } : {}),
    ...(before?.setup ? { setup: before.setup } : {}),
  }
  const rest = new Rest(part)
  const note = rest.take(NOTE)?.[1]?.trim()
  if (note) set.note = note
  rest.text = rest.text.replaceAll(LOOSE_COMMA, ' ')
  const strange = readEffort(rest, set)
  if (strange !== null) return strange
  readTimesAndDistances(rest, set)
  const times = readLoadAndReps(rest, set, unit)
  const problem = slip(set, times) ?? readWords(rest.text.trim(), set, variables)
  if (problem !== null) return problem
  if (set.reps === undefined && set.duration_s === undefined && set.distance === undefined)
    return `“${part}” has no reps, time or distance. Write it like ${EXAMPLE}.`
  return { set, times }
}

function readEffort(rest: Rest, set: QuickSet): string | null {
  const rpe = rest.take(...RPE)
  const left = rpe ? null : rest.take(...RIR)
  if (rpe) {
    set.rir = 10 - number(rpe[1])
    if (set.rir < 0 || set.rir > 10 || set.rir % 0.5 !== 0)
      return `RPE ${rpe[1]} does not exist. Write RPE 0 to 10, halves count.`
  } else if (left) {
    set.rir = number(left[1])
    if (set.rir > 10 || set.rir % 0.5 !== 0)
      return `“@${left[1]}” is not a number of reps left. Write @0 to @10, halves count.`
  }
  if (rest.take(FAILED)) Object.assign(set, { failure: true, rir: 0 })
  return null
}

function readTimesAndDistances(rest: Rest, set: QuickSet): void {
  const clock = rest.take(CLOCK)
  if (clock) set.duration_s = Number(clock[1]) * 60 + Number(clock[2])
  const time = rest.take(TIME)
  if (time) set.duration_s = Math.round(number(time[1]) * (time[2]?.startsWith('min') ? 60 : 1))
  const far = rest.take(FAR)
  if (far) set.distance = { value: number(far[1]), unit: far[2] as DistanceUnit }
}

/** Take load and reps; how many sets were meant. */
function readLoadAndReps(rest: Rest, set: QuickSet, unit: MassUnit): number {
  // "bw x 10" and "bw+20 x 8" go on with what follows.
  if (rest.take(BODY)) delete set.load
  const many = rest.take(SETS)
  const both = rest.take(BOTH)
  const counted = both ? null : rest.take(REPS)
  const load = both ?? rest.take(...ALONE)
  if (both) set.reps = Number(both[3])
  else if (counted) set.reps = Number(counted[1])
  if (load?.[1] !== undefined) {
    const named = load[2]
    set.load = { value: number(load[1]), unit: !named ? unit : named.startsWith('k') ? 'kg' : 'lb' }
  }
  return Number(both?.[4] ?? many?.[1] ?? 1)
}

function slip(set: QuickSet, times: number): string | null {
  if (set.load && set.load.value > MOST_LOAD)
    return `${set.load.value} ${set.load.unit} is more than anybody lifts. Write at most ${MOST_LOAD}.`
  if (set.reps !== undefined && (set.reps < 1 || set.reps > MOST_REPS))
    return `${set.reps} reps is likely a typing error. Write 1 to ${MOST_REPS}.`
  return times < 1 ? 'Zero sets cannot be logged. Write how many sets you did.' : null
}

/** Kind, side and setup; null when every word was understood. */
function readWords(text: string, set: QuickSet, variables: readonly VariableNames[]): string | null {
  const words = text.split(/\s+/).filter(Boolean)
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    const named = setupAt(words, at, variables)
    if (named && 'problem' in named) return named.problem
    if (named) {
      set.setup = { ...set.setup, [named.id]: named.value }
      at += named.used
    } else if (KINDS[word] !== undefined) {
      set.kind = KINDS[word]
      at += 1
    } else if (word === 'left' || word === 'right' || word === 'both') {
      set.side = word
      at += 1
    } else return `“${word}” is not known here. Words of this exercise: ${known(variables) || 'none'}.`
  }
  return null
}

type Named = { id: string; value: string | number; used: number } | { problem: string } | null

/**
 * `feet low`, `narrow` or `toes 15`: a variable's name with its value, or a value that only one variable has.
 */
function setupAt(words: readonly string[], at: number, variables: readonly VariableNames[]): Named {
  const word = fold(words[at] ?? '')
  const variable = variables.find((variable) =>
    [variable.short, variable.name, variable.id].some((name) => name !== undefined && fold(name) === word),
  )
  const next = words[at + 1]
  if (variable && next !== undefined && word) {
    const value = valueOf(variable, fold(next))
    if (value !== undefined) return { id: variable.id, value, used: 2 }
    if (!variable.values?.length && /^\d+(?:[.,]\d+)?°?$/.test(next))
      return { id: variable.id, value: number(next.replace('°', '')), used: 2 }
    if (variable.values?.length && valueOf(variable, word) === undefined) {
      const choices = variable.values.map((choice) => choice.id.replaceAll('_', ' ')).join(', ')
      const label = (variable.short ?? variable.name).toLowerCase()
      return { problem: `“${next}” is not a value of ${label}. Choose one of: ${choices}.` }
    }
  }
  const owners = variables.flatMap((variable) => {
    const value = valueOf(variable, word)
    return value === undefined ? [] : [{ variable, value }]
  })
  if (owners.length > 1)
    return {
      problem: `“${words[at]}” may be ` +
        `${owners.map(({ variable: owner }) => (owner.short ?? owner.name).toLowerCase()).join(' or ')}. ` +
          'Write the name before it.',
    }
  const [owner] = owners
  return owner ? { id: owner.variable.id, value: owner.value, used: 1 } : null
}

function valueOf(variable: VariableNames, word: string): string | undefined {
  if (!word) return undefined
  return variable.values?.find(
    (value) =>
      fold(value.id) === word || fold(value.name) === word || fold(value.name).split(' ')[0] === word,
  )?.id
}

function known(variables: readonly VariableNames[]): string {
  return variables
    .map(
      (variable) =>
        `${(variable.short ?? variable.name).toLowerCase()} ` +
          (variable.values?.length
            ? variable.values.map((value) => value.id.replaceAll('_', ' ')).join('/')
            : 'and a number'),
    )
    .join(', ')
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'))
}
