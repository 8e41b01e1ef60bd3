/** Which past workouts Today offers again. */

import { inOrder, type Workout } from '../../values/documents'

/** The newest workout of each name, without a name of each list of exercises; newest first as they came. */
export function offeredAgain<T extends { readonly body: Workout }>(newestFirst: readonly T[]): T[] {
  const seen = new Set<string>()
  return newestFirst.filter(({ body }) => {
    const exercises = inOrder(body.entries).map(({ exercise }) => exercise).join('|')
    const name = body.title?.trim().toLowerCase() || `|${exercises}`
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}
