import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { db, GUEST, lookAt, ownDb } from '../../store/db'
import { getMeta, setMeta, type Lent } from '../../store/meta'
import { all, read, write } from '../../store/store'
import { fetchLent, isHere, openLink } from './lent'
import { keepWritten, unsentHere } from './lent-writing'

const SHARE: Lent = { id: 'a-share', owner: 'anna', what: ['training'], state: 'active', ends_at: null }
const GYM = '0192f000-0000-7000-8000-000000000001'
const LATER = '0192f000-0000-7000-8000-000000000002'

/** The server's answers, in turn. */
function answering(...answers: { status?: number; body: unknown }[]) {
  const fetched = vi.fn(async () => {
    const { status = 200, body } = answers.shift() ?? { status: 500, body: {} }
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const gym = (id: string, name: string) => ({ kind: 'gym', id, rev: 1, deleted: false, body: { v: 1, name } })
const page = (docs: unknown[], more: Record<string, unknown> = {}) => ({
  body: { docs, place: 'p1', more: false, whole: false, ...more },
})
const names = async () => (await all('gym')).map(({ body }) => body.name)

vi.stubGlobal('document', { cookie: 'csrftoken=x' })

afterEach(() => { lookAt(null) })

test('a lent journal is read apart from one’s own and cannot be written', async () => {
  await write('gym', LATER, { v: 1, name: 'Mine' })
  answering(page([gym(GYM, 'Keller')], { whole: true }))
  await fetchLent(SHARE)
  expect(await names()).toEqual(['Mine'])
  lookAt(SHARE.id)
  expect(ownDb.name).toBe(GUEST)
  expect(await names()).toEqual(['Keller'])
  expect((await read('gym', GYM))?.readonly).toBe(true)
  await expect(write('gym', GYM, { v: 1, name: 'Changed' })).rejects.toThrow('You can read it, but not')
  expect(await names()).toEqual(['Keller'])
  expect(await db.outbox.count()).toBe(0)
  lookAt(null)
  expect(await names()).toEqual(['Mine'])
})

test('pages go on at the place where the last one ended, and a whole page replaces all', async () => {
  const fetched = answering(page([{ ...gym(GYM, ''), deleted: true, body: null }, gym(LATER, 'New')]))
  await fetchLent(SHARE)
  expect(fetched).toHaveBeenCalledWith(expect.stringContaining('place=p1'), expect.anything())
  lookAt(SHARE.id)
  expect(await names()).toEqual(['New'])
  answering(page([gym(GYM, 'Again')], { whole: true }))
  await fetchLent(SHARE)
  expect(await names()).toEqual(['Again'])
})

test('what ended is deleted here', async () => {
  expect(await isHere(SHARE.id)).toBe(true)
  answering({ status: 410, body: { error: { code: 'share_ended', sentence: 'Over.' } } })
  await expect(fetchLent(SHARE)).rejects.toThrow('Over.')
  expect(await isHere(SHARE.id)).toBe(false)
})

test('a link is remembered with its secret, which goes in a header alone', async () => {
  const pages = page([gym(GYM, 'Keller')], { whole: true })
  const fetched = answering({ body: { ...SHARE, id: 'by-link' } }, pages)
  await openLink('the-secret')
  expect(await getMeta('lent')).toEqual([{ ...SHARE, id: 'by-link', secret: 'the-secret' }])
  for (const [address, init] of fetched.mock.calls as unknown as [string, RequestInit][]) {
    expect(address).not.toContain('the-secret')
    expect((init.headers as Record<string, string>)['Iron-Share']).toBe('the-secret')
  }
})

const COMMENT = { v: 1, workout: GYM, text: 'Feet lower', at: '2026-11-22T19:30:00' }
const refused = { error: { code: 'not_found', sentence: 'This workout was deleted meanwhile.' } }

test('what is refused stays with its reason, and the rest is still sent and read', async () => {
  await keepLent(SHARE)
  await keepWritten(SHARE.id, 'comment', GYM, COMMENT)
  await keepWritten(SHARE.id, 'comment', LATER, { ...COMMENT, text: 'Second' })
  const fetched = answering(
    { status: 404, body: refused }, { body: { stored: true } }, page([gym(LATER, 'Read too')]),
  )
  await expect(fetchLent(SHARE)).rejects.toThrow('This workout was deleted meanwhile.')
  expect(fetched).toHaveBeenCalledTimes(3)
  lookAt(SHARE.id)
  expect(await unsentHere()).toEqual(new Map([[GYM, 'Not sent: This workout was deleted meanwhile.']]))
  expect((await read('comment', GYM))?.body.text).toBe('Feet lower')
  expect(await names()).toContain('Read too')
})

test('what was never sent outlives the end of sharing, for its writer', async () => {
  await keepWritten(SHARE.id, 'proposal', LATER, {
    v: 1, what: 'program', name: 'Three squats', at: COMMENT.at, note: 'Try it',
    text: { name: 'Three squats' },
  })
  answering({ status: 410, body: { error: { code: 'share_ended', sentence: 'Over.' } } })
  await expect(fetchLent(SHARE)).rejects.toThrow('Over.')
  expect(await isHere(SHARE.id)).toBe(false)
  expect((await getMeta('lent_unsent'))?.map(({ owner, words, text }) => [owner, words, text])).toEqual([
    ['anna', 'Feet lower', undefined],
    ['anna', 'Three squats: Try it', { name: 'Three squats' }],
  ])
})

test('a page of everything leaves what waits to be sent', async () => {
  await keepLent(SHARE)
  await keepWritten(SHARE.id, 'comment', GYM, COMMENT)
  answering({ status: 500, body: {} })
  await expect(fetchLent(SHARE)).rejects.toThrow()
  answering({ body: { stored: true } }, page([], { whole: true }))
  await fetchLent(SHARE)
  lookAt(SHARE.id)
  expect(await unsentHere()).toEqual(new Map())
})

/** The share as the server said it, with a first page of its journal. */
async function keepLent(share: Lent) {
  await setMeta('lent', [share])
  answering(page([gym(GYM, 'Keller')], { whole: true }))
  await fetchLent(share)
}
