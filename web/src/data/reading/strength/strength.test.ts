import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { Workout } from '../../../core/values/documents'
import { beliefOfLine } from '../../../core/rules/strength/pooled'
import { useDb } from '../../store/db'
import { edit, settings, write, writeAll } from '../../store/store'
import { knownExercise } from '../exercise'
import { pastOf } from './strength'

const LIFT = '01900000-0000-7000-8000-00000000ab02'
const LINE = `${LIFT}|-|both`
const NOW = { start: '2026-12-20T18:00:00' }
let fresh = 0

const idOf = (n: number) => `01900000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`

function session(n: number, reps = 8) {
  const load = { value: 60 + n, unit: 'kg' as const }
  const sets = ['a', 'b'].map((order) => ({ id: `${n}${order}`, order, reps, rir: 1, load }))
  const start = `2026-12-${String(1 + n).padStart(2, '0')}T18:00:00`
  const entry = { id: `e${n}`, order: 'a', exercise: LIFT, sets }
  const body: Workout = { v: 1, start, end: start, entries: [entry] }
  return { kind: 'workout' as const, id: idOf(n), body }
}

async function past(workout = '') {
  return pastOf(await knownExercise(LIFT), workout, NOW, await settings(), () => null)
}

/** What is believed when everything is read in one go, from another database with the same documents. */
async function fromNothing(docs: ReturnType<typeof session>[]) {
  useDb(`iron-test-strength-${fresh++}`)
  await begin(docs)
  return past()
}

async function begin(docs: ReturnType<typeof session>[]) {
  const own = {
    v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const], load_meaning: 'barbell' as const,
  }
  await writeAll([{ kind: 'exercise', id: LIFT, body: own }, ...docs])
}

const middle = ({ strength }: Awaited<ReturnType<typeof past>>) =>
  strength && beliefOfLine(strength, LINE).mean

const eight = Array.from({ length: 8 }, (_, n) => session(n))

beforeEach(async () => {
  useDb(`iron-test-strength-${fresh++}`)
  await begin(eight)
})

test('a workout more is taken in as if all had been read at once', async () => {
  await past()
  await write('workout', idOf(9), session(9).body)
  const grown = await past()
  expect(grown.sets).toHaveLength(18)
  expect(middle(grown)).toEqual(middle(await fromNothing([...eight, session(9)])))
})

test('the workout at hand is left out, however often it grows', async () => {
  await past()
  await write('workout', idOf(9), session(9).body)
  const before = middle(await past(idOf(9)))
  await edit('workout', idOf(9), (body) => ({ ...body, note: 'more' }))
  expect(middle(await past(idOf(9)))).toEqual(before)
  expect(before).toEqual(middle(await fromNothing(eight)))
})

test('an edit of the past, and a workout that arrives late, are read anew', async () => {
  await past()
  await write('workout', idOf(3), session(3, 11).body)
  await write('workout', idOf(8), { ...session(8, 5).body, start: '2026-11-20T18:00:00' })
  const edited = middle(await past())
  const late = { ...session(8, 5), body: { ...session(8, 5).body, start: '2026-11-20T18:00:00' } }
  const docs = eight.map((doc) => (doc.id === idOf(3) ? session(3, 11) : doc))
  expect(edited).toEqual(middle(await fromNothing([...docs, late])))
})

test('a deleted newest workout leaves what was believed before it', async () => {
  await past()
  await writeAll([{ kind: 'workout', id: idOf(7), body: null }])
  expect(middle(await past())).toEqual(middle(await fromNothing(eight.slice(0, 7))))
})

test('an old workout that arrives after many newer ones is taken in', async () => {
  const fifteen = Array.from({ length: 15 }, (_, n) => session(n))
  useDb(`iron-test-strength-${fresh++}`)
  await begin(fifteen)
  await past()
  const old = { ...session(18, 12), body: { ...session(18, 12).body, start: '2026-11-20T18:00:00' } }
  await write('workout', old.id, old.body)
  const late = await past()
  expect(late.sets).toHaveLength(32)
  expect(middle(late)).toEqual(middle(await fromNothing([...fifteen, old])))
})
