import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { ArchiveError } from '../../core/rules/records/archive'
import type { Workout } from '../../core/values/documents'
import { dropCopies } from '../store/copy-shelf'
import { readRolling, rollingCopies, writeCopy } from './copies'
import { db, useDb } from '../store/db'
import { everything, putBack, readCopy } from './export'
import { read, remove, write, writeAll } from '../store/store'

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const workout = (title: string): Workout => ({ v: 1, start: '2026-11-22T18:05:00', title, entries: [] })
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer
const textOf = async () => new TextDecoder().decode(await everything())
const bodies = async () => (await db.documents.toArray()).map((row) => [row.kind, row.id, row.body])

let run = 0
beforeEach(() => useDb(`iron-copy-${++run}`))

describe('a copy of this phone', () => {
  test('put back on an empty phone makes the same journal, and queues it for the server', async () => {
    await writeAll([
      { kind: 'workout', id: id(1), body: workout('A') }, { kind: 'workout', id: id(2), body: workout('B') },
    ])
    await remove('workout', id(2))
    const [text, before] = [await textOf(), await bodies()]
    useDb(`iron-copy-${++run}`)
    const copy = await readCopy(bytes(text))
    expect([copy.plan.fresh.length, copy.plan.workouts]).toEqual([2, 1])
    expect(await db.documents.count()).toBe(0)
    expect(await putBack(copy, false)).toBe(2)
    expect(await bodies()).toEqual(before)
    expect(await db.outbox.count()).toBe(2)
  })

  test('leaves a newer edit alone unless the lifter wants the copy there too', async () => {
    await write('workout', id(1), workout('A'))
    const text = await textOf()
    await write('workout', id(1), workout('B'))
    const copy = await readCopy(bytes(text))
    expect([await putBack(copy, false), (await read('workout', id(1)))?.body.title]).toEqual([0, 'B'])
    expect([await putBack(copy, true), (await read('workout', id(1)))?.body.title]).toEqual([1, 'A'])
  })

  test('brings back what was deleted since', async () => {
    await write('workout', id(1), workout('A'))
    const text = await textOf()
    await remove('workout', id(1))
    await putBack(await readCopy(bytes(text)), false)
    expect((await read('workout', id(1)))?.body.title).toBe('A')
  })

  test('is a right one however many documents there are', async () => {
    for (const count of [0, 1, 50, 101]) {
      useDb(`iron-copy-${++run}`)
      await writeAll(
        Array.from({ length: count }, (_, n) => ({
          kind: 'workout' as const, id: id(n), body: workout(`Größe ${n}`),
        })),
      )
      const { archive, plan } = await readCopy(bytes(await textOf()))
      expect([archive.documents.length, plan.same]).toEqual([count, count])
    }
  })

  test('does not hold the demo lifter, and never writes over what a newer Iron wrote', async () => {
    await writeAll([{ kind: 'workout', id: id(1), body: workout('invented') }], { demo: true })
    await write('workout', id(2), workout('A'))
    const text = await textOf()
    expect(text).not.toContain('invented')
    const newer = { kind: 'workout' as const, id: id(2), rev: 1, seq: 1, body: { v: 2 } }
    await db.transaction(['documents'], (on) => on.documents.put(newer))
    const copy = await readCopy(bytes(text))
    expect([copy.plan.differ.length, await putBack(copy, true)]).toEqual([0, 0])
  })

  test('that was changed by one letter, or is no text, stores nothing', async () => {
    await write('workout', id(1), workout('Legs'))
    const text = await textOf()
    await expect(readCopy(bytes(text.replace('Legs', 'Lags')))).rejects.toThrow(ArchiveError)
    const broken = new Uint8Array(bytes(text))
    broken[text.indexOf('Legs')] = 0xff
    await expect(readCopy(broken.buffer)).rejects.toThrow(ArchiveError)
  })
})

describe('the rolling copy', () => {
  test('is one a day, reads back, and is forgotten with the account', async () => {
    await write('workout', id(1), workout('A'))
    await writeCopy()
    await write('workout', id(2), workout('B'))
    await writeCopy()
    const copies = await rollingCopies()
    expect(copies.length).toBe(1)
    const copy = await readCopy(await readRolling(copies[0]?.day ?? ''))
    expect([copy.plan.workouts, copy.plan.same]).toEqual([2, 2])
    await dropCopies(db.name)
    expect(await rollingCopies()).toEqual([])
  })
})
