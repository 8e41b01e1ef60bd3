/**
 * Whether there is anything to train from. Light: the first screen asks before the rest of the app is here.
 */

import { isActive } from '../../core/logic/programs/active'
import { isRoutine } from '../../core/logic/routine'
import { all, workouts } from '../store/store'

/** No workout, no routine, no program that runs, no block. */
export async function journalIsEmpty(): Promise<boolean> {
  const [past, programs, runs, plans] = await Promise.all([
    workouts({ limit: 1 }), all('program'), all('run'), all('block'),
  ])
  return past.length + plans.length === 0 &&
    !programs.some(({ body }) => isRoutine(body)) &&
    !runs.some(({ body }) => isActive(body))
}
