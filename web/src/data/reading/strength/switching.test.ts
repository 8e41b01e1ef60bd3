import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import type { Workout } from '../../../core/values/documents'
import { indexed, lentName, lookAt, openDb, useDb } from '../../store/db'
import { settings, writeAll } from '../../store/store'
import { knownExercise } from '../exercise'
import { pastOf } from './strength'

const LIFT = '01900000-0000-7000-8000-00000000ab02'
const NOW = { start: '2026-12-20T18:00:00' }
const at = vi.hoisted(() => ({
  /** Called when stored checkpoints are asked for, and at a pause of a long reading. */
  checkpoint: () => undefined as void, pause: () => undefined as void,
}))

vi.mock('./checkpoints', async (original) => ({
  ...(await original()),
  readCheckpoint: async () => { at.checkpoint(); return null },
}))
vi.mock('../../store/pauses', async (original) => ({
  ...(await original()),
  yieldToEventLoop: async () => { at.pause() },
}))

function session(n: number, reps: number) {
  const sets = [{ id: `${n}`, order: 'a', reps, load: { value: 60, unit: 'kg' as const } }]
  const start = `2026-11-${String(1 + (n % 28)).padStart(2, '0')}T${10 + Math.floor(n / 28)}:00:00`
  const entry = { id: `e${n}`, order: 'a', exercise: LIFT, sets }
  const body: Workout = { v: 1, start, end: start, entries: [entry] }
  const id = `01900000-0000-7000-8000-0000000003${String(n).padStart(2, '0')}`
  return { kind: 'workout' as const, id, body }
}

const repsOf = ({ sets }: Awaited<ReturnType<typeof pastOf>>) => new Set(sets.map(({ reps }) => reps))

test('what is read while another lifter’s journal is shown for a moment is not remembered', async () => {
  const coached = openDb(lentName('coached'))
  await coached.transaction(['documents'], async (on) => {
    for (let n = 0; n < 60; n++) await on.documents.put(indexed({ ...session(n, 3), rev: 1, seq: 1 }))
  })
  coached.close()
  useDb('iron-test-switching')
  const own = { v: 1, name: 'Floor press', log: ['load' as const, 'reps' as const] }
  await writeAll([{ kind: 'exercise', id: LIFT, body: own }, session(1, 8), session(2, 8)])
  const past = async () => pastOf(await knownExercise(LIFT), '', NOW, await settings(), () => null)
  const [known, chosen] = [await knownExercise(LIFT), await settings()]

  at.checkpoint = () => { lookAt('coached') }
  at.pause = () => { lookAt(null) }
  const interrupted = await pastOf(known, '', NOW, chosen, () => null)
  expect(repsOf(interrupted)).toEqual(new Set([3]))

  at.checkpoint = at.pause = () => undefined
  expect(repsOf(await past())).toEqual(new Set([8]))
})
