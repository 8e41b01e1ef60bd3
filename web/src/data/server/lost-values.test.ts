import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { LossOut } from '../../core/generated/wire'
import type { Workout } from '../../core/values/documents'
import { openDb, type IronDb } from '../store/db'
import { noteLosses } from './lost-values'

const ID = '01900000-0000-7000-8000-000000000001'
const body: Workout = { v: 1, start: '2026-11-22T18:05:00', entries: [] }
const loss = (rev: number, values = 1, kind = 'workout'): LossOut => ({ kind, id: ID, rev, values })

let here: IronDb
let run = 0
beforeEach(() => { here = openDb(`iron-lost-${++run}`) })

const holds = (rev: number) =>
  here.transaction(['documents'], (on) => on.documents.put({ kind: 'workout', id: ID, rev, seq: rev, body }))
const notices = async () => (await here.meta.get('lost'))?.value

test('a workout in which values lost since this phone had it is announced with their number', async () => {
  await holds(2)
  await noteLosses(here, [loss(2, 9), loss(3, 2), loss(5)])
  expect(await notices()).toEqual([{ workout: ID, values: 3 }])
})

test('what this phone has seen, never had, or has unsent is not announced', async () => {
  await noteLosses(here, [loss(3)])
  await holds(0)
  await noteLosses(here, [loss(3)])
  await holds(3)
  await noteLosses(here, [loss(3)])
  expect(await notices()).toBeUndefined()
})

test('other kinds than workouts are not announced: they have no screen of versions', async () => {
  await here.transaction(['documents'], (on) =>
    on.documents.put({ kind: 'machine', id: ID, rev: 1, seq: 1, body: { v: 1 } }))
  await noteLosses(here, [loss(2, 1, 'machine')])
  expect(await notices()).toBeUndefined()
})
