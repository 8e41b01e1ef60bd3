/**
 * The use cases of own exercises: keep, merge, take the merge back, delete. Each is one write; a sentence
 * says why not.
 */

import * as messages from '../../core/generated/messages-own-exercises'
import { WORTH_OFFERING } from '../../core/generated/tables'
import { alike, type Near } from '../../core/rules/exercises/alike'
import type { AliasWith, Alias, OwnExercise } from '../../core/values/documents'
import { contentIndex, namedIndex } from '../reading/content'
import { db } from '../store/db'
import { all, edit, merges, read, workoutsWith, writeAll, type Change, type Doc } from '../store/store'

export interface Done { workouts: number; sets: number; first: string; last: string }

/** What was logged under an own exercise itself, whatever it counts as. */
export async function doneUnder(id: string): Promise<Done> {
  const merged = await merges()
  const ids = (await workoutsWith(merged.target(id).exercise)).map((doc) => doc.id)
  const raw = (await Promise.all(ids.map((workout) => read('workout', workout)))).flatMap(
    (doc) => doc?.body ?? [],
  )
  const own = raw.filter((body) => body.entries.some((entry) => entry.exercise === id))
  const sets = own
    .flatMap((body) => body.entries.filter((entry) => entry.exercise === id))
    .reduce((sum, entry) => sum + entry.sets.length, 0)
  return { workouts: own.length, sets, first: own.at(-1)?.start ?? '', last: own[0]?.start ?? '' }
}

/**
 * Said without being asked only from here on: below, a short name inside a longer one is often another
 * exercise. A guess.
 */
const UNASKED = 0.8

/** What the app hints at by itself: the nearest name, if it is near enough. */
export async function hintOf(id: string, own: OwnExercise): Promise<(Near & { name: string }) | undefined> {
  const [near] = await looksLike(id, own, 1)
  return near && near.score >= UNASKED ? near : undefined
}

/** Library and own exercises whose names look like this one's, best first; never taken by themselves. */
export async function looksLike(
  id: string, own: OwnExercise, limit = 3,
): Promise<(Near & { name: string })[]> {
  const [index, others, merged] = await Promise.all([namedIndex(), all('exercise'), merges()])
  const known = [
    ...others.filter((other) => other.id !== id && merged.target(other.id).exercise === other.id)
      .map(({ id, body }) => ({ id, name: body.name, names: [body.name, ...(body.names ?? [])] })),
    ...index.exercises.map(({ id, name, aliases }) => ({ id, name, names: [name, ...aliases] })),
  ]
  const names = new Map(known.map((exercise) => [exercise.id, exercise.name]))
  const calf = isCalf(own.name)
  const best = new Map<string, number>()
  for (const name of [own.name, ...(own.names ?? []), ...(own.imported_name ? [own.imported_name] : [])]) {
    for (const near of alike(name, known, limit * 2))
      best.set(near.id, Math.max(near.score, best.get(near.id) ?? 0))
  }
  return [...best]
    .map(([near, score]) => ({ id: near, score, name: names.get(near) ?? near }))
    .filter((near) => near.score >= WORTH_OFFERING && isCalf(near.name) === calf)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
}

/** What trains calves on a leg press is no leg press (src/iron/exchange/names/name_meanings.py). */
function isCalf(name: string): boolean {
  return /calf|calves|wade|panturrilha|gêmeos|gemelo|pantorrilla|polpacc|mollet|kuit|икр|小腿/i.test(name)
}

/** Let an exercise count as another one. No set is touched. Null, or the sentence that says why not. */
export async function mergeInto(id: string, target: string, fill: AliasWith): Promise<string | null> {
  const [own, others, index, merged] = await Promise.all([
    read('exercise', id), all('exercise'), contentIndex(), merges(),
  ])
  if (!own) return messages.deletedMeanwhile
  if (target === id) return messages.mergeItself({ name: own.body.name })
  const name =
    others.find((other) => other.id === target)?.body.name ??
    index.exercises.find((exercise) => exercise.id === target)?.name
  if (name === undefined) return messages.mergeMissing
  if (merged.target(target).exercise === id)
    return messages.mergedAlready({ name, into: own.body.name })
  const { machine, side, setup } = fill
  const filled: AliasWith = {
    ...(machine ? { machine } : {}), ...(side ? { side } : {}),
    ...(setup && Object.keys(setup).length ? { setup } : {}),
  }
  await edit('exercise', id, ({ alias_with: _, ...body }) => ({
    ...body, alias_of: target, ...(Object.keys(filled).length ? { alias_with: filled } : {}),
  }))
  await forgetSnapshots(id, target)
  return null
}

/** Take a merge back: the body is what it was before. */
export async function unmerge(id: string): Promise<void> {
  const target = (await merges()).target(id).exercise
  await edit('exercise', id, ({ alias_of: _of, alias_with: _with, ...body }) => body)
  await forgetSnapshots(id, target)
}

/** What was computed of the lines before; a guest's is asked for again where it is looked at. */
async function forgetSnapshots(...ids: string[]): Promise<void> {
  await Promise.all(ids.map((id) => db.snapshot.delete(`growth:${id}`)))
}

export interface Deleted { changes: Change[] }

/** Delete an exercise that nothing hangs on. What its undo writes, or the sentence that says why not. */
export async function deleteOwn(own: Doc<OwnExercise>): Promise<Deleted | string> {
  const [count, merged, others] = await Promise.all([doneUnder(own.id), merges(), all('exercise')])
  const name = own.body.name
  if (count.workouts > 0) return messages.deleteUsed({ name, count: count.workouts })
  const guest = others.find((other) => other.body.alias_of === own.id)
  if (guest && merged.target(guest.id).exercise !== guest.id)
    return messages.deleteMerged({ name: guest.body.name, into: name })
  // An import would go on writing sets of what is no longer there.
  const aliases = ((await all('alias')) as Doc<Alias>[]).filter((alias) => alias.body.exercise === own.id)
  await writeAll([
    { kind: 'exercise', id: own.id, body: null },
    ...aliases.map((alias): Change => ({ kind: 'alias', id: alias.id, body: null })),
  ])
  return {
    changes: [
      { kind: 'exercise', id: own.id, body: own.body },
      ...aliases.map((alias): Change => ({ kind: 'alias', id: alias.id, body: alias.body })),
    ],
  }
}
