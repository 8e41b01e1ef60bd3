/** A routine built and changed: pure, each returns a new list of slots or a new routine. */

import { BODY_VERSION } from '../../values/documents'
import type { Program, Slot } from '../routine'

/** A new exercise begins with the usual range of double progression: a guess, changed with a tap. */
const USUAL = { sets: 3, reps_low: 8, reps_high: 12 } as const

export function newRoutine(name: string, exercises: readonly string[]): Program {
  return { v: BODY_VERSION, name, routine: true, days: [{ slots: addExercises([], exercises) }] }
}

export function addExercises(
  slots: readonly Slot[], exercises: readonly string[], isSuperset = false,
): Slot[] {
  const added = [...slots, ...exercises.map((exercise): Slot => ({ exercise, ...USUAL }))]
  const joined = isSuperset ? exercises.slice(1) : []
  return joined.reduce((all: Slot[], _, at) => joinNext(all, slots.length + at), added)
}

/** A slot one place up (-1) or down (+1); outside the list nothing changes. Lone supersets end. */
export function moveSlot(slots: readonly Slot[], at: number, by: -1 | 1): Slot[] {
  const to = at + by
  const moved = [...slots]
  const [slot] = to < 0 || to >= slots.length ? [] : moved.splice(at, 1)
  if (slot) moved.splice(to, 0, slot)
  return tidied(moved)
}

export function removeSlot(slots: readonly Slot[], at: number): Slot[] {
  return tidied(slots.filter((_, place) => place !== at))
}

/** Make a slot and the next one a superset; the next free letter, or the letter of either. */
export function joinNext(slots: readonly Slot[], at: number): Slot[] {
  const [slot, next] = [slots[at], slots[at + 1]]
  if (!slot || !next) return [...slots]
  const free = [...'ABCDEFGH'].find((letter) => !slots.some((other) => other.group === letter)) ?? 'A'
  const group = slot.group ?? next.group ?? free
  return slots.map((other, place) => (place === at || place === at + 1 ? { ...other, group } : other))
}

/** Take a slot out of its superset. */
export function leaveGroup(slots: readonly Slot[], at: number): Slot[] {
  return tidied(slots.map((slot, place) => (place === at ? withoutGroup(slot) : slot)))
}

/** A change of one slot; the low end of the reps never passes the high one, whichever was moved. */
export function changeSlot(slots: readonly Slot[], at: number, change: Partial<Slot>): Slot[] {
  return slots.map((slot, place) => {
    if (place !== at) return slot
    const made = { ...slot, ...change }
    if (made.reps_low <= made.reps_high) return made
    return change.reps_low === undefined
      ? { ...made, reps_low: made.reps_high }
      : { ...made, reps_high: made.reps_low }
  })
}

/** The exercises of one routine followed by those of another; supersets of both keep letters of their own. */
export function combined(routine: Program, other: Program, name: string): Program {
  const first = routine.days[0]?.slots ?? []
  const used = new Set(first.flatMap((slot) => slot.group ?? []))
  const free = [...'ABCDEFGHIJKLMNOP'].filter((letter) => !used.has(letter))
  const renamed = new Map<string, string>()
  const second = (other.days[0]?.slots ?? []).map((slot) => {
    if (slot.group === undefined) return slot
    const letter = renamed.get(slot.group) ?? free.shift() ?? slot.group
    renamed.set(slot.group, letter)
    return { ...slot, group: letter }
  })
  return { ...routine, name, days: [{ ...routine.days[0], slots: [...first, ...second] }] }
}

/** "Push A" → "Push A copy", "Push A copy 2" where that is taken. */
export function copyName(name: string, taken: readonly string[]): string {
  const first = `${name} copy`
  for (let n = 1; ; n++) {
    const next = n === 1 ? first : `${first} ${n}`
    if (!taken.includes(next)) return next
  }
}

/** A superset is at least two slots that stand together. */
function tidied(slots: readonly Slot[]): Slot[] {
  return slots.map((slot, at) =>
    slot.group !== undefined && slots[at - 1]?.group !== slot.group && slots[at + 1]?.group !== slot.group
      ? withoutGroup(slot)
      : slot,
  )
}

function withoutGroup({ group: _, ...slot }: Slot): Slot {
  return slot
}
