/** Names of lines as a lifter would say them, from the names of variables and machines. */
import { NO_MACHINE, UNKNOWN } from '../generated/tables'
import { parseKey, type LineChange } from '../rules/history/lines'
import type { VariableNames } from './setup'

export interface LineName {
  /** Only what tells the line from the exercise's other lines: "feet low · stance wide". */
  readonly short: string
  /** Everything: "Panatta, Keller · feet low · stance wide · both sides". */
  readonly long: string
}

type Machines = ReadonlyMap<string, string>

/**
 * Name all lines of one exercise; the short name holds the fewest parts that still tell every line from the
 * others.
 */
export function lineNames(
  keys: readonly string[], variables: readonly VariableNames[], machines: Machines,
): ReadonlyMap<string, LineName> {
  const parts = keys.map((key) => partsOf(key, variables, machines))
  const telling = fewest(parts)
  return new Map(
    keys.map((key, index) => {
      const own = parts[index] ?? []
      // The machine reads best at the end: what the lifter chose, then where.
      const order = [...telling].sort((a, b) => (a || own.length) - (b || own.length))
      const short = order.map((at) => own[at] ?? '').join(' · ').replace(' · both sides', '')
      return [key, { short: short || (own[0] ?? key), long: longName(own) }]
    }),
  )
}

/** Everything; a setup of which nothing was recorded is said once. */
function longName(parts: readonly string[]): string {
  const setup = parts.slice(1, -1)
  if (setup.length < 2 || !setup.every((part) => part.endsWith(' not recorded'))) return parts.join(' · ')
  return [parts[0], 'setup not recorded', parts.at(-1)].join(' · ')
}

/** The smallest choice of parts (setup before machine) with which no two lines read the same. */
function fewest(parts: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...parts.map((one) => one.length))
  const varying = Array.from({ length: width }, (_, at) => at).filter(
    (at) => new Set(parts.map((one) => one[at])).size > 1,
  )
  // Bit n stands for the n-th varying part; setup parts come first so that they win over the machine.
  const order = [...varying.filter((at) => at > 0), ...varying.filter((at) => at === 0)]
  const choices = Array.from({ length: 2 ** order.length }, (_, mask) =>
    order.filter((_, bit) => mask & (2 ** bit)),
  )
  choices.sort((a, b) => a.length - b.length)
  return (
    choices.find(
      (choice) => new Set(parts.map((one) => choice.map((at) => one[at]).join('|'))).size === parts.length,
    ) ?? varying
  )
}

/** One change between two lines in words: "feet from low to middle". */
export function changeWords(
  change: LineChange, variables: readonly VariableNames[], machines: Machines,
): string {
  if (change.what === 'side') return `sides from ${sideWord(change.from)} to ${sideWord(change.to)}`
  if (change.what === 'machine') return machineChange(change, machines)
  const variable = variables.find((one) => one.id === change.id)
  const name = (variable?.short ?? variable?.name ?? change.id.replaceAll('_', ' ')).toLowerCase()
  if (change.from === UNKNOWN) return `${name} ${valueWord(variable, change.to)}, not recorded before`
  if (change.to === UNKNOWN) return `${name} no longer recorded`
  return `${name} from ${valueWord(variable, change.from)} to ${valueWord(variable, change.to)}`
}

function machineChange({ from, to }: LineChange, machines: Machines): string {
  if (to === NO_MACHINE) return 'the machine is no longer recorded'
  const now = machines.get(to) ?? 'another machine'
  return from === NO_MACHINE
    ? `${now}, no machine recorded before`
    : `from ${machines.get(from) ?? 'another machine'} to ${now}`
}

function partsOf(key: string, variables: readonly VariableNames[], machines: Machines): string[] {
  const line = parseKey(key)
  const setup = line.setup.map(([id, value]) => {
    const variable = variables.find((one) => one.id === id)
    const name = (variable?.short ?? variable?.name ?? id.replaceAll('_', ' ')).toLowerCase()
    return value === UNKNOWN ? `${name} not recorded` : `${name} ${valueWord(variable, value)}`
  })
  const machine =
    line.machine === NO_MACHINE
      ? 'machine not recorded'
      : (machines.get(line.machine) ?? 'a machine of its own')
  return [machine, ...setup, line.side === 'both' ? 'both sides' : `${line.side} side`]
}

function valueWord(variable: VariableNames | undefined, value: string): string {
  if (value === UNKNOWN) return 'not recorded'
  return variable?.values?.find((one) => one.id === value)?.name.toLowerCase() ?? value.replaceAll('_', ' ')
}

function sideWord(side: string): string {
  return side === 'both' ? 'both' : `the ${side}`
}
