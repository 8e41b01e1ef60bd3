import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { SETTINGS_ID, type Body, type Workout } from '../../core/values/documents'
import {
  db, GUEST, openDb, useDb, type IronDb, type Outgoing, type ServerDoc, type Stored,
} from '../store/db'
import { photos, putBackPhoto, type Photo } from '../store/photos'
import { beginAgain, refusedEdits, takeBatch, type Op, type PushResult } from '../store/outbox'
import { edit, read, write } from '../store/store'
import { adoptGuest, waitingGuest } from './adoption'
import { OfflineError, type Call } from './api'
import { exchange } from './exchange'

const ID = '01900000-0000-7000-8000-000000000001'
const workout = (title: string): Workout => ({ v: 1, start: '2026-11-22T18:05:00', title, entries: [] })

let account: IronDb
let run = 0
beforeEach(async () => {
  useDb(GUEST)
  await db.transaction(['documents', 'outbox'], async (on) => {
    void on.documents.clear()
    await on.outbox.clear()
  })
  account = openDb(`iron-account-${++run}`)
  await account.meta.put({ key: 'adopting', value: true })
})

function holds(journal: IronDb, row: Stored): Promise<void> {
  return journal.transaction(['documents'], (on) => on.documents.put(row))
}

function taken(op: Op): PushResult {
  const doc: ServerDoc = { kind: 'workout', id: op.id, seq: 1, rev: 1, deleted: false, body: op.body ?? null }
  return { op_id: op.op_id, status: 'applied', doc }
}

const takes = (log: Op[]) => (ops: readonly Op[]) => {
  log.push(...ops)
  return Promise.resolve({ results: ops.map(taken) })
}

test('what the guest logged is sent without a base and leaves the guest when it was ' +
  'acknowledged', async () => {
  await write('workout', ID, workout('A'))
  expect(await waitingGuest(account)).toBe(1)
  const log: Op[] = []
  expect(await adoptGuest(account, takes(log))).toBe(true)
  expect(log).toMatchObject([{ id: ID, base: 0, body: { title: 'A' } }])
  expect(await db.documents.count()).toBe(0)
  expect(await waitingGuest(account)).toBe(0)
})

test('photos of the guest come along, also when the first try to send was cut off', async () => {
  const photo = { id: 'p1', day: '2026-11-22' } as Photo
  await putBackPhoto(photo)
  await write('workout', ID, workout('A'))
  await expect(adoptGuest(account, () => Promise.reject(new OfflineError('away')))).rejects.toThrow()
  await adoptGuest(account, takes([]))
  expect(await photos()).toEqual([])
  useDb(account.name)
  expect(await photos()).toEqual([photo])
})

test('without an answer the guest keeps all of it, and the same operation goes out again', async () => {
  await write('workout', ID, workout('A'))
  const log: Op[] = []
  await expect(
    adoptGuest(account, (ops) => {
      log.push(...ops)
      return Promise.reject(new OfflineError('away'))
    }),
  ).rejects.toThrow()
  expect(await read('workout', ID)).toBeDefined()
  await adoptGuest(account, takes(log))
  expect(log).toHaveLength(2)
  expect(log[1]).toEqual(log[0])
})

test('what another tab wrote meanwhile is not deleted but sent too, made on what was sent', async () => {
  await write('workout', ID, workout('A'))
  const log: Op[] = []
  let taps = 0
  await adoptGuest(account, async (ops) => {
    if (taps++ === 0) await edit('workout', ID, (body) => ({ ...body, title: 'B' }))
    return takes(log)(ops)
  })
  expect(log.map((op) => op.body)).toMatchObject([{ title: 'A' }, { title: 'B' }])
  expect(log[1]).toMatchObject({ base: 0, base_op: log[0]?.op_id })
  expect(await db.documents.count()).toBe(0)
})

test('a server that is put back right after it took a guest workout gets it from this phone', async () => {
  await write('workout', ID, workout('A'))
  await adoptGuest(account, takes([]))
  expect(await account.documents.get(['workout', ID])).toMatchObject({ rev: 1, body: { title: 'A' } })
  await beginAgain(account)
  expect(await takeBatch(account)).toMatchObject([{ id: ID, body: { title: 'A' } }])
})

test('an answer of an older history of the server lets the guest keep what was sent', async () => {
  await write('workout', ID, workout('A'))
  await account.meta.put({ key: 'epoch', value: 'after the restore' })
  const answersLate = async (ops: readonly Op[]) => ({ ...(await takes([])(ops)), epoch: 'before it' })
  await adoptGuest(account, answersLate)
  expect(await db.documents.count()).toBe(1)
  expect(await account.documents.count()).toBe(0)
  const log: Op[] = []
  await adoptGuest(account, async (ops) => ({ ...(await takes(log)(ops)), epoch: 'after the restore' }))
  expect(log).toMatchObject([{ id: ID, body: { title: 'A' } }])
  expect(await db.documents.count()).toBe(0)
})

test('the guest keeps a workout while the account has an unsent edit of it, and gives it later', async () => {
  await write('workout', ID, workout('A'))
  await holds(account, { kind: 'workout', id: ID, rev: 4, seq: 9, body: workout('theirs') })
  const waiting: Outgoing = {
    op_id: 'edit', kind: 'workout', id: ID, body: workout('theirs'), at: 1, state: 'waiting',
  }
  await account.outbox.put(waiting)
  const log: Op[] = []
  await adoptGuest(account, takes(log))
  expect(await db.documents.get(['workout', ID])).toMatchObject({ body: { title: 'A' } })
  expect(await account.documents.get(['workout', ID])).toMatchObject({ rev: 4, body: { title: 'theirs' } })
  await account.outbox.delete('edit')
  await adoptGuest(account, takes(log))
  expect(log[1]).toEqual(log[0])
  expect(await db.documents.count()).toBe(0)
})

test('the settings of the account win', async () => {
  await write('settings', SETTINGS_ID, { v: 1, unit: 'lb' })
  await holds(account, {
    kind: 'settings', id: SETTINGS_ID, rev: 1, seq: 1, body: { v: 1, unit: 'kg' } as Body,
  })
  const log: Op[] = []
  await adoptGuest(account, takes(log))
  expect(log).toEqual([])
})

test('what the server refuses is in the account with its sentence, over what the account had', async () => {
  await write('workout', ID, workout('a ton too many'))
  await holds(account, { kind: 'workout', id: ID, rev: 4, seq: 9, body: workout('theirs') })
  await adoptGuest(account, (ops) =>
    Promise.resolve({
      results: ops.map((op) => ({ op_id: op.op_id, status: 'refused' as const, error: 'No.' })),
    }),
  )
  expect(await refusedEdits(account)).toMatchObject([{ error: 'No.', base: 0 }])
  expect(await account.documents.get(['workout', ID])).toMatchObject({
    body: { title: 'a ton too many' }, held: { rev: 4, body: { title: 'theirs' } },
  })
  expect(await db.documents.count()).toBe(0)
})

test('nothing is sent before the account was pulled', async () => {
  await write('workout', ID, workout('A'))
  const asked: string[] = []
  const call: Call = (path) => {
    asked.push(path.split('?')[0] ?? '')
    return Promise.reject(new OfflineError('away'))
  }
  await expect(exchange(account, call)).rejects.toThrow()
  expect(asked).toEqual(['sync/pull'])
  expect(await db.documents.count()).toBe(1)
})

test('another account takes nothing', async () => {
  await write('workout', ID, workout('A'))
  await account.meta.delete('adopting')
  expect(await adoptGuest(account, takes([]))).toBe(false)
  expect(await db.documents.count()).toBe(1)
})

test('of two copies that the server refuses, the account has only the newer one to correct', async () => {
  await write('workout', ID, workout('A'))
  const log: Op[] = []
  await adoptGuest(account, async (ops) => {
    log.push(...ops)
    // The guest goes on while the first copy is on its way.
    if (log.length === 1) await edit('workout', ID, (body) => ({ ...body, title: 'B' }))
    return { results: ops.map((op) => ({ op_id: op.op_id, status: 'refused' as const, error: 'No.' })) }
  })
  expect(log.map(({ body }) => (body as Workout).title)).toEqual(['A', 'B'])
  expect(await refusedEdits(account)).toMatchObject([{ error: 'No.', body: { title: 'B' } }])
  expect(await db.documents.count()).toBe(0)
  expect(await db.outbox.count()).toBe(0)
  expect(await waitingGuest(account)).toBe(0)
})

test('a copy that was corrected while its first form was refused is stored', async () => {
  await write('workout', ID, workout('too heavy'))
  const log: Op[] = []
  await adoptGuest(account, async (ops) => {
    log.push(...ops)
    if (log.length > 1) return { results: ops.map(taken) }
    await edit('workout', ID, (body) => ({ ...body, title: 'as lifted' }))
    return { results: ops.map((op) => ({ op_id: op.op_id, status: 'refused' as const, error: 'No.' })) }
  })
  expect(await refusedEdits(account)).toEqual([])
  expect((await account.documents.get(['workout', ID]))?.body).toMatchObject({ title: 'as lifted' })
  expect(await db.documents.count()).toBe(0)
})
