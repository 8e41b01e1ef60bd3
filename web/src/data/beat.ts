/** All-time marks of one exercise by line, read a page at a time so that ten years never hold the screen. */

import { front, type Mark } from '../core/beat'
import { classifyDepth } from '../core/depth'
import { byLine } from '../core/lines'
import { fromWorkout, type Performed } from '../core/performed'
import { knownExercise } from './exercise'
import { settings, workoutsWith } from './store'

export interface Marks { exercise: string; meaning: string; lines: ReadonlyMap<string, readonly Mark[]> }

const PAGE = 40

/** Marks of every line of an exercise from all workouts but this one. */
export async function marksOf(id: string, but: string): Promise<Marks> {
  const [exercise, chosen] = await Promise.all([knownExercise(id), settings()])
  const sets: Performed[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await workoutsWith(id, { limit: PAGE, offset })
    for (const doc of page) if (doc.id !== but) sets.push(...fromWorkout(doc.id, doc.body, () => exercise.facts, null, id))
    if (page.length < PAGE) break
  }
  const meaning = exercise.facts.loadMeaning
  const lines = [...byLine(sets, exercise.facts.splitting)].map(([key, line]) =>
    [key, front(classifyDepth(line, chosen.reference_depth?.[key] ?? null), meaning)] as const)
  return { exercise: id, meaning, lines: new Map(lines) }
}
