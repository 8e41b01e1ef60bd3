/** Routines: programs of one day (docs/training.md, `program`), made from a workout and started as one. */

import {
  inOrder, kindOf, type Body, type Entry, type EntryMachine, type EntryPlan, type Setup, type Workout,
  type WorkoutSet,
} from '../values/documents'
import { keyBetween } from '../rules/records/order'
import { rounds } from './sides'

export interface Slot extends EntryPlan {
  exercise: string
  sets: number
  reps_low: number
  reps_high: number
  rest_s?: number
  group?: string
  machine?: EntryMachine
  setup?: Setup
  note?: string
}

export interface Program extends Body {
  name: string
  note?: string
  /** Made from a workout, and started by hand. */
  routine?: boolean
  /** The folder that a routine is kept in. */
  folder?: string
  days: { weekday?: number; name?: string; slots: Slot[] }[]
}

/** Whether a body of kind program has days with slots: programs have no shape in the contract. */
export function isProgram(body: Body): body is Program {
  const { name, days } = body as Partial<Record<'name' | 'days', unknown>>
  return typeof name === 'string' && Array.isArray(days) && days.length > 0 && days.every(isDay)
}

/** Whether a body of kind program is a routine: made from a workout or by hand, and started by hand. */
export function isRoutine(body: Body): body is Program {
  return isProgram(body) && body.routine === true
}

function isDay(day: unknown): boolean {
  const slots: unknown = (day as { slots?: unknown } | null)?.slots
  return Array.isArray(slots) && slots.every(isSlot)
}

function isSlot(slot: unknown): boolean {
  const { exercise, sets, reps_low, reps_high } = (slot ?? {}) as Partial<Record<keyof Slot, unknown>>
  return typeof exercise === 'string' && [sets, reps_low, reps_high].every(Number.isFinite)
}

/** How far from what was done the range of reps reaches; a guess, changed on the routine. */
const SPREAD = 2
const MOST_SETS = 20

/**
 * The routine that a workout becomes. Exercises without a working set of repetitions keep the usual range.
 */
export function routineOf(workout: Workout, name: string): Program {
  const slots = inOrder(workout.entries).map(slotOf)
  return { v: 1, name, routine: true, days: [{ slots }] }
}

function slotOf(entry: Entry): Slot {
  const working = inOrder(entry.sets).filter((set) => kindOf(set) === 'working')
  const reps = working.flatMap((set) => (set.reps === undefined ? [] : [Math.round(set.reps)]))
  const plan = entry.plan
  const low = plan?.reps_low ?? Math.max(1, Math.min(...(reps.length ? reps : [8])))
  const high =
    plan?.reps_high ??
    Math.min(100, Math.max(low, ...(reps.length ? reps : [12])) + (reps.length ? SPREAD : 0))
  const setup = working.at(-1)?.setup
  return {
    exercise: entry.exercise, sets: Math.min(MOST_SETS, Math.max(1, rounds(working) || (plan?.sets ?? 1))),
    reps_low: Math.min(low, 100), reps_high: Math.max(high, Math.min(low, 100)),
    ...(entry.rest_s === undefined ? {} : { rest_s: entry.rest_s }),
    ...(entry.group === undefined ? {} : { group: entry.group }),
    ...(entry.machine === undefined ? {} : { machine: entry.machine }),
    ...(setup && Object.keys(setup).length ? { setup } : {}),
    ...(entry.note === undefined ? {} : { note: entry.note }),
  }
}

/** Entries for a workout that follows a day of a program. */
export function entriesOf(slots: readonly Slot[], newId: () => string): Entry[] {
  let order: string | null = null
  return slots.map((slot): Entry => {
    order = keyBetween(order, null)
    const { exercise, machine, group, rest_s, note, ...plan } = slot
    return {
      id: newId(), order, exercise, ...(machine ? { machine } : {}), ...(group ? { group } : {}),
      ...(rest_s === undefined ? {} : { rest_s }),
      ...(note ? { note } : {}), plan: known(plan), sets: [],
    }
  })
}

/** What was written down as the aim of an entry, if anything. */
export function planOf(entry: Entry): EntryPlan | undefined {
  return entry.plan
}

/** Working sets an entry still wants: by its plan, else as many as last time; undefined when nobody knows. */
export function setsWanted(entry: Entry, last: readonly WorkoutSet[]): number | undefined {
  const then = last.filter((set) => kindOf(set) === 'working').length
  return entry.plan?.sets ?? (then > 0 ? then : undefined)
}

function known({ sets, reps_low, reps_high, rir, setup, deload }: EntryPlan): EntryPlan {
  return {
    ...(sets === undefined ? {} : { sets }), ...(reps_low === undefined ? {} : { reps_low }),
    ...(reps_high === undefined ? {} : { reps_high }), ...(rir === undefined ? {} : { rir }),
    ...(setup && Object.keys(setup).length ? { setup } : {}), ...(deload ? { deload } : {}),
  }
}
