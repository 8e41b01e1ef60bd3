/** Machines of the same name, as after a first sign-in: the lifter may say that two are one. */

import type { Machine, Workout } from '../../core/values/documents'
import { all, workouts, writeAll, type Change, type Doc } from '../store/store'

export interface Twins { keep: Doc<Machine>; other: Doc<Machine> }

function folded(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Pairs for the same exercise with the same folded name and gym; the older one is kept. */
export async function machineTwins(): Promise<Twins[]> {
  const seen = new Map<string, Doc<Machine>>()
  const twins: Twins[] = []
  for (const machine of await all('machine')) {
    const key = `${machine.body.exercise}|${folded(machine.body.name)}|${folded(machine.body.gym)}`
    const keep = seen.get(key)
    if (keep) twins.push({ keep, other: machine })
    else seen.set(key, machine)
  }
  return twins
}

/** Make two machines one: every entry on `other` moves to `keep`, in one transaction. */
export async function mergeMachines({ keep, other }: Twins): Promise<void> {
  const changes: Change[] = [{ kind: 'machine', id: other.id, body: null }]
  for (const workout of await workouts()) {
    if (!workout.body.entries.some((entry) => entry.machine?.id === other.id)) continue
    changes.push({ kind: 'workout', id: workout.id, body: moved(workout.body, other.id, keep) })
  }
  await writeAll(changes)
}

function moved(workout: Workout, from: string, to: Doc<Machine>): Workout {
  const entries = workout.entries.map((entry) =>
    entry.machine?.id === from
      ? { ...entry, machine: { ...entry.machine, id: to.id, name: to.body.name } }
      : entry,
  )
  return { ...workout, entries }
}
