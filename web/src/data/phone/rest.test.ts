import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { rest } from './rest.svelte'

// The clock watches the page, which a test has none of.
vi.mock('./clock', () => ({ timeNow: Date.now, onClockSet: () => () => undefined }))

afterEach(() => rest.stop())

test('a rest that begins while an older one is being read stays', async () => {
  const reading = rest.load()
  rest.start(90)
  await reading
  expect(rest.running?.total_s).toBe(90)
})

test('seconds that were added while the rest is being read are not taken back', async () => {
  rest.start(60)
  await rest.load()
  const reading = rest.load()
  rest.add(30)
  await reading
  expect(rest.running?.total_s).toBe(90)
})

test('what was stored is read where nothing changed meanwhile', async () => {
  rest.start(75)
  await rest.load()
  expect(rest.running?.total_s).toBe(75)
})
