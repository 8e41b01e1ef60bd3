/**
 * Today's 10RM of the lines of an exercise: one number for the growth list and the growth page, with and
 * without signal. An account's snapshot of today says it where nothing was trained since; else the belief of
 * this phone does, which is fitted from the same documents to the same numbers.
 */

import type { Capacity } from '../../../core/logic/history/capacity'
import type { LineGrowth } from '../../../core/rules/history/growth'
import { dayNumber } from '../../../core/rules/prescription/fit'
import { quantile } from '../../../core/rules/strength/belief'
import { countedKg } from '../../../core/rules/strength/counted'
import { beliefOfLine, toDay } from '../../../core/rules/strength/pooled'
import { db } from '../../store/db'
import { wallTime } from '../../store/ids'
import { all, settings } from '../../store/store'
import { bodyMass } from '../body-mass'
import type { KnownExercise } from '../exercise'
import { hasNoServer, keptSnapshot, type SnapshotLine } from '../snapshot'
import { pastOf } from './strength'

export type Estimates = Readonly<Record<string, SnapshotLine>>

/** What is estimated of lines of an exercise, by line key; `trend` and `basis` as the server last said. */
export async function estimatesOf(
  exercise: KnownExercise, lines: readonly LineGrowth[],
): Promise<Estimates> {
  const stored = await keptSnapshot(exercise.id)
  const known = stored?.snapshot.lines ?? {}
  const now = wallTime()
  const isFresh =
    !hasNoServer(db) && stored?.at.slice(0, 10) === now.slice(0, 10) &&
    lines.every((line) => line.last <= stored.at && known[line.key] !== undefined)
  if (isFresh || lines.length === 0) return known
  const beliefs = await believed(exercise, lines, now.slice(0, 10))
  return {
    ...known,
    ...Object.fromEntries(lines.map(({ key, sets }) => {
      const { capacity, trend = [] } = known[key] ?? {}
      const { kg = null, low = null, high = null } = beliefs.get(key) ?? {}
      const estimate = { ...capacity, kg, low, high, basis: capacity?.basis ?? '' }
      return [key, { exercise: exercise.id, sets: sets.length, ...known[key], trend, capacity: estimate }]
    })),
  }
}

/** What this phone believes about lines on a day; without those of which no 10RM can be told. */
async function believed(
  exercise: KnownExercise, lines: readonly LineGrowth[], today: string,
): Promise<ReadonlyMap<string, Capacity>> {
  const { facts } = exercise
  const [measured, chosen] = await Promise.all([all('measurement'), settings()])
  const massOn = (at: string) => bodyMass(measured)(at) ?? chosen.mass_kg ?? null
  const start = `${today}T23:59:59`
  const mass = massOn(start)
  const movesBody = facts.bodyShare > 0 || ['added', 'assistance'].includes(facts.loadMeaning)
  if (['none', 'band'].includes(facts.loadMeaning) || (movesBody && mass === null)) return new Map()
  const { strength } = await pastOf(exercise, '', { start }, chosen, massOn)
  if (!strength) return new Map()
  const state = toDay(strength, dayNumber(today))
  return new Map(lines.map(({ key, sets }) => {
    const base = sets.at(-1)?.baseKg ?? facts.baseKg
    const [low = 0, kg = 0, high = 0] = quantile(beliefOfLine(state, key), [0.1, 0.5, 0.9])
      .map((moved) => countedKg(moved, facts, base, mass))
    return [key, { kg, low: Math.min(low, high), high: Math.max(low, high) }]
  }))
}
