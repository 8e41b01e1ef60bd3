/** Where the setup changes between the sets of an exercise. */

import type { Setup, SetupValue } from '../../values/documents'

export interface SetUp {
  readonly key: string
  readonly setup: Setup | undefined
}

/** The variables in which the sets differ. */
export function differing(sets: readonly SetUp[], variables: readonly string[]): string[] {
  return variables.filter((id) => new Set(sets.map(({ setup }) => setup?.[id])).size > 1)
}

/**
 * What to write above the sets from which another setup holds, by their keys: nothing where all are alike,
 * else the first set has its setup too.
 *
 * @param sets in the order they are done
 * @param words a variable with its value; undefined where it was not recorded
 */
export function setupChanges(
  sets: readonly SetUp[], variables: readonly string[],
  words: (variable: string, value: SetupValue | undefined) => string,
): ReadonlyMap<string, string> {
  const varying = differing(sets, variables)
  const changes = new Map<string, string>()
  let before = ''
  for (const { key, setup } of sets) {
    const now = varying.map((id) => words(id, setup?.[id])).join(', ')
    if (now !== before) changes.set(key, now)
    before = now
  }
  return changes
}
