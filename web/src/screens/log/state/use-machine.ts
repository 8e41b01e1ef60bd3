/** A machine belongs to an entry; sets done on another one keep theirs, so the new one begins a new entry. */

import type { Machine } from '../../../core/values/documents'
import * as messages from '../../../core/generated/messages-log'
import { changeEntry } from '../../../core/logic/workout'
import { keep } from '../../../data/phone/keep'
import { addExercise, machineCopy } from '../../../data/journal/log-edits'
import { edit } from '../../../data/store/store'
import { toast } from '../../../ui/toast.svelte'
import type { Log } from './log.svelte'

export async function useMachine(log: Log, id: string | null, machine: Machine | null): Promise<void> {
  const [workoutId, entry] = [log.id, log.entry]
  if (workoutId === undefined || !entry || (entry.machine?.id ?? null) === id) return
  const copy = id !== null && machine ? machineCopy(id, machine) : undefined
  await keep(async () => {
    if (entry.sets.length > 0) {
      log.select(await addExercise(workoutId, entry.exercise, copy, entry.id))
      toast.show(messages.machineNew)
      return
    }
    await edit('workout', workoutId, (workout) =>
      changeEntry(workout, entry.id, ({ machine: _, ...rest }) => (copy ? { ...rest, machine: copy } : rest)),
    )
  })
}
