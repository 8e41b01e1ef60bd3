/** Names of lines as a lifter would say them, from the names of variables and machines. */
import * as messages from '../generated/messages-lines'
import { NO_MACHINE, UNKNOWN } from '../generated/tables'
import { parseKey } from '../rules/history/lines'
import type { Message } from '../values/message'
import { inLine } from '../values/in-line'
import type { VariableNames } from './setup'

export interface LineName {
  /** Only what tells the line from the exercise's other lines: "feet low · stance wide". */
  readonly short: string
  /** Everything that is known: "Panatta, Keller · feet low · stance wide". Empty where nothing is. */
  readonly long: string
}

type Machines = ReadonlyMap<string, string>

/** One part of what changed between two lines, ready for names from the content. */
export interface LineChange {
  readonly what: 'machine' | 'side' | 'variable'
  readonly id: string
  readonly from: string
  readonly to: string
}

/** Where two lines of one exercise differ: machine, side, then variables in the exercise's order. */
export function changes(before: string, after: string): LineChange[] {
  const [old, now] = [parseKey(before), parseKey(after)]
  const changes: LineChange[] = []
  if (old.machine !== now.machine)
    changes.push({ what: 'machine', id: 'machine', from: old.machine, to: now.machine })
  if (old.side !== now.side) changes.push({ what: 'side', id: 'side', from: old.side, to: now.side })
  const earlier = new Map(old.setup)
  for (const [id, to] of now.setup) {
    const from = earlier.get(id) ?? UNKNOWN
    if (from !== to) changes.push({ what: 'variable', id, from, to })
  }
  return changes
}

/**
 * Name all lines of one exercise; the short name holds the fewest parts that still tell every line from the
 * others.
 */
export function lineNames(
  keys: readonly string[], variables: readonly VariableNames[], machines: Machines,
): ReadonlyMap<string, LineName> {
  const parts = keys.map((key) => partsOf(key, variables, machines))
  const silent = neverRecorded(keys)
  const telling = fewest(parts)
  return new Map(
    keys.map((key, index) => {
      const own = parts[index] ?? []
      // The machine reads best at the end: what the lifter chose, then where.
      const order = [...telling].sort((a, b) => (a || own.length) - (b || own.length))
      const isSaid = (at: number) => order.length === 1 || own[at] !== messages.bothSides
      const short = inLine(order.filter(isSaid).map((at) => own[at] ?? ''))
      return [key, { short: short || (own[0] ?? key), long: inLine(own.filter((_, at) => !silent.has(at))) }]
    }),
  )
}

/** The parts that no line of the exercise has a value for: they say nothing about any of them. */
function neverRecorded(keys: readonly string[]): ReadonlySet<number> {
  const lines = keys.map(parseKey)
  const setups = lines[0]?.setup.length ?? 0
  const silent = new Set<number>()
  if (lines.every((line) => line.machine === NO_MACHINE)) silent.add(0)
  for (let at = 0; at < setups; at += 1)
    if (lines.every((line) => (line.setup[at]?.[1] ?? UNKNOWN) === UNKNOWN)) silent.add(at + 1)
  if (lines.every((line) => line.side === 'both')) silent.add(setups + 1)
  return silent
}

/** The smallest choice of parts (setup before machine) with which no two lines read the same. */
function fewest(parts: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...parts.map((part) => part.length))
  const varying = Array.from({ length: width }, (_, at) => at).filter(
    (at) => new Set(parts.map((part) => part[at])).size > 1,
  )
  // Bit n stands for the n-th varying part; setup parts come first so that they win over the machine.
  const order = [...varying.filter((at) => at > 0), ...varying.filter((at) => at === 0)]
  const choices = Array.from({ length: 2 ** order.length }, (_, mask) =>
    order.filter((_, bit) => mask & (2 ** bit)),
  )
  choices.sort((a, b) => a.length - b.length)
  return (
    choices.find(
      (choice) => new Set(parts.map((part) => choice.map((at) => part[at]).join('|'))).size === parts.length,
    ) ?? varying
  )
}

/** One change between two lines as a message: "feet from low to middle". */
export function lineChangeMessage(
  change: LineChange, variables: readonly VariableNames[], machines: Machines,
): Message {
  if (change.what === 'side')
    return { code: 'line-change-side', values: { before: change.from, now: change.to } }
  if (change.what === 'machine') return machineChange(change, machines)
  const variable = variables.find((variable) => variable.id === change.id)
  const name = (variable?.short ?? variable?.name ?? change.id.replaceAll('_', ' ')).toLowerCase()
  const values = {
    variable: name, before: valueWord(variable, change.from), now: valueWord(variable, change.to),
  }
  if (change.from === UNKNOWN) return { code: 'line-change-value-first', values }
  return { code: change.to === UNKNOWN ? 'line-change-value-gone' : 'line-change-value', values }
}

function machineChange({ from, to }: LineChange, machines: Machines): Message {
  if (to === NO_MACHINE) return { code: 'line-change-machine-gone', values: {} }
  const other = { type: 'messages', of: [{ code: 'line-machine-other', values: {} }] } as const
  const values = { before: machines.get(from) ?? other, now: machines.get(to) ?? other }
  return { code: from === NO_MACHINE ? 'line-change-machine-first' : 'line-change-machine', values }
}

function partsOf(key: string, variables: readonly VariableNames[], machines: Machines): string[] {
  const line = parseKey(key)
  const setup = line.setup.map(([id, value]) => {
    const variable = variables.find((variable) => variable.id === id)
    const name = (variable?.short ?? variable?.name ?? id.replaceAll('_', ' ')).toLowerCase()
    return value === UNKNOWN
      ? messages.valueUnknown({ variable: name })
      : messages.value({ variable: name, value: valueWord(variable, value) })
  })
  const machine =
    line.machine === NO_MACHINE
      ? messages.noMachine
      : (machines.get(line.machine) ?? messages.ownMachine)
  const sides: Readonly<Record<string, string>> = messages.side
  return [machine, ...setup, sides[line.side] ?? messages.bothSides]
}

function valueWord(variable: VariableNames | undefined, value: string): string {
  if (value === UNKNOWN) return messages.notRecorded
  return variable?.values?.find((choice) => choice.id === value)?.name.toLowerCase()
    ?? value.replaceAll('_', ' ')
}
