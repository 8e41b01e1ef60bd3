/** The setup of a set: its technique variables, carried forward until changed. Not recorded is unknown. */

import type { Setup, SetupValue } from '../values/documents'

/** The part of an exercise file's variable that naming a value needs. */
export interface VariableNames {
  id: string
  name: string
  short?: string
  unit?: string
  values?: readonly { id: string; name: string }[]
}

/** A setup with one variable changed; undefined makes it unknown again. */
export function withVariable(setup: Setup, id: string, value: SetupValue | undefined): Setup {
  const { [id]: _, ...rest } = setup
  return value === undefined ? rest : { ...rest, [id]: value }
}

/** A variable's short name; of two that share one, the long names tell them apart. */
export function shortName(variable: VariableNames, all: readonly VariableNames[]): string {
  const short = (named: VariableNames) => named.short ?? named.name
  return all.filter((other) => short(other) === short(variable)).length > 1 ? variable.name : short(variable)
}

/** A value as a person reads it: the choice's name, or the number with its unit. */
export function valueName(variable: VariableNames, value: SetupValue | undefined): string {
  if (value === undefined) return 'unknown'
  const choice = variable.values?.find((candidate) => candidate.id === value)
  if (choice) return choice.name.toLowerCase()
  return `${value}${unitSign(variable.unit)}`
}

/** The unit behind a number; a notch or stop is only counted. */
export function unitSign(unit: string | undefined): string {
  if (unit === undefined || unit === 'notch' || unit === 'stop') return ''
  return unit === 'deg' ? '°' : ` ${unit}`
}
