import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Body, Workout } from '../../core/values/documents'
import { db, useDb, type ServerDoc } from './db'
import {
  applyPulled, giveUp, refusedEdits, settle, takeBatch, unsynced, type Op, type PushResult,
} from './outbox'
import { edit, openWorkouts, read, remove, workoutsWith, write, writeAll } from './store'

const ID = '01900000-0000-7000-8000-000000000001'
const workout = (title: string): Workout => ({ v: 1, start: '2026-11-22T18:05:00', title, entries: [] })

/**
 * A server that stores what it is given and answers a replay with what it answered first; it never merges.
 */
class Server {
  readonly docs = new Map<string, ServerDoc>()
  readonly seen = new Map<string, string>()
  readonly log: Op[] = []
  private seq = 0

  take(op: Op): PushResult {
    const key = `${op.kind}/${op.id}`
    if (this.seen.has(op.op_id)) {
      expect(JSON.stringify(op), 'a replay is the same operation').toBe(this.seen.get(op.op_id))
      return { op_id: op.op_id, status: 'replayed', doc: this.docs.get(key) ?? null }
    }
    this.seen.set(op.op_id, JSON.stringify(op))
    this.log.push(op)
    return {
      op_id: op.op_id, status: 'applied', doc: this.put(op.kind as ServerDoc['kind'], op.id, op.body ?? null),
    }
  }

  put(kind: ServerDoc['kind'], id: string, body: Body | null): ServerDoc {
    const rev = (this.docs.get(`${kind}/${id}`)?.rev ?? 0) + 1
    const doc = { kind, id, seq: ++this.seq, rev, deleted: body === null, body }
    this.docs.set(`${kind}/${id}`, doc)
    return doc
  }
}

async function pushAll(server: Server): Promise<void> {
  for (const op of await takeBatch(db)) await settle(db, server.take(op))
}

const title = async () => (await read('workout', ID))?.body.title

let run = 0
beforeEach(() => useDb(`iron-test-${++run}`))

describe('the outbox', () => {
  test('a write stores the document and its outbox entry together', async () => {
    await write('workout', ID, workout('A'))
    expect(await title()).toBe('A')
    expect(await unsynced(db)).toBe(1)
  })

  test('a write that fails leaves neither', async () => {
    const broken = { ...workout('A'), toJSON() { throw new Error('not data') } }
    await expect(
      writeAll([
        { kind: 'workout', id: 'x', body: workout('B') }, { kind: 'workout', id: ID, body: broken },
      ]),
    ).rejects.toThrow()
    expect(await db.documents.count()).toBe(0)
    expect(await db.outbox.count()).toBe(0)
  })

  test('the guest and the demo lifter have no outbox', async () => {
    await writeAll([{ kind: 'workout', id: ID, body: workout('demo') }], { demo: true })
    await edit('workout', ID, (body) => ({ ...body, title: 'changed' }))
    expect(await unsynced(db)).toBe(0)
    useDb('iron-guest')
    await write('workout', ID, workout('A'))
    expect(await unsynced(db)).toBe(0)
  })

  test('unsent edits of one document become one operation with the last body', async () => {
    for (const name of ['A', 'B', 'C']) await write('workout', ID, workout(name))
    const ops = await takeBatch(db)
    expect(ops).toHaveLength(1)
    expect(ops[0]).toMatchObject({ base: 0, body: { title: 'C' } })
  })

  test('a lost answer sends the same operation again, and the entry goes only on its answer', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    const [first] = await takeBatch(db)
    if (first) server.take(first) // stored there, the answer is lost
    expect(await unsynced(db)).toBe(1)
    await pushAll(server)
    expect(server.log).toHaveLength(1)
    expect(await unsynced(db)).toBe(0)
    expect((await read('workout', ID))?.rev).toBe(1)
  })

  test('while one edit is under way the next waits, and the frozen one does not change', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    await write('workout', ID, workout('B'))
    expect(await takeBatch(db)).toEqual([sent])
    if (sent) await settle(db, server.take(sent))
    expect(await title(), 'the answer does not undo what the lifter did meanwhile').toBe('B')
    expect(await takeBatch(db)).toMatchObject([{ base: 1, body: { title: 'B' } }])
  })

  test('a kill between sending and the answer loses nothing and doubles nothing', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    if (sent) server.take(sent)
    await write('workout', ID, workout('B'))
    const name = db.name
    useDb('iron-elsewhere')
    useDb(name) // as a new start opens it
    await pushAll(server)
    await pushAll(server)
    expect(server.log.map((op) => op.body)).toMatchObject([{ title: 'A' }, { title: 'B' }])
    expect(await unsynced(db)).toBe(0)
  })

  test('an answer that was merged names the operation that the waiting edit was made on', async () => {
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    await write('workout', ID, workout('B'))
    const doc: ServerDoc = {
      kind: 'workout', id: ID, seq: 9, rev: 5, deleted: false,
      body: { ...workout('A'), note: 'theirs' } as Body,
    }
    await settle(db, { op_id: sent?.op_id ?? '', status: 'merged', doc })
    expect(await takeBatch(db)).toMatchObject([{ base: 0, base_op: sent?.op_id, body: { title: 'B' } }])
  })

  test('an answer becomes the document when nothing waits, merged or not', async () => {
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    const doc: ServerDoc = {
      kind: 'workout', id: ID, seq: 9, rev: 5, deleted: false,
      body: { ...workout('A'), note: 'theirs' } as Body,
    }
    await settle(db, { op_id: sent?.op_id ?? '', status: 'merged', doc })
    expect(await read('workout', ID)).toMatchObject({ rev: 5, body: { title: 'A', note: 'theirs' } })
  })

  test('an answer that comes twice changes nothing', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    const answer = sent && server.take(sent)
    if (answer) await settle(db, answer)
    await write('workout', ID, workout('B'))
    if (answer) await settle(db, answer)
    expect(await title()).toBe('B')
    expect(await unsynced(db)).toBe(1)
  })

  test('a pulled change waits while edits are pending', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    await pushAll(server)
    await write('workout', ID, workout('mine'))
    const theirs = server.put('workout', ID, workout('theirs'))
    await applyPulled(db, [theirs], theirs.seq)
    expect(await title()).toBe('mine')
    expect(await takeBatch(db), 'and the edit keeps the base it was made on').toMatchObject([{ base: 1 }])
  })

  test('a pulled change is stored when nothing is pending, and an older one is not', async () => {
    const server = new Server()
    const first = server.put('workout', ID, workout('one'))
    const second = server.put('workout', ID, workout('two'))
    await applyPulled(db, [second], 2)
    await applyPulled(db, [first], 1)
    expect(await title()).toBe('two')
  })

  test('a refused edit stays with its sentence, and the next edit takes its place', async () => {
    await write('workout', ID, workout('A'))
    const [sent] = await takeBatch(db)
    await settle(db, { op_id: sent?.op_id ?? '', status: 'refused', error: { sentence: 'No.' } })
    expect(await refusedEdits(db)).toMatchObject([{ error: 'No.', body: { title: 'A' } }])
    expect(await takeBatch(db)).toEqual([])
    await write('workout', ID, workout('B'))
    expect(await refusedEdits(db)).toEqual([])
    expect(await takeBatch(db)).toMatchObject([{ body: { title: 'B' } }])
  })

  test('giving up a refused edit brings back what the server had meanwhile', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    await pushAll(server)
    await write('workout', ID, workout('bad'))
    const [sent] = await takeBatch(db)
    await settle(db, { op_id: sent?.op_id ?? '', status: 'refused', error: 'No.' })
    const theirs = server.put('workout', ID, workout('theirs'))
    await applyPulled(db, [theirs], theirs.seq)
    expect(await title()).toBe('bad')
    await giveUp(db, sent?.op_id ?? '')
    expect(await title()).toBe('theirs')
    expect(await unsynced(db)).toBe(0)
  })

  test('a deletion travels and leaves a tombstone', async () => {
    const server = new Server()
    await write('workout', ID, workout('A'))
    await pushAll(server)
    await remove('workout', ID)
    expect(await read('workout', ID)).toBeUndefined()
    expect(await takeBatch(db)).toMatchObject([{ base: 1, delete: true }])
    expect((await db.documents.get(['workout', ID]))?.body).toBeNull()
  })

  test('a body of a newer version is read-only', async () => {
    await applyPulled(
      db, [{ kind: 'workout', id: ID, seq: 1, rev: 1, deleted: false, body: { ...workout('new'), v: 2 } }], 1,
    )
    expect((await read('workout', ID))?.readonly).toBe(true)
    await expect(write('workout', ID, workout('old'))).rejects.toMatchObject({ code: 'newer' })
    expect(await title()).toBe('new')
  })

  test('keys that this build does not know survive an edit', async () => {
    const body = { ...workout('A'), mood: { value: 0.5 } } as Workout
    await write('workout', ID, body)
    await edit('workout', ID, (now) => ({ ...now, title: 'B' }))
    expect((await read('workout', ID))?.body).toEqual({ ...body, title: 'B' })
  })

  test('a batch stays below its limit and never skips a document', async () => {
    for (let i = 0; i < 5; i++) await write('workout', `w${i}`, workout(String(i)))
    const server = new Server()
    for (const op of await takeBatch(db, 3)) await settle(db, server.take(op))
    for (const op of await takeBatch(db, 3)) await settle(db, server.take(op))
    expect(server.log.map((op) => op.id).sort()).toEqual(['w0', 'w1', 'w2', 'w3', 'w4'])
  })

  test('any order of edits, sendings, lost answers and kills ends with one truth', async () => {
    // A fixed generator: the same histories on every run.
    let seed = 7
    const dice = (sides: number) => (seed = (seed * 16807) % 2147483647) % sides
    for (let round = 0; round < 40; round++) {
      useDb(`iron-history-${round}`)
      const server = new Server()
      let last = ''
      for (let step = 0; step < 25; step++) {
        const what = dice(4)
        if (what < 2) await write('workout', ID, workout((last = `${round}.${step}`)))
        else if (what === 2) for (const op of await takeBatch(db)) server.take(op) // the answers are lost
        else await pushAll(server)
      }
      await pushAll(server)
      await pushAll(server)
      expect(await unsynced(db)).toBe(0)
      expect((server.docs.get(`workout/${ID}`)?.body as Workout | undefined)?.title ?? '').toBe(last)
      expect((await title()) ?? '').toBe(last)
    }
  })
})

describe('the indexes', () => {
  test('the open workout is found until it ends', async () => {
    await write('workout', ID, workout('A'))
    expect((await openWorkouts()).map(({ id }) => id)).toEqual([ID])
    await edit('workout', ID, (body) => ({ ...body, end: '2026-11-22T19:00:00' }))
    expect(await openWorkouts()).toEqual([])
  })

  test('workouts with sets of an exercise come newest first, and not those of another with a longer ' +
    'name', async () => {
    const on = (start: string, exercise: string): Workout => ({
      v: 1, start, entries: [{ id: 'e', order: 'a0', exercise, sets: [{ id: 's', order: 'a0', reps: 8 }] }],
    })
    await write('workout', 'w1', on('2026-01-01T10:00:00', 'squat'))
    await write('workout', 'w2', on('2026-02-01T10:00:00', 'squat'))
    await write('workout', 'w3', on('2026-03-01T10:00:00', 'squat-front'))
    const planned = [{ id: 'e', order: 'a0', exercise: 'squat', sets: [] }]
    await write('workout', 'w4', { v: 1, start: '2026-04-01T10:00:00', entries: planned })
    expect((await workoutsWith('squat')).map((doc) => doc.id)).toEqual(['w2', 'w1'])
  })
})
