/** What a coach should look at on the phone is what the command line says, from the same documents. */
import 'fake-indexeddb/auto'
import { beforeAll, expect, test, vi } from 'vitest'
import spec from '../../../../../spec/needs.json'
import type { Needs } from '../../../core/rules/plan/coach-needs'
import type { Body, Kind } from '../../../core/values/documents'
import { indexed, lentName, openDb } from '../../store/db'
import { write } from '../../store/store'
import { needsOf } from './needs'

type Row = [kind: Kind, id: string, body: Body]
interface Case {
  in: [rows: Row[], account: string | null, today: string, sees_training: boolean, lines: object]
  out: Needs
}

/** The files of the library as the server sends them. */
const CONTENT = import.meta.glob<string>('../../../../public/content/*.json', {
  query: '?raw', import: 'default',
})

beforeAll(() => {
  vi.stubGlobal('fetch', async (path: string) => {
    const name = decodeURIComponent(path.split('/content/')[1] ?? '')
    const text = await CONTENT[`../../../../public/content/${name}`]?.()
    const headers = { 'content-type': 'application/json' }
    return new Response(text ?? null, { status: text ? 200 : 404, headers })
  })
})

// The cases carry JSON; the answer is the check.
const cases = spec.rules.of_documents as unknown as Case[]

/** Answer a case from a copy of a log. */
async function answered(given: Case['in'], id: string): Promise<Needs> {
  const [rows, account, today, sees_training, lines] = given
  const journal = openDb(lentName(id), 'once')
  await journal.transaction(['documents'], async (on) => {
    for (const [kind, id, body] of rows)
      await on.documents.put(indexed({ kind, id, rev: 1, seq: 0, body }))
  })
  await journal.snapshot.put({ key: 'growth:all', value: { snapshot: { lines } }, at: today })
  journal.close()
  const what = sees_training ? ['training' as const] : ['plans' as const]
  const lent = { id, owner: 'anna', what, state: 'active' as const, ends_at: null }
  return needsOf(lent, account ?? undefined, today)
}

test.each(cases.map((example, at) => [at, example] as const))('of_documents %i', async (at, example) => {
  expect(await answered(example.in, `needs-${at}`)).toEqual(example.out)
})

test('own exercises and merges of the coach change nothing in the log of his lifter', async () => {
  const example = cases.find(({ out }) => out.records.some(({ name }) => name === 'Floor press'))
  if (!example) throw new Error('A case has a record of an own exercise.')
  const [record] = example.out.records
  if (!record) throw new Error('It has one.')
  await write('exercise', record.exercise, { v: 1, name: 'The coach’s', alias_of: 'leg-press-45' })
  expect(await answered(example.in, 'needs-own')).toEqual(example.out)
})
