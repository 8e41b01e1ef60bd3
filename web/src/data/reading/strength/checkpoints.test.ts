import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Workout } from '../../../core/values/documents'
import type { Past } from './strength'

const LIFT = '01900000-0000-7000-8000-00000000ab03'
const NOW = { start: '2026-12-20T18:00:00' }
let fresh = 0
let name = ''

const idOf = (n: number) => `01900000-0000-7000-8000-0000000004${String(n).padStart(2, '0')}`

function session(n: number, load = 60 + n): { kind: 'workout'; id: string; body: Workout } {
  const sets = ['a', 'b'].map((order) =>
    ({ id: `${n}${order}`, order, reps: 8, rir: 1, load: { value: load, unit: 'kg' as const } }))
  const start = `2026-12-${String(1 + n).padStart(2, '0')}T18:00:00`
  const entry = { id: `e${n}`, order: 'a', exercise: LIFT, sets }
  return { kind: 'workout', id: idOf(n), body: { v: 1, start, end: start, entries: [entry] } }
}

/** The app as it is after it was opened: nothing in memory, the same database. */
async function opened() {
  vi.resetModules()
  const [{ useDb }, store, { pastOf }, { knownExercise }, meta] = await Promise.all([
    import('../../store/db'), import('../../store/store'), import('./strength'), import('../exercise'),
    import('../../store/meta'),
  ])
  useDb(name)
  const past = async (workout = '') =>
    pastOf(await knownExercise(LIFT), workout, NOW, await store.settings(), () => null)
  const isStored = async () => (await meta.getMeta(`strength ${LIFT}`)) !== undefined
  return { ...store, past, isStored }
}

/** What is believed about the level, and how many sets stand there. */
const summary = ({ strength, sets }: Past) => [sets.length, strength?.mean[3]?.[0]]

afterEach(() => { vi.restoreAllMocks() })

beforeEach(async () => {
  name = `iron-test-checkpoints-${fresh++}`
  const app = await opened()
  const own = {
    v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  }
  const eight = Array.from({ length: 8 }, (_, n) => session(n))
  await app.writeAll([{ kind: 'exercise', id: LIFT, body: own }, ...eight])
})

test('after the app was opened again the belief is read, not counted from all workouts', async () => {
  const before = summary(await (await opened()).past())
  const app = await opened()
  // Gone from the disk without a word: what is counted from the documents would miss it.
  const request = indexedDB.open(name)
  await new Promise((ready) => { request.onsuccess = ready })
  const gone = request.result.transaction('documents', 'readwrite')
  gone.objectStore('documents').delete(['workout', idOf(2)])
  await new Promise((ready) => { gone.oncomplete = ready })
  request.result.close()
  expect(summary(await app.past())).toEqual(before)
})

test('an edited, a late and a deleted workout, and a setting, make it anew', async () => {
  const first = await (await opened()).past()
  const edit = await opened()
  await edit.write('workout', idOf(3), session(3, 90).body)
  const edited = await (await opened()).past()
  expect(summary(edited)).not.toEqual(summary(first))
  const { body } = session(12)
  await (await opened()).write('workout', idOf(12), { ...body, start: '2026-11-20T18:00:00' })
  expect((await (await opened()).past()).sets).toHaveLength(18)
  await (await opened()).writeAll([{ kind: 'workout', id: idOf(1), body: null }])
  expect((await (await opened()).past()).sets).toHaveLength(16)
})

test('a newer workout is taken in, and the workout at hand is left out', async () => {
  const before = summary(await (await opened()).past())
  const app = await opened()
  await app.write('workout', idOf(10), session(10).body)
  expect(summary(await (await opened()).past(idOf(10)))).toEqual(before)
  expect((await (await opened()).past()).sets).toHaveLength(18)
})

test('a workout that runs stores nothing', async () => {
  const app = await opened()
  const { end: _, ...running } = session(10).body
  await app.write('workout', idOf(10), running)
  expect((await app.past()).sets).toHaveLength(18)
  expect(await app.isStored()).toBe(false)
})

/** From the first transaction that writes documents on, no other one begins: the app is killed. */
function killAfterTheWrite() {
  const begin = IDBDatabase.prototype.transaction
  let isKilled = false
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
  spy.mockImplementation(function (this: IDBDatabase, names, mode, how) {
    if (isKilled) throw new Error('killed')
    isKilled = mode === 'readwrite' && [names].flat().includes('documents')
    return begin.call(this, names, mode, how)
  })
}

test.each([
  ['a new workout', 9, 70, 18], ['an edited one', 3, 90, 16],
])('a kill right after the write of %s leaves nothing known that lacks it', async (_what, n, load, sets) => {
  const before = await (await opened()).past()
  const app = await opened()
  killAfterTheWrite()
  await app.write('workout', idOf(n), session(n, load).body)
  vi.restoreAllMocks()
  const after = await (await opened()).past()
  expect(after.sets).toHaveLength(sets)
  expect(summary(after)).not.toEqual(summary(before))
})
