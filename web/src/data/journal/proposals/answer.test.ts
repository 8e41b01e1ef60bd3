import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { blockFrom } from '../../../core/rules/plan/block-make'
import type { Proposal, Run } from '../../../core/values/documents'
import { useDb } from '../../store/db'
import { read, write } from '../../store/store'
import { accept, decline, outlookOf, takeAnswerBack } from './answer'
import { openProposal } from './list'

const ID = '01900000-0000-7000-8000-00000000cc01'
const PLAN = '01900000-0000-7000-8000-00000000cc02'
const AT = '2026-11-22T18:00:00'
const sets = (reps: number) => [{ count: 3, reps, kg: 60, lb: 135 }]
const text = (reps: number) => ({
  format: 2, name: `Fives ${reps}`, cycles: 12,
  days: [{ name: 'A', slots: [{ id: 'squat', exercise: 'back-squat', sets: sets(reps) }] }],
})
const RUN: Run = { v: 1, name: 'Fives 5', text: text(5), start: '2026-11-01', unit: 'kg' }
const BLOCK = blockFrom('legs', {
  v: 1, name: 'Legs', weeks: 4,
  days: [{ slots: [{ exercise: 'back-squat', sets: 3, reps_low: 5, reps_high: 8, rir: 2 }] }],
}, '2026-11-23')
const CHANGE: Partial<Proposal> = {
  what: 'block', target: PLAN, edits: [{ do: 'change', ahead: true, slot: 'w0d0s0', values: { sets: 6 } }],
}
let fresh = 0

beforeEach(() => useDb(`iron-test-proposals-${fresh++}`))

async function proposed(more: Partial<Proposal>) {
  await write('proposal', ID, {
    v: 1, what: 'program', name: 'Fives 8', at: AT, by: 'bert-id', author: 'bert', ...more,
  })
  return stored()
}
async function stored() {
  const doc = await read('proposal', ID)
  if (!doc) throw new Error('the proposal is gone')
  return doc
}
const squats = async () => ((await read('block', PLAN))?.body as typeof BLOCK).weeks.map(
  ({ days }) => days[0]?.slots[0]?.sets,
)

test('an accepted program is one of one’s own, and taken back it is gone', async () => {
  const doc = await proposed({ text: text(8) })
  expect((await openProposal())?.id).toBe(ID)
  await accept(doc)
  expect((await read('program', ID))?.body).toEqual({ v: 1, ...text(8) })
  expect((await stored()).body.answer).toBe('accepted')
  expect(await openProposal()).toBeUndefined()
  await takeAnswerBack(await stored())
  expect(await read('program', ID)).toBeUndefined()
  expect((await stored()).body).toEqual(doc.body)
})

test('a program that the lifter changed since is not taken away', async () => {
  await accept(await proposed({ text: text(8) }))
  await write('program', ID, { v: 1, ...text(10) } as never)
  await expect(takeAnswerBack(await stored())).rejects.toThrow('You changed this program since')
  expect((await read('program', ID))?.body).toEqual({ v: 1, ...text(10) })
})

test('a running program goes on with the accepted text, and taken back with the one before', async () => {
  await write('run', PLAN, RUN)
  const doc = await proposed({ what: 'run', target: PLAN, text: text(8) })
  expect((await outlookOf(doc)).run?.doc.id).toBe(PLAN)
  await accept(doc)
  const run = (await read('run', PLAN))?.body
  expect([run?.name, run?.revised?.map((revised) => revised.text)]).toEqual(['Fives 8', [text(8)]])
  await takeAnswerBack(await stored())
  expect((await read('run', PLAN))?.body).toEqual({ ...RUN, revised: [] })
})

test('a change of a block is done to the block of today, and taken back slot by slot', async () => {
  await write('block', PLAN, BLOCK)
  const doc = await proposed(CHANGE)
  await write('block', PLAN, { ...BLOCK, name: 'Legs at home' } as never)
  await accept(doc)
  expect(await squats()).toEqual([6, 6, 6, 6, 2])
  await takeAnswerBack(await stored())
  expect((await read('block', PLAN))?.body).toEqual({ ...BLOCK, name: 'Legs at home' })
})

test('declined with a word, nothing of the plan changes', async () => {
  await write('block', PLAN, BLOCK)
  await decline(await proposed(CHANGE), ' Too much ')
  expect((await stored()).body).toMatchObject({ answer: 'declined', reply: 'Too much' })
  expect((await read('block', PLAN))?.body).toEqual(BLOCK)
})

test.each<[string, Partial<Proposal>, string]>([
  ['whose plan is gone', CHANGE, 'was ended or deleted'],
  ['whose running program is gone', { what: 'run', target: PLAN, text: text(8) }, 'was ended or deleted'],
  ['of a newer Iron', { v: 2, text: text(8) }, 'A newer version of Iron wrote this proposal'],
  ['with a program of a newer format', { text: { ...text(8), format: 3 } }, 'format'],
  ['with a damaged program', { text: { name: 'x', format: 2, cycles: 3, days: 7 } as never }, 'days'],
])('a proposal %s says so and cannot be accepted', async (_, more, sentence) => {
  const doc = await proposed(more)
  expect((await outlookOf(doc)).problem).toContain(sentence)
  await expect(accept(doc)).rejects.toThrow(sentence)
})
