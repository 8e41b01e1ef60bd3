import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'

const LIFT = '01900000-0000-7000-8000-00000000ab05'
const OTHER = '01900000-0000-7000-8000-00000000ab06'
const WORKOUT = '01900000-0000-7000-8000-000000000501'
const PAST = '01900000-0000-7000-8000-000000000502'
const BEGAN = { start: '2026-12-20T18:00:00', offset: 60 }
let fresh = 0

const sets = (load: number) =>
  ['a', 'b'].map((order) => ({ id: order, order, reps: 8, load: { value: load, unit: 'kg' as const } }))
const past = (load: number) => ({
  v: 1, start: '2026-12-18T18:00:00', end: '2026-12-18T19:00:00',
  entries: [{ id: 'p', order: 'a', exercise: LIFT, sets: sets(load) }],
})
const running = (...exercises: string[]) => ({
  v: 1, ...BEGAN,
  entries: exercises.map((exercise, n) => ({ id: `e${n}`, order: `a${n}`, exercise, sets: [] })),
})

/** The app as it is after it was opened: nothing in memory. */
async function opened() {
  vi.resetModules()
  const [{ useDb }, store, opening, meta] = await Promise.all([
    import('../../store/db'), import('../../store/store'), import('./opening'), import('../../store/meta'),
  ])
  useDb(`iron-test-opening-${fresh++}`)
  const own = (name: string) => ({
    v: 1, name, log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  })
  await store.writeAll([
    { kind: 'exercise', id: LIFT, body: own('Floor press') },
    { kind: 'exercise', id: OTHER, body: own('Row') },
    { kind: 'workout', id: PAST, body: past(60) },
    { kind: 'workout', id: WORKOUT, body: running(LIFT) },
  ])
  return { ...store, ...opening, ...meta }
}

let app: Awaited<ReturnType<typeof opened>>
beforeEach(async () => { app = await opened() })

test('the exercise in hand is read once: the log gets what was read ahead', async () => {
  await app.readAhead()
  const ground = app.openingGround(LIFT, WORKOUT, BEGAN)
  expect(app.openingGround(LIFT, WORKOUT, BEGAN)).toBe(ground)
  expect((await ground).sets.map(({ loadKg }) => loadKg)).toEqual([60, 60])
})

test('a set of the running workout leaves it true, another workout does not', async () => {
  await app.readAhead()
  const ahead = app.openingGround(LIFT, WORKOUT, BEGAN)
  const body = running(LIFT)
  await app.write('workout', WORKOUT, {
    ...body, entries: body.entries.map((entry) => ({ ...entry, sets: sets(70) })),
  })
  expect(app.openingGround(LIFT, WORKOUT, BEGAN)).toBe(ahead)
  await app.write('workout', PAST, past(65))
  expect((await app.openingGround(LIFT, WORKOUT, BEGAN)).sets.map(({ loadKg }) => loadKg)).toEqual([65, 65])
})

test('another exercise is another question', async () => {
  await app.readAhead()
  expect((await app.openingGround(OTHER, WORKOUT, BEGAN)).exercise.name).toBe('Row')
})

test('the entry that was in hand when the app was left is read, not the newest', async () => {
  await app.write('workout', WORKOUT, running(OTHER, LIFT))
  await app.setMeta('draft', { entry: 'e1' })
  await app.readAhead()
  const ground = app.openingGround(LIFT, WORKOUT, BEGAN)
  expect(app.openingGround(LIFT, WORKOUT, BEGAN)).toBe(ground)
})

test('without a running workout nothing is read', async () => {
  await app.write('workout', WORKOUT, { ...running(LIFT), end: '2026-12-20T19:00:00' })
  await app.readAhead()
  const asked = app.openingGround(LIFT, WORKOUT, BEGAN)
  expect(app.openingGround(LIFT, WORKOUT, BEGAN)).not.toBe(asked)
})

test('the exercise of an address is read ahead, before it stands in the workout', async () => {
  await app.readAhead(OTHER)
  const ground = app.openingGround(OTHER, WORKOUT, BEGAN)
  await app.write('workout', WORKOUT, running(LIFT, OTHER))
  expect(app.openingGround(OTHER, WORKOUT, BEGAN)).toBe(ground)
  expect((await ground).exercise.name).toBe('Row')
})
