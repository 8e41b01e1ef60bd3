import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Body, Workout } from '../../core/values/documents'
import { db, useDb, type ServerDoc } from './db'
import { applyPulled, beginAgain, giveUp, known, settle, takeBatch, unsynced } from './outbox'
import { read, remove, write } from './store'

const ID = '01900000-0000-7000-8000-000000000001'
const OTHER = '01900000-0000-7000-8000-000000000002'
const workout = (title: string, more: object = {}): Workout => ({
  v: 1, start: '2026-11-22T18:05:00', title, entries: [], ...more,
})
const doc = (seq: number, rev: number, body: Body | null, id = ID): ServerDoc =>
  ({ kind: 'workout', id, seq, rev, made_by: `op-${seq}.0000000${rev}`, deleted: body === null, body })

const title = async (id = ID) => (await read('workout', id))?.body.title
const first = async () => (await takeBatch(db))[0]?.op_id ?? ''

let run = 0
beforeEach(() => useDb(`iron-epoch-${++run}`))

describe('what an edit was made on', () => {
  test('an edit names the revision that it was made on', async () => {
    await applyPulled(db, [doc(7, 3, workout('A'))], 7)
    await write('workout', ID, workout('B'))
    expect(await takeBatch(db)).toMatchObject([{ base: 3, base_made_by: 'op-7.00000003' }])
  })

  test('the correction of a refused edit is made on what the refused one was made on', async () => {
    await write('workout', ID, workout('A'))
    const operation = await first()
    await write('workout', ID, workout('a ton too many'))
    await settle(db, {
      op_id: operation, status: 'merged', doc: doc(9, 3, { ...workout('A'), note: 'theirs' } as Body),
    })
    const two = await first()
    await settle(db, { op_id: two, status: 'refused', error: { sentence: 'No.' } })
    await write('workout', ID, workout('corrected'))
    expect(await takeBatch(db)).toMatchObject([{ base: 0, base_op: operation, body: { title: 'corrected' } }])
  })

  test('an edit that waited behind a refused one takes its place and its base', async () => {
    await applyPulled(db, [doc(7, 3, workout('A'))], 7)
    await write('workout', ID, workout('a ton too many'))
    const operation = await first()
    await write('workout', ID, workout('corrected'))
    await settle(db, { op_id: operation, status: 'refused', error: 'No.' })
    await applyPulled(db, [doc(8, 4, workout('theirs'))], 8)
    expect(await takeBatch(db)).toMatchObject([
      { base: 3, base_made_by: 'op-7.00000003', body: { title: 'corrected' } },
    ])
  })

  test('giving up an edit whose answer was a merge brings that answer', async () => {
    await write('workout', ID, workout('A'))
    const operation = await first()
    await write('workout', ID, workout('bad'))
    await settle(db, { op_id: operation, status: 'merged', doc: doc(9, 3, workout('merged')) })
    const two = await first()
    await settle(db, { op_id: two, status: 'refused', error: 'No.' })
    await giveUp(db, two)
    expect(await title()).toBe('merged')
  })
})

describe('a pulled change that has to wait', () => {
  test('is kept, and is the document when the older answer comes', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1)
    await write('workout', ID, workout('mine'))
    const operation = await first()
    // The other tab pulled what another phone made of it; our own answer is slow.
    await applyPulled(db, [doc(3, 3, workout('mine and theirs'))], 3)
    expect(await title()).toBe('mine')
    await settle(db, { op_id: operation, status: 'applied', doc: doc(2, 2, workout('mine')) })
    expect(await title()).toBe('mine and theirs')
  })

  test('gives way to a newer answer', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1)
    await write('workout', ID, workout('mine'))
    const operation = await first()
    await applyPulled(db, [doc(2, 2, workout('theirs'))], 2)
    await settle(db, { op_id: operation, status: 'merged', doc: doc(3, 3, workout('both')) })
    expect(await title()).toBe('both')
  })

  test('a page does not jump over what was set back to be asked for again', async () => {
    await applyPulled(db, [doc(5, 1, workout('A'))], 5, { since: 0 }, 'e1')
    await write('workout', ID, workout('bad'))
    const operation = await first()
    await settle(db, { op_id: operation, status: 'refused', error: 'No.' })
    await giveUp(db, operation)
    await applyPulled(db, [doc(9, 1, workout('B'), OTHER)], 9, { since: 5, epoch: 'e1' }, 'e1')
    expect((await known(db)).since).toBe(4)
  })
})

describe('a server that went back in time', () => {
  const e1 = { since: 0, epoch: 'e1' }

  test('everything goes out again, each on the base it had: bodies, deletions, and what waits ' +
    'already', async () => {
    await applyPulled(db, [doc(1, 1, workout('A')), doc(2, 1, workout('B'), OTHER)], 2, { since: 0 }, 'e1')
    await remove('workout', OTHER)
    const gone = await first()
    await settle(db, { op_id: gone, status: 'applied', doc: doc(3, 2, null, OTHER) }, 'e1')
    await write('workout', 'third', workout('C'))
    expect(await beginAgain(db)).toBe(3)
    expect(await known(db)).toEqual({ since: 0 })
    const ops = await takeBatch(db)
    expect(ops).toHaveLength(3)
    expect(ops).toContainEqual(
      expect.objectContaining({ id: ID, base: 1, base_made_by: 'op-1.00000001', body: workout('A') }),
    )
    expect(ops, 'a deletion goes out on what it deleted').toContainEqual(
      expect.objectContaining({ id: OTHER, base: 1, base_made_by: 'op-2.00000001', delete: true }),
    )
    expect(ops).toContainEqual(expect.objectContaining({ id: 'third', base: 0 }))
  })

  test('its lower numbers are taken', async () => {
    await applyPulled(db, [doc(9, 9, workout('ours'))], 9, { since: 0 }, 'e1')
    await beginAgain(db)
    await applyPulled(db, [doc(4, 4, workout('theirs'))], 4, { since: 0 }, 'e2')
    expect(await title(), 'first what is here goes out').toBe('ours')
    const op = await first()
    await settle(db, { op_id: op, status: 'merged', doc: doc(5, 5, workout('both')) }, 'e2')
    expect(await title()).toBe('both')
  })

  test('an answer of the history before acknowledges nothing, and its page is not stored', async () => {
    await applyPulled(db, [], 0, { since: 0 }, 'e1')
    await write('workout', ID, workout('A'))
    const op = await first()
    await beginAgain(db)
    await settle(db, { op_id: op, status: 'applied', doc: doc(1, 1, workout('A')) }, 'e1')
    expect(await unsynced(db)).toBe(1)
    await applyPulled(db, [doc(2, 1, workout('B'), OTHER)], 2, e1, 'e1')
    expect(await title(OTHER)).toBeUndefined()
    expect(await known(db)).toEqual({ since: 0 })
  })

  test('numbers without names count as no base, under way or not', async () => {
    const bare = ({ made_by: _, ...rest }: ServerDoc) => rest
    await applyPulled(db, [bare(doc(1, 3, workout('A'))), bare(doc(2, 4, workout('B'), OTHER))], 2)
    await write('workout', ID, workout('mine'))
    const sent = await first()
    await beginAgain(db)
    const ops = await takeBatch(db)
    expect(ops.map(({ id, base }) => [id, base]).sort()).toEqual([[ID, 0], [OTHER, 0]])
    expect(ops.map((op) => op.op_id)).not.toContain(sent)
  })

  test('what another device added while an edit waits here goes out too, beside that edit', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1, { since: 0 }, 'e1')
    await write('workout', ID, workout('mine'))
    await applyPulled(db, [doc(2, 2, workout('theirs'))], 2, e1, 'e1')
    await beginAgain(db)
    const [theirs, ...none] = await takeBatch(db)
    expect(theirs).toMatchObject({ base: 2, base_made_by: 'op-2.00000002', body: { title: 'theirs' } })
    expect(none).toEqual([])
    await applyPulled(db, [], 0, { since: 0 }, 'e2')
    await settle(db, { op_id: theirs?.op_id ?? '', status: 'merged', doc: doc(4, 4, workout('both')) }, 'e2')
    expect(await title(), 'the edit waits on').toBe('mine')
    const [mine] = await takeBatch(db)
    expect(mine).toMatchObject({ base: 1, base_made_by: 'op-1.00000001', body: { title: 'mine' } })
    expect(mine).not.toHaveProperty('base_op')
    await settle(db, { op_id: mine?.op_id ?? '', status: 'merged', doc: doc(5, 5, workout('all')) }, 'e2')
    expect(await title()).toBe('all')
    expect(await unsynced(db)).toBe(0)
  })

  test('a server that goes back twice gets both again, and one copy of each', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1, { since: 0 }, 'e1')
    await write('workout', ID, workout('mine'))
    await applyPulled(db, [doc(2, 2, workout('theirs'))], 2, e1, 'e1')
    await beginAgain(db)
    const [theirs] = await takeBatch(db)
    await beginAgain(db)
    expect(await takeBatch(db)).toEqual([theirs])
    await settle(db, { op_id: theirs?.op_id ?? '', status: 'applied', doc: doc(3, 1, workout('theirs')) })
    expect(await takeBatch(db)).toMatchObject([{ body: { title: 'mine' } }])
  })

  test('a refused state of the server can be given up, and the edit beside it stays', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1, { since: 0 }, 'e1')
    await write('workout', ID, workout('mine'))
    await applyPulled(db, [doc(2, 2, workout('theirs'))], 2, e1, 'e1')
    await beginAgain(db)
    const theirs = await first()
    await settle(db, { op_id: theirs, status: 'refused', error: 'No room.' })
    expect(await title()).toBe('mine')
    await giveUp(db, theirs)
    expect(await title()).toBe('mine')
    expect(await takeBatch(db)).toMatchObject([{ base: 1, body: { title: 'mine' } }])
  })

  test('it says how much went out again', async () => {
    await applyPulled(db, [doc(1, 1, workout('A'))], 1, { since: 0 }, 'e1')
    await beginAgain(db)
    expect((await db.meta.get('began_again'))?.value).toMatchObject({ documents: 1 })
  })
})
