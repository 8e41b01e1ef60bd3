/**
 * What an advice needs from this phone: the exercise's sets, the snapshot's belief, body mass and reference
 * depths.
 */

import { BODY_VERSION, type Body } from '../../core/values/documents'
import type { LineBelief } from '../../core/rules/strength/engine-belief'
import type { Advice, Did, Question } from '../../core/rules/strength/engine-question'
import { inTime } from '../../core/rules/history/lines'
import { beganBefore, type Began } from '../../core/values/in-time'
import { fromWorkout, type Performed } from '../../core/rules/history/performed'
import { bodyMass } from './body-mass'
import { knownExercise, type KnownExercise } from './exercise'
import { newId } from '../store/ids'
import { keptSnapshot } from './snapshot'
import { all, countedAs, edit, read, remove, settings, workoutsWith, write } from '../store/store'

/** So far back sets are read: what is older moves no advice, the snapshot's belief holds it. */
const MOST = 60

export interface Ground {
  exercise: KnownExercise
  /** Sets of other workouts, oldest first. */
  sets: Performed[]
  beliefs: Readonly<Record<string, { belief: LineBelief; on: string }>>
  unseen: { newSetup?: LineBelief; newMachine?: LineBelief; on: string } | null
  bodyMassKg: number | null
  references: Readonly<Record<string, number>>
}

interface Told { belief?: LineBelief; on?: string }
interface Carried {
  at: string
  lines: Record<string, Told>
  unseen?: Record<string, { new_setup?: LineBelief; new_machine?: LineBelief }>
}

export async function groundFor(asked: string, workoutId: string, began: Began): Promise<Ground> {
  const id = await countedAs(asked)
  const [exercise, found, measured, chosen, kept] = await Promise.all([
    knownExercise(id), workoutsWith(id, { limit: MOST }), all('measurement'), settings(), keptSnapshot(id),
  ])
  const massOn = bodyMass(measured)
  const sets = inTime(found
    // One that began in the same second came before, as for "last time".
    .filter((doc) => doc.id !== workoutId && !beganBefore(began, doc.body))
    .flatMap((doc) => fromWorkout(doc.id, doc.body, () => exercise.facts, massOn(doc.body.start), id)))
  const snapshot = kept?.snapshot as Carried | undefined // written by the server, docs/documents.md
  const beliefs = Object.fromEntries(Object.entries(snapshot?.lines ?? {}).flatMap(([key, line]) =>
    (line.belief && line.on ? [[key, { belief: line.belief, on: line.on }]] : [])))
  const fresh = snapshot?.unseen?.[id]
  const unseen =
    fresh && snapshot
      ? {
          ...(fresh.new_setup ? { newSetup: fresh.new_setup } : {}),
          ...(fresh.new_machine ? { newMachine: fresh.new_machine } : {}), on: snapshot.at.slice(0, 10),
        }
      : null
  return {
    exercise, sets, beliefs, unseen, bodyMassKg: massOn(began.start),
    references: chosen.reference_depth ?? {},
  }
}

/** An advice document, as far as its further sets matter here. */
type Followed = Body & { after?: { id: string }[] }

/** The document that holds the question of the session at hand. */
let holder: { id: string; question: string } | null = null

/**
 * Keep an advice with everything it depends on, so that `iron why` can solve it again. One that says the same
 * as before goes into the document that holds its question already. Returns how to remove it again, when the
 * set is undone.
 */
export async function keepAdvice(
  question: Question, done: readonly Did[], advice: Advice, set: string,
): Promise<() => Promise<void>> {
  const asked = JSON.stringify(question)
  if (advice.rule === 'same' && holder?.question === asked && (await read('advice', holder.id))) {
    const row = { id: set, done, ...advice }
    const { id } = holder
    await edit('advice', id, (body: Followed) => ({ ...body, after: [...(body.after ?? []), row] }))
    return () => edit('advice', id, ({ after, ...body }: Followed) => {
      const others = (after ?? []).filter((other) => other.id !== set)
      return others.length > 0 ? { ...body, after: others } : body
    })
  }
  const body = {
    v: BODY_VERSION, line: question.line, on: question.on, set, inputs: question,
    ...(done.length ? { done } : {}), ...advice,
  }
  const id = newId()
  await write('advice', id, body satisfies Body)
  holder = { id, question: asked }
  return async () => {
    if (holder?.id === id) holder = null
    await remove('advice', id)
  }
}
