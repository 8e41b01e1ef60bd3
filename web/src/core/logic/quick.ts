/**
 * The quick entry line: `180x12 @2 feet low narrow; x10; x9` is three sets. Each set carries on what the one
 * before said.
 *
 * `180x12` or `180 kg × 12` load and reps · `x10` reps at the same load · `@2` reps left · `90s` `1:30` `2
 * min` time · `400m` `5 km` distance · `warm` `drop` `rest-pause` kind · `left` `right` side · `failed` · the
 * rest are words of the setup.
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
const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const KINDS: Readonly<Record<string, SetKind>> = {
  w: 'warm-up', warm: 'warm-up', 'warm-up': 'warm-up', warmup: 'warm-up', drop: 'drop', rp: 'rest-pause',
  'rest-pause': 'rest-pause', working: 'working',
}
const DISTANCES: Readonly<Record<string, DistanceUnit>> = { m: 'm', km: 'km', mi: 'mi', ft: 'ft', yd: 'yd' }

/** Read the line. `unit`: of loads without one. `variables`: the exercise's, for words of the setup. */
export function quick(line: string, unit: MassUnit, variables: readonly VariableNames[]): Quick {
  const parts = line.split(/[;\n]/).map((part) => part.trim()).filter(Boolean)
  if (parts.length === 0) return { sets: [], problem: null }
  if (parts.length > MOST_SETS)
    return { sets: [], problem: `${parts.length} sets in one line are a slip. Write at most ${MOST_SETS}.` }
  const sets: QuickSet[] = []
  for (const part of parts) {
    const read = readSet(part, sets.at(-1), unit, variables)
    if (typeof read === 'string') return { sets, problem: read }
    sets.push(read)
  }
  return { sets, problem: null }
}

function readSet(
  part: string, before: QuickSet | undefined, unit: MassUnit, variables: readonly VariableNames[],
): QuickSet | string {
  // Load, side and setup hold until changed; effort, kind and what was counted belong to one set.
  const set: QuickSet = {
    ...(before?.load ? { load: before.load } : {}), ...(before?.side ? { side: before.side } : {}),
    ...(before?.setup ? { setup: before.setup } : {}),
  }
  let rest = ` ${part.toLowerCase().replaceAll('×', 'x')} `
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    return found
  }
  const left = take(new RegExp(String.raw`\s@\s*(${NUMBER})(?=\s)`))
  if (left) {
    set.rir = number(left[1])
    if (set.rir > 10 || set.rir % 0.5 !== 0)
      return `“@${left[1]}” is no number of reps left. Write @0 to @10, halves count.`
  }
  if (take(/\s(?:failed|fail|failure)(?=\s)/)) Object.assign(set, { failure: true, rir: 0 })
  const clock = take(/\s(\d+):([0-5]\d)(?=\s)/) ?? undefined
  if (clock) set.duration_s = Number(clock[1]) * 60 + Number(clock[2])
  const time = take(new RegExp(String.raw`\s(${NUMBER})\s*(s|sec|min)(?=\s)`))
  if (time) set.duration_s = Math.round(number(time[1]) * (time[2] === 'min' ? 60 : 1))
  const far = take(new RegExp(String.raw`\s(${NUMBER})\s*(km|mi|ft|yd|m)(?=\s)`))
  if (far) set.distance = { value: number(far[1]), unit: DISTANCES[far[2] ?? ''] ?? 'm' }
  const both = take(new RegExp(String.raw`\s(${NUMBER})?\s*(kg|lbs?)?\s*x\s*(\d+)(?=\s)`))
  const alone = both ? null : take(new RegExp(String.raw`\s(${NUMBER})\s*(kg|lbs?)?(?=\s)`))
  const given = both ?? alone
  if (given?.[1] !== undefined)
    set.load = {
      value: number(given[1]), unit: given[2] === undefined ? unit : given[2] === 'kg' ? 'kg' : 'lb',
    }
  if (both) set.reps = Number(both[3])
  if (set.load && set.load.value > MOST_LOAD)
    return `${set.load.value} ${set.load.unit} is more than anybody lifts. Write at most ${MOST_LOAD}.`
  if (set.reps !== undefined && (set.reps < 1 || set.reps > MOST_REPS))
    return `${set.reps} reps are a slip. Write 1 to ${MOST_REPS}.`
  const problem = readWords(rest.trim(), set, variables)
  if (problem !== null) return problem
  if (set.reps === undefined && set.duration_s === undefined && set.distance === undefined)
    return `“${part}” has no reps, time or distance. Write it like ${EXAMPLE}.`
  return set
}

/** Kind, side and setup; null when every word was understood. */
function readWords(text: string, set: QuickSet, variables: readonly VariableNames[]): string | null {
  const words = text.split(/[\s,]+/).filter(Boolean)
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
    } else return `I do not know “${word}” here. Words of this exercise are ${known(variables) || 'none'}.`
  }
  return null
}

type Named = { id: string; value: string | number; used: number } | { problem: string } | null

/**
 * `feet low`, `narrow` or `toes 15`: a variable's name with its value, or a value that only one variable has.
 */
function setupAt(words: readonly string[], at: number, variables: readonly VariableNames[]): Named {
  const word = fold(words[at] ?? '')
  const variable = variables.find((one) =>
    [one.short, one.name, one.id].some((name) => name !== undefined && fold(name) === word),
  )
  const next = words[at + 1]
  if (variable && next !== undefined) {
    const value = valueOf(variable, fold(next))
    if (value !== undefined) return { id: variable.id, value, used: 2 }
    if (!variable.values?.length && /^\d+(?:[.,]\d+)?°?$/.test(next))
      return { id: variable.id, value: number(next.replace('°', '')), used: 2 }
  }
  const owners = variables.flatMap((one) => {
    const value = valueOf(one, word)
    return value === undefined ? [] : [{ one, value }]
  })
  if (owners.length > 1)
    return {
      problem: `“${words[at]}” may be ${owners.map(({ one }) => (one.short ?? one.name).toLowerCase()).join(' or ')}. Write the name before it.`,
    }
  const [owner] = owners
  return owner ? { id: owner.one.id, value: owner.value, used: 1 } : null
}

function valueOf(variable: VariableNames, word: string): string | undefined {
  return variable.values?.find(
    (value) =>
      fold(value.id) === word || fold(value.name) === word || fold(value.name).split(' ')[0] === word,
  )?.id
}

function known(variables: readonly VariableNames[]): string {
  return variables
    .map(
      (one) =>
        `${(one.short ?? one.name).toLowerCase()}${one.values?.length ? ` ${one.values.map((value) => value.id.replaceAll('_', ' ')).join('/')}` : ' and a number'}`,
    )
    .join(', ')
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'))
}
