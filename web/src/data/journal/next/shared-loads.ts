/**
 * Next loads for screens: counted once, shared by all that show the same day or workout, and counted again
 * only after a change of what they depend on. What counts them is loaded when a screen first asks.
 */

import type { BlockSlot } from '../../../core/rules/plan/block'
import type { SlotTargets } from '../../../core/rules/programs/targets'
import type { Kind, MassUnit } from '../../../core/values/documents'
import { db, onDbChange } from '../../store/db'
import { onChange } from '../../store/idb'
import { read } from '../../store/store'
import type { NextLoad, NextWords } from './next-loads'

export type Loads = ReadonlyMap<string, NextLoad>
/** By exercise, and by entry where a running program says it. */
export type Comings = ReadonlyMap<string, NextWords>

/** A day whose loads are wanted: its slots, and whether it lies in a deload week. */
export interface PlannedDay {
  readonly day: { readonly slots: readonly BlockSlot[] }
  readonly deload: boolean
}

/** What a next load depends on. */
export const DEPENDS_ON: readonly Kind[] = [
  'block', 'run', 'workout', 'machine', 'gym', 'settings', 'measurement', 'exercise',
]

const NONE: Comings = new Map()
let answers = new Map<string, Promise<Comings>>()
onDbChange(() => { answers = new Map() })
onChange((changes) => {
  const matters = changes.some(
    ({ store, key: [kind = ''] }) =>
      store === 'documents' && (kind === '*' || DEPENDS_ON.some((dependency) => dependency === kind)))
  if (matters) answers = new Map()
})

/** The next load of each slot of a day, by slot; without those of which nothing is known. */
export function dayLoads({ day, deload }: PlannedDay, on: string): Promise<Loads> {
  return once(JSON.stringify([db.name, 'day', on, deload, day.slots]), async () =>
    (await import('./next-loads')).loadsOfDay(day.slots, deload, on))
}

/** The engine's load of each slot of a program's session that names none, by slot. */
export function sessionLoads(slots: readonly SlotTargets[], unit: MassUnit, on: string): Promise<Loads> {
  return once(JSON.stringify([db.name, 'session', on, unit, slots]), async () =>
    (await import('./next-loads')).loadsOfSession(slots, unit, on))
}

/**
 * What comes next after a workout, by exercise or entry: on the line that was done last, and only where
 * nothing came since.
 */
export function loadsAfter(workout: string, on: string): Promise<Comings> {
  return once(JSON.stringify([db.name, 'after', on, workout]), async () => {
    const doc = await read('workout', workout)
    return doc ? (await import('./next-loads')).nextAfter(workout, doc.body, on) : NONE
  })
}

function once<T extends Comings>(question: string, count: () => Promise<T>): Promise<T> {
  const known = answers.get(question)
  // A question names what it asks for, so its answer is of that kind.
  if (known) return known as Promise<T>
  const [here, answer] = [answers, count()]
  here.set(question, answer)
  // What failed is tried again.
  answer.catch(() => here.delete(question))
  return answer
}
