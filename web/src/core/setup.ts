/** The setup of a set: its technique variables, carried forward until changed. Not recorded is unknown. */

import { inOrder, type Entry, type Setup, type SetupValue, type WorkoutSet } from './documents'

/** The part of an exercise file's variable that naming a value needs. */
export interface VariableNames {
  id: string
  name: string
  short?: string
  unit?: string
  values?: readonly { id: string; name: string }[]
}

/** The setup for the next set: that of the last set of the entry, or the one carried into it. */
export function carried(entry: Entry, before: WorkoutSet | undefined): Setup {
  return inOrder(entry.sets).at(-1)?.setup ?? before?.setup ?? {}
}

/** A setup with one variable changed; undefined makes it unknown again. */
export function withVariable(setup: Setup, id: string, value: SetupValue | undefined): Setup {
  const { [id]: _, ...rest } = setup
  return value === undefined ? rest : { ...rest, [id]: value }
}

/** A value as a person reads it: the choice's name, or the number with its unit. */
export function valueName(variable: VariableNames, value: SetupValue | undefined): string {
  if (value === undefined) return 'unknown'
  const choice = variable.values?.find((candidate) => candidate.id === value)
  if (choice) return choice.name.toLowerCase()
  const unit = variable.unit === 'deg' ? '°' : variable.unit ? ` ${variable.unit}` : ''
  return `${value}${unit}`
}

export function sameSetup(a: Setup, b: Setup): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}
