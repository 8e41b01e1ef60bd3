/** All-time marks of one exercise by line, read a page at a time so that ten years never hold the screen. */

import { front, isRecord, markOf, toBeat, type Front, type Mark } from '../../core/logic/record-to-beat'
import { classifyDepth } from '../../core/rules/history/depth'
import type { Entry } from '../../core/values/documents'
import { byLine, keyOf } from '../../core/rules/history/lines'
import type { Counted } from '../../core/rules/history/set-records'
import { fromWorkout, type Facts, type Performed } from '../../core/rules/history/performed'
import { knownExercise } from './exercise'
import { yieldToEventLoop } from '../store/pauses'
import { settings, workoutsWith } from '../store/store'

export interface Marks { exercise: string; facts: Facts; lines: ReadonlyMap<string, Front> }

const PAGE = 40

/** Marks of every line of an exercise from all workouts but this one. */
export async function marksOf(id: string, but: string): Promise<Marks> {
  const [exercise, chosen] = await Promise.all([knownExercise(id), settings()])
  const { facts } = exercise
  const sets: Performed[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await workoutsWith(id, { limit: PAGE, offset })
    for (const doc of page)
      if (doc.id !== but) sets.push(...fromWorkout(doc.id, doc.body, () => facts, null, id))
    if (page.length < PAGE) break
    await yieldToEventLoop()
  }
  const lines = new Map<string, Front>()
  for (const [key, line] of byLine(sets, facts.splitting)) {
    await yieldToEventLoop()
    lines.set(key, front(classifyDepth(line, chosen.reference_depth?.[key] ?? null), facts.loadMeaning))
  }
  return { exercise: id, facts, lines }
}

export interface Standing {
  /** Sets of the entry that no set before had done. */
  records: ReadonlySet<string>
  /** What sets of the line count. */
  counted: Counted
  /** What the next set has to beat; null where nothing as hard was ever done. */
  mark: Mark | null
}

/** The next set as far as it is known. */
export interface Ahead { readonly loadKg: number; readonly metres: number }

/** Where the line stands after today's sets of an entry, for a next set; null where it has no history. */
export function standing(
  marks: Marks, entry: Entry, start: string, line: string, next: Ahead,
): Standing | null {
  const { facts } = marks
  const past = marks.lines.get(line)
  const records = new Set<string>()
  const today: Mark[] = []
  for (const set of fromWorkout('', { v: 1, start, entries: [entry] }, () => facts)) {
    const mark = keyOf(set, facts.splitting) === line ? markOf(set, facts.loadMeaning) : null
    if (!mark) continue
    const isKnown = past?.marks.some(({ counted }) => counted === mark.counted)
    if (isKnown && isRecord(mark, [...(past?.marks ?? []), ...today])) records.add(set.id)
    today.push(mark)
  }
  const counted = today.at(-1)?.counted ?? past?.counted
  // The first time there is nothing to beat: a set of today is no record to stand against.
  if (!counted || !past?.marks.some((mark) => mark.counted === counted)) return null
  const load = facts.loadMeaning === 'assistance' ? -next.loadKg : next.loadKg
  const level = counted === 'pace' ? next.metres : load
  return { records, counted, mark: toBeat([...past.marks, ...today], counted, level) }
}
