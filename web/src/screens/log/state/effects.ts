/** Carries out what `reducer.ts` asks for: writes, the rest timer, messages, kept advice. */

import * as messages from '../../../core/generated/messages-log'
import { changeEntry, putSet, removeSet, swapBack } from '../../../core/logic/workout'
import type { WorkoutSet } from '../../../core/values/documents'
import { forgetUnwritten, rememberUnwritten } from '../../../data/copies/unwritten'
import { keepChoices, swapExercise } from '../../../data/journal/log-edits'
import { keep } from '../../../data/phone/keep'
import { rest } from '../../../data/phone/rest.svelte'
import { edit } from '../../../data/store/store'
import { buzz } from '../../../ui/device/buzz'
import { toast } from '../../../ui/toast.svelte'
import { keepWith, type Advised } from './next-advice.svelte'
import type { Effect, Write } from './events'

export interface Written { readonly ok: boolean; readonly made?: string }

export interface Effects {
  /** One transaction; a failure is shown to the lifter. */
  write(write: Write): Promise<Written>
  run(effect: Exclude<Effect, { type: 'write' }>): void
}

/**
 * @param undo what a tap on a message's Undo does
 * @param settled called when the time after a tap is over
 */
export function createEffects(undo: (id: number) => void, settled: (at: number) => void): Effects {
  /** How the advice that was kept with a set is removed again. */
  const advice = new Map<string, Promise<() => Promise<void>>>()
  return {
    write,
    run: (effect) => {
      switch (effect.type) {
        case 'settle': return void setTimeout(() => settled(effect.at), effect.ms)
        // Wishes for the next set are no training: one that the disk refuses is made again at the next tap.
        case 'remember': return void keepChoices(effect.entry, effect.choices).catch(() => undefined)
        case 'rest': return rest.start(effect.seconds)
        case 'end-rest': return rest.stop()
        case 'restore-rest': return rest.restore(effect.rest)
        case 'buzz': return buzz('set')
        case 'message':
          return toast.show(
            effect.text, { label: messages.undo, run: () => undo(effect.undo) }, { brief: effect.isBrief },
          )
        case 'unwritten':
          return rememberUnwritten(effect.set.id, {
            workout: effect.workout, entry: effect.entry, set: effect.set,
          })
        case 'is-written': return forgetUnwritten(effect.set)
        case 'keep-advice':
          return keepWithSet(effect.advised as Advised, effect.set, advice) // as the view gave it
        case 'forget-advice': return void advice.get(effect.set)?.then((remove) => keep(remove))
      }
    },
  }
}

function keepWithSet(
  advised: Advised, set: WorkoutSet, advice: Map<string, Promise<() => Promise<void>>>,
): void {
  void keep(async () => {
    const stored = keepWith(advised, set)
    advice.set(set.id, stored)
    await stored
  })
}

async function write(job: Write): Promise<Written> {
  let made: string | undefined
  const ok = await keep(async () => { made = await transact(job) })
  return { ok, ...(made === undefined ? {} : { made }) }
}

/** Returns the id of a new entry, where one is made. */
async function transact(job: Write): Promise<string | undefined> {
  switch (job.type) {
    case 'put':
      await edit('workout', job.workout, (workout) =>
        job.sets.reduce((grown, set) => putSet(grown, job.entry, set), workout),
      )
      return undefined
    case 'remove':
      await edit('workout', job.workout, (workout) =>
        job.sets.reduce((less, set) => removeSet(less, job.entry, set), workout),
      )
      return undefined
    case 'swap':
      return swapExercise(job.workout, job.entry, job.exercise, job.slot)
    case 'swap-back':
      await edit('workout', job.workout, (workout) => swapBack(workout, job.old, job.made))
      return undefined
    case 'bar':
      await edit('workout', job.workout, (workout) =>
        changeEntry(workout, job.entry, (entry) => ({ ...entry, bar: job.bar })),
      )
      return undefined
  }
}
