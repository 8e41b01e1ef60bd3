/** What cutting a day to some minutes has to know: the muscles of its exercises and their rests. */

import { USUAL_REST_S } from '../../core/generated/tables'
import { settings } from '../store/store'
import { factsOfAll, type FactsOf } from './blocks'

export interface Timing { factsOf: FactsOf; restOf: (exercise: string) => number }

export async function timingOf(exercises: readonly string[]): Promise<Timing> {
  const [factsOf, chosen] = await Promise.all([factsOfAll(exercises), settings()])
  return {
    factsOf,
    restOf: (exercise) => chosen.rest_by_exercise?.[exercise] ?? chosen.rest_s ?? USUAL_REST_S,
  }
}
