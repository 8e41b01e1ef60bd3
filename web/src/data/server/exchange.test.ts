import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { db, useDb } from '../store/db'
import { takeBatch, unsynced } from '../store/outbox'
import { read, write } from '../store/store'
import { ApiError, NO_REASON, OfflineError, type Call } from './api'
import { exchange } from './exchange'

const IDS = [1, 2, 3].map((n) => `01900000-0000-7000-8000-00000000000${n}`)
const SENTENCE = 'Your account has stored 1.0 of 1 MiB, so nothing more was taken.'

let run = 0
beforeEach(() => useDb(`iron-exchange-${++run}`))

/** A server that takes so many pushes; the next ones are over the account's quota. */
function server(takes: { pushes: number }) {
  const stored: string[] = []
  const call = (path: string, options?: { json?: unknown }) => {
    if (!path.startsWith('sync/push'))
      return Promise.resolve({ docs: [], seq: stored.length, more: false, epoch: 'e1', losses: [] })
    if (takes.pushes-- < 1) return Promise.reject(new ApiError(507, 'quota', SENTENCE))
    const { ops } = options?.json as { ops: { op_id: string; kind: string; id: string; body: unknown }[] }
    const results = ops.map(({ op_id, kind, id, body }) => {
      stored.push(id)
      const doc = { kind, id, seq: stored.length, rev: 1, made_by: `${op_id}.00000001`, deleted: false, body }
      return { op_id, status: 'applied', doc }
    })
    return Promise.resolve({ results, seq: stored.length, epoch: 'e1' })
  }
  return { stored, call: call as Call }
}

test('a quota that is reached in the middle of a sync keeps what was not taken for the next ' +
  'sync', async () => {
  const note = 'x'.repeat(1_600_000) // two of them are more than one push holds
  for (const id of IDS) await write('workout', id, { v: 1, start: '2026-11-22T18:05:00', note, entries: [] })
  const takes = { pushes: 1 }
  const { stored, call } = server(takes)
  await expect(exchange(db, call)).rejects.toThrow(SENTENCE)
  const taken = [...stored]
  expect(taken.length).toBeGreaterThan(0)
  expect(taken.length).toBeLessThan(IDS.length)
  expect(await unsynced(db)).toBe(IDS.length - taken.length)
  for (const id of IDS) expect((await read('workout', id))?.body.note).toBe(note)

  takes.pushes = 10 // the host raised the limit
  await exchange(db, call)
  expect(stored.toSorted()).toEqual(IDS)
  expect(await takeBatch(db)).toEqual([])
})

test.each([
  ['no answer', new OfflineError('The server does not answer (502).')],
  ["a proxy's limit", new ApiError(413, NO_REASON, 'Refused without a reason.')],
  ["a proxy's error", new ApiError(400, NO_REASON, 'Refused without a reason.')],
])('%s loses no change: all are sent once the server is there again', async (_, failure) => {
  for (const id of IDS) await write('workout', id, { v: 1, start: '2026-11-22T18:05:00', entries: [] })
  const { stored, call } = server({ pushes: 10 })
  const behindProxy: Call = (path, options) =>
    path.startsWith('sync/push') ? Promise.reject(failure) : call(path, options)
  await expect(exchange(db, behindProxy)).rejects.toThrow(failure)
  expect(stored).toEqual([])
  expect(await unsynced(db)).toBe(IDS.length)

  await exchange(db, call)
  expect(stored.toSorted()).toEqual(IDS)
  expect(await unsynced(db)).toBe(0)
})
