/** What a workout was: time, sets, volume, sets for each muscle, records with their sets, and last time. */

import { headlineAfter } from '../../core/logic/headline'
import { recordMessage, records } from '../../core/rules/history/set-records'
import { fromWorkout, noFacts, type Facts, type Performed } from '../../core/rules/history/performed'
import { volumeLoadKg } from '../../core/rules/history/volume'
import { countSets, setLabels } from '../../core/logic/workout'
import {
  setsByMuscle, type SummaryLine, type WorkoutSummary,
} from '../../core/logic/log/workout-summary'
import { wholeMuscles } from '../../core/logic/history/whole-muscles'
import { elapsedS, momentOf } from '../../core/values/moments'
import { inOrder, kindOf, type Entry, type Workout } from '../../core/values/documents'
import { contentIndex } from './content'
import { entryNames } from './entry-names'
import { lifted } from './exercise-history'
import { sentences } from './sentences'
import { countedAs, merges, read } from '../store/store'

/**
 * Read a workout, running or finished, beside everything before it.
 *
 * @param now the moment that ends a running one [Unix time, ms]
 */
export async function workoutSummary(id: string, stored: Workout, now: number): Promise<WorkoutSummary> {
  const [index, merged, spoken, nameOf] = await Promise.all([
    contentIndex(), merges(), sentences(), entryNames(stored.run?.id),
  ])
  const workout = merged.workout(stored)
  const parts: Performed[][] = []
  const lines: SummaryLine[] = []
  const facts = new Map<string, Facts>()
  for (const entry of inOrder(workout.entries)) {
    const sets = inOrder(entry.sets)
    const working = sets.filter((set) => kindOf(set) !== 'warm-up')
    if (working.length === 0) continue
    const grown = await lifted(await countedAs(entry.exercise))
    const known = grown.exercise.facts
    facts.set(entry.exercise, known)
    const performed = fromWorkout(id, { ...workout, entries: [entry] }, () => known)
    parts.push(performed)
    const [labels, ids] = [setLabels(sets), new Set(sets.map((set) => set.id))]
    const here = grown.lines.filter((line) => line.sets.some((set) => ids.has(set.id)))
    lines.push({
      entry: entry.id, exercise: entry.exercise, name: nameOf(entry, grown.exercise.name),
      meaning: known.loadMeaning, sets: working,
      records: here
        .flatMap((line) => records(line.sets, known.loadMeaning))
        .filter((record) => ids.has(record.set_id))
        .map((record) => ({
          set: labels.get(record.set_id) ?? '',
          sentence: spoken.render(recordMessage(record, known.loadMeaning, grown.unit)),
        })),
      growth: here.flatMap((line) => {
        const headline = headlineAfter(line, grown.exercise.log, known, stored.start)
        const name = here.length > 1 ? (grown.names.get(line.key)?.short ?? '') : ''
        return headline ? [{ name, headline }] : []
      }),
      before: await lastTimeOn(here.flatMap((line) => line.sets), id, workout, entry),
      now: totals(performed),
    })
  }
  const factsOf = (exercise: string) => facts.get(exercise) ?? noFacts(exercise)
  return {
    seconds: elapsedS(stored, stored.end === undefined ? now : momentOf(stored.end, stored.offset)),
    ...countSets(workout),
    volumeKg: volumeLoadKg(parts.flat(), factsOf),
    muscles: setsByMuscle(parts.flat(), factsOf, wholeMuscles(index.muscles)),
    lines,
  }
}

/** So many earlier days are looked through for the same slot of a program. */
const DAYS_BACK = 12

/** Last time: of a slot of a program its newest earlier session, else the newest day on the lines. */
async function lastTimeOn(
  sets: readonly Performed[], id: string, { start, run }: Workout, { slot }: Entry,
): Promise<SummaryLine['before']> {
  const earlier = sets.filter((set) => set.workout !== id && set.start < start && set.kind !== 'warm-up')
  const days = [...new Set(earlier.map((set) => set.start))].sort().reverse()
  const on = (day: string) => earlier.filter((set) => set.start === day)
  if (run !== undefined && slot !== undefined) {
    for (const day of days.slice(0, DAYS_BACK)) {
      const body = (await read('workout', on(day)[0]?.workout ?? ''))?.body
      if (body?.run?.id !== run.id) continue
      const rows = body.entries.filter((row) => row.slot === slot)
      const same = new Set(rows.flatMap((row) => row.sets.map((set) => set.id)))
      const part = on(day).filter((set) => same.has(set.id))
      if (part.length > 0) return { start: day, ...totals(part) }
    }
  }
  const [newest] = days
  return newest === undefined ? null : { start: newest, ...totals(on(newest)) }
}

function totals(sets: readonly Performed[]): { reps: number; volumeKg: number } {
  const working = sets.filter((set) => set.kind !== 'warm-up')
  return {
    reps: working.reduce((sum, set) => sum + (set.reps ?? 0), 0),
    volumeKg: Math.round(working.reduce((sum, set) => sum + set.loadKg * (set.reps ?? 0), 0)),
  }
}
