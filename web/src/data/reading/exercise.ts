/**
 * An exercise as rules and screens need it: from the library, or the lifter's own, or only an id nobody knows
 * here.
 */

import { DEFAULT_K, FAMILY_K } from '../../core/generated/tables'
import type { Measure, OwnExercise } from '../../core/values/documents'
import { noFacts, type Facts } from '../../core/rules/history/performed'
import { contentIndex, exerciseFacts, type ExerciseFacts, type IndexRow } from './content'
import { ownFacts, ownFile } from './own-facts'
import { all, countedAs, merges, read } from '../store/store'

export interface KnownExercise {
  id: string
  name: string
  log: readonly Measure[]
  facts: Facts
  /**
   * The library's file, or what the lifter said of his own; undefined without signal before it was ever
   * opened.
   */
  file?: ExerciseFacts
  own?: OwnExercise
  /** Neither the library nor the lifter knows this id. */
  isUnknown?: true
}

/**
 * What the index may tell beyond the contract's row; enough for lines when the exercise's own file is not
 * here.
 */
type Row = IndexRow & {
  splitting?: string[]
  family?: string
  implements?: number
  bodyweight_share?: number
  credits?: Record<string, number>
}

/** What an exercise counts as: a merged one is the other one. */
export async function knownExercise(asked: string): Promise<KnownExercise> {
  const id = await countedAs(asked)
  const own = (await read('exercise', id))?.body
  if (own) return fromOwn(id, own)
  return (
    (await libraryExercise(id)) ??
    { id, name: id, log: ['load', 'reps'], facts: noFacts(id), isUnknown: true }
  )
}

/** An exercise of the library, whatever the lifter of this phone merged or made. */
export async function libraryExercise(id: string): Promise<KnownExercise | undefined> {
  const [file, index] = await Promise.all([exerciseFacts(id), contentIndex()])
  const row = file ?? index.exercises.find((row) => row.id === id)
  return row && { id, name: row.name, log: row.log, facts: factsOf(row, file), ...(file ? { file } : {}) }
}

/** Names of all exercises by id: library and own. */
export async function exerciseNames(): Promise<ReadonlyMap<string, string>> {
  const [index, own, merged] = await Promise.all([contentIndex(), all('exercise'), merges()])
  const names = new Map(index.exercises.map((exercise) => [exercise.id, exercise.name]))
  for (const exercise of own) names.set(exercise.id, exercise.body.name)
  for (const { id, body } of own) names.set(id, names.get(merged.target(id).exercise) ?? body.name)
  return names
}

/**
 * Facts of all exercises from the index alone, without opening a file: credits without bands. For sums over
 * many exercises.
 */
export async function indexFacts(): Promise<(exercise: string) => Facts> {
  const [index, own] = await Promise.all([contentIndex(), all('exercise')])
  const rows = new Map(index.exercises.map((row) => [row.id, row]))
  const mine = new Map(own.map(({ id, body }) => [id, body]))
  const known = new Map<string, Facts>()
  return (exercise) => {
    const body = mine.get(exercise)
    const row = rows.get(exercise)
    const facts =
      known.get(exercise) ??
      (body ? ownFacts(exercise, body) : row ? factsOf(row, undefined) : noFacts(exercise))
    known.set(exercise, facts)
    return facts
  }
}

function fromOwn(id: string, own: OwnExercise): KnownExercise {
  return {
    id, name: own.name, log: own.log ?? ['load', 'reps'], facts: ownFacts(id, own), file: ownFile(id, own),
    own,
  }
}

function factsOf(row: Row, file: ExerciseFacts | undefined): Facts {
  const splits = file?.variables.filter((variable) => variable.splits).map((variable) => variable.id)
  const credits = Object.entries(row.credits ?? {}).map(([id, credit]) => ({
    id, credit, low: credit, high: credit,
  }))
  return {
    id: row.id,
    splitting: splits ?? row.splitting ?? [],
    loadMeaning: row.load_meaning,
    implements: row.implements ?? 1,
    bodyShare: row.bodyweight_share ?? 0,
    curveK: file?.curve_k ?? FAMILY_K[row.family ?? ''] ?? DEFAULT_K,
    muscles: file?.muscles ?? credits,
    baseKg: file?.machine?.base_kg ?? 0,
  }
}
