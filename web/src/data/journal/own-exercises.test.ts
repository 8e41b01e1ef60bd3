import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { OwnExercise, Workout } from '../../core/values/documents'
import { db, useDb } from '../store/db'
import { knownExercise } from '../reading/exercise'
import { everTrained, lifted } from '../reading/exercise-history'
import { addExercise, startWorkout } from './log-edits'
import { deleteOwn, doneUnder, looksLike, mergeInto, unmerge } from './own-exercises'
import { all, merges, read, workoutsWith, write, writeAll } from '../store/store'

const A = '01900000-0000-7000-8000-00000000000a'
const B = '01900000-0000-7000-8000-00000000000b'
const PRESS = 'leg-press-45'
const RED = { id: '01900000-0000-7000-8000-0000000000c1', name: 'Red', base_kg: 40 }
const INDEX = {
  v: 1, built: 'x', muscles: {}, variables: {}, equipment: {},
  exercises: [
    {
      id: PRESS, name: '45° leg press', equipment: 'sled_press', movement: 'leg_press', primary: ['quads'],
      log: ['load', 'reps'], load_meaning: 'plates', splitting: ['stance'], guide: false,
      aliases: ['Leg press'],
    },
  ],
}

// The library as a phone holds it; everything else is not there.
vi.stubGlobal('fetch', (address: string) =>
  Promise.resolve(
    address.endsWith('/index.json')
      ? new Response(JSON.stringify(INDEX), { headers: { 'content-type': 'application/json' } })
      : new Response('', { status: 404 }),
  ),
)

let fresh = 0
beforeEach(async () => {
  useDb(`iron-test-own-${fresh++}`)
  const body: OwnExercise = { v: 1, name: 'Leg press Technogym', load_meaning: 'plates' }
  await writeAll([
    { kind: 'exercise', id: A, body },
    {
      kind: 'exercise', id: B,
      body: {
        v: 1, name: 'Sled walk',
        variables: [{ id: 'seat', name: 'Seat', type: 'number', min: 0, max: 9, step: 1, splits: true }],
      },
    },
    workout(1, [A, 160]), workout(2, [PRESS, 180], [A, 165]), workout(3, [PRESS, 185]), workout(4, [B, 20]),
  ])
})

function workout(day: number, ...plan: [string, number][]) {
  const entries = plan.map(([exercise, value], n) => ({
    id: `e${day}${n}`, order: `a${n}`, exercise,
    sets: [{ id: `s${day}${n}`, order: 'a0', load: { value, unit: 'kg' as const }, reps: 10, rir: 1 }],
  }))
  const body: Workout = { v: 1, start: `2026-11-0${day}T18:00:00`, end: `2026-11-0${day}T19:00:00`, entries }
  return { kind: 'workout' as const, id: `01900000-0000-7000-8000-00000000010${day}`, body }
}
const documents = async () =>
  (await db.documents.toArray()).map(({ kind, id, body }) => [kind, id, JSON.stringify(body)])
const shown = async () =>
  JSON.stringify([await lifted(A), await lifted(PRESS), await everTrained()], (_, value: unknown) =>
    value instanceof Map ? [...(value as Map<string, unknown>)] : value,
  )

test('what is merged comes as the other exercise, newest first, page by page, and nothing stored ' +
  'changes', async () => {
  const before = await documents()
  expect(await mergeInto(A, PRESS, { machine: RED, setup: { stance: 'wide' } })).toBeNull()
  const workouts = await workoutsWith(PRESS)
  expect(workouts.map((doc) => doc.body.start.slice(8, 10))).toEqual(['03', '02', '01'])
  expect(await workoutsWith(A)).toEqual(workouts)
  expect((await workoutsWith(PRESS, { limit: 1, offset: 1 })).map((doc) => doc.id)).toEqual([workouts[1]?.id])
  expect(
    workouts[1]?.body.entries.map((entry) => [entry.exercise, entry.machine?.name, entry.sets[0]?.setup]),
  ).toEqual([
    [PRESS, undefined, undefined], [PRESS, 'Red', { stance: 'wide' }],
  ])
  expect((await documents()).filter(([, id]) => id !== A)).toEqual(before.filter(([, id]) => id !== A))
  expect((await lifted(A)).lines.map((line) => line.key).sort()).toEqual([
    `${PRESS}|-|both|stance=unknown`, `${PRESS}|${RED.id}|both|stance=wide`,
  ])
  const trained = (await everTrained()).map(({ exercise, workouts }) => [exercise, workouts])
  expect(trained).toEqual([[B, 1], [PRESS, 3]])
})

test('merge then take back leaves every document and every answer as it was', async () => {
  const [before, answers] = [await documents(), await shown()]
  await mergeInto(A, PRESS, { machine: RED, side: 'left' })
  expect(await shown()).not.toBe(answers)
  await unmerge(A)
  expect(await documents()).toEqual(before)
  expect(await shown()).toBe(answers)
})

test('what is merged is logged as what it counts as, on the machine it always was', async () => {
  await mergeInto(A, PRESS, { machine: RED })
  const id = await startWorkout()
  await addExercise(id, A)
  const [entry] = (await read('workout', id))?.body.entries ?? []
  expect(entry).toMatchObject({ exercise: PRESS })
  const body = (await read('workout', id))?.body as Workout
  const sets = [{ id: 's', order: 'a0', reps: 8 }]
  await write('workout', id, { ...body, entries: (body.entries ?? []).map((row) => ({ ...row, sets })) })
  const again = (await workoutsWith(A))[0]
  expect(again?.id).toBe(id)
})

test.each([
  ['itself', A, '“Leg press Technogym” cannot be merged into itself. Choose another exercise.'],
  [
    'one that was deleted', '01900000-0000-7000-8000-0000000000ff',
    'This exercise was deleted, or the library is not on this device. Choose another exercise.',
  ],
  [
    'one nobody knows', 'leg-press-99',
    'This exercise was deleted, or the library is not on this device. Choose another exercise.',
  ],
])('a merge into %s is one sentence and nothing is stored', async (_, target, sentence) => {
  const before = await documents()
  expect(await mergeInto(A, target, {})).toBe(sentence)
  expect(await documents()).toEqual(before)
})

test('a merge in the opposite direction is refused here; two devices that made both meet at the smaller ' +
  'id', async () => {
  await mergeInto(A, B, {})
  expect(await mergeInto(B, A, {})).toBe(
    '“Leg press Technogym” is already merged into “Sled walk”. Undo that merge first.',
  )
  const other = (await read('exercise', B))?.body
  if (other) await write('exercise', B, { ...other, alias_of: A })
  expect((await merges()).target(A).exercise).toBe(A)
  expect((await merges()).target(B).exercise).toBe(A)
  expect((await workoutsWith(B)).map((doc) => doc.body.start.slice(8, 10))).toEqual(['04', '02', '01'])
})

test('an exercise with history is not deleted; one without goes with its imported names, and comes ' +
  'back', async () => {
  const held = await read('exercise', A)
  if (!held) throw new Error('there it is')
  expect(await deleteOwn(held)).toBe(
    '“Leg press Technogym” is in 2 workouts, so it cannot be deleted. Merge it into another ' +
      'exercise instead.',
  )
  const C = '01900000-0000-7000-8000-00000000000c'
  await writeAll([
    { kind: 'exercise', id: C, body: { v: 1, name: 'Typo' } },
    { kind: 'alias', id: '01900000-0000-7000-8000-0000000000a1', body: { v: 1, name: 'Typo', exercise: C } },
  ])
  const before = await documents()
  const gone = await read('exercise', C)
  const deleted = gone && (await deleteOwn(gone))
  expect(await all('alias')).toEqual([])
  if (deleted && typeof deleted !== 'string') await writeAll(deleted.changes)
  expect(await documents()).toEqual(before)
})

test('an own exercise has lines by its own variables, and names near a library name are offered with a ' +
  'score', async () => {
  const known = await knownExercise(B)
  expect(known.facts.splitting).toEqual(['seat'])
  expect(known.file?.variables[0]).toMatchObject({ id: 'seat', splits: true })
  expect(await looksLike(A, { v: 1, name: 'Leg press Technogym' })).toMatchObject([
    { id: PRESS, name: '45° leg press' },
  ])
  expect(await looksLike(B, { v: 1, name: 'Calf leg press' })).toEqual([])
  expect(await doneUnder(A)).toMatchObject({ workouts: 2, sets: 2 })
})
