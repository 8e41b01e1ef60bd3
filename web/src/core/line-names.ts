/** Names of lines as a lifter would say them, from the names of variables and machines. */
import { NO_MACHINE, parseKey, UNKNOWN, type LineChange } from './lines'
import type { VariableNames } from './setup'

export interface LineName {
  /** Only what tells the line from the exercise's other lines: "feet low · stance wide". */
  readonly short: string
  /** Everything: "Panatta, Keller · feet low · stance wide · both sides". */
  readonly long: string
}

type Machines = ReadonlyMap<string, string>

/** Name all lines of one exercise; the short name holds only the parts in which they differ. */
export function lineNames(
  keys: readonly string[], variables: readonly VariableNames[], machines: Machines,
): ReadonlyMap<string, LineName> {
  const parts = keys.map((key) => partsOf(key, variables, machines))
  const width = Math.max(0, ...parts.map((one) => one.length))
  const varies = Array.from({ length: width }, (_, at) => new Set(parts.map((one) => one[at])).size > 1)
  return new Map(
    keys.map((key, index) => {
      const own = parts[index] ?? []
      const telling = own.filter((_, at) => varies[at])
      return [key, { short: (telling.length > 0 ? telling : own.slice(0, 1)).join(' · '), long: own.join(' · ') }]
    }),
  )
}

/** One change between two lines in words: "feet from low to middle". */
export function changeWords(change: LineChange, variables: readonly VariableNames[], machines: Machines): string {
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
  return from === NO_MACHINE ? `${now}, no machine recorded before` : `from ${machines.get(from) ?? 'another machine'} to ${now}`
}

function partsOf(key: string, variables: readonly VariableNames[], machines: Machines): string[] {
  const line = parseKey(key)
  const setup = line.setup.map(([id, value]) => {
    const variable = variables.find((one) => one.id === id)
    const name = (variable?.short ?? variable?.name ?? id.replaceAll('_', ' ')).toLowerCase()
    return value === UNKNOWN ? `${name} not recorded` : `${name} ${valueWord(variable, value)}`
  })
  const machine = line.machine === NO_MACHINE ? 'machine not recorded' : (machines.get(line.machine) ?? 'a machine of its own')
  return [machine, ...setup, line.side === 'both' ? 'both sides' : `${line.side} side`]
}

function valueWord(variable: VariableNames | undefined, value: string): string {
  if (value === UNKNOWN) return 'not recorded'
  return variable?.values?.find((one) => one.id === value)?.name.toLowerCase() ?? value.replaceAll('_', ' ')
}

function sideWord(side: string): string {
  return side === 'both' ? 'both' : `the ${side}`
}
