/** What running programs and blocks ask of exercises in the coming week: the twin of `iron.journal.plans`. */

import { comingWeek, doneDays, isCurrent, plannedWork } from '../../../core/rules/plan/next-day'
import type { BlockSlot } from '../../../core/rules/plan/block'
import type { Wanted } from '../../../core/rules/prescription/model'
import { wantedOfTargets } from '../../../core/rules/programs/wanted'
import type { Setup } from '../../../core/values/documents'
import { all, countedAs, workoutsFrom } from '../../store/store'
import { blocks } from '../plan'

/** What a plan asks of an exercise in a setup. */
export interface Asked {
  readonly exercise: string
  readonly setup: Setup
  readonly wanted: Wanted
}

/**
 * What is asked, the first to speak first: programs before blocks, the newest start and the next day first.
 * `over`: a workout that counts as finished, because what comes after it is asked.
 */
export async function plannedFrom(on: string, over: string): Promise<Asked[]> {
  return [...(await ofRuns(on)), ...(await ofBlocks(on, over))]
}

async function ofBlocks(on: string, over: string): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const { id, body } of await blocks()) {
    const works = (await workoutsFrom(body.start, '9999')).flatMap((doc) => {
      const work = plannedWork(doc.body)
      return work ? [doc.id === over ? { ...work, finished: true } : work] : []
    })
    const pastDays = doneDays(id, body, works)
    if (!isCurrent(body, pastDays, on)) continue
    for (const { day, deload } of comingWeek(body, pastDays, on))
      for (const slot of day.slots) asked.push({
        exercise: await countedAs(slot.exercise), setup: slot.setup ?? {}, wanted: wantedOf(slot, deload),
      })
  }
  return asked
}

async function ofRuns(on: string): Promise<Asked[]> {
  if ((await all('run')).length === 0) return []
  const asked: Asked[] = []
  const [{ activeRuns, oneRound, standing }, { upcoming }] = await Promise.all([
    import('../runs'), import('../../../core/logic/programs/upcoming'),
  ])
  for (const doc of await activeRuns()) {
    if (doc.body.start > on) continue
    const { fold, targets } = await standing(doc)
    const later = upcoming(fold, oneRound(fold)).slice(1).flatMap(({ slots }) => slots)
    for (const slot of [...targets, ...later]) {
      const wanted = wantedOfTargets(slot, doc.body.unit)
      if (wanted) asked.push({ exercise: await countedAs(slot.exercise), setup: slot.setup ?? {}, wanted })
    }
  }
  return asked
}

/** What a slot asks for; the sets of a deload week are halved already, and advice halves them itself. */
export function wantedOf({ sets, reps_low, reps_high, rir }: BlockSlot, deload: boolean): Wanted {
  return { sets: deload ? sets * 2 : sets, reps_low, reps_high, rir, deload, load_kg: null, rir_stated: true }
}
