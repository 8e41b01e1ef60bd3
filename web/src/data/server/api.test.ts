import { afterEach, expect, test, vi } from 'vitest'
import { signIn } from './account'
import { api, ApiError, NO_REASON, OfflineError } from './api'

const PAGE = '<html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>'

/** Every request gets this answer. */
function answersWith(status: number, body: string, type: string): void {
  vi.stubGlobal('document', { cookie: 'csrftoken=secret' })
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } })))
}
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => { throw new Error('It went through.') }, (failure: unknown) => failure)
}

afterEach(() => vi.unstubAllGlobals())

test.each([
  [502, PAGE, 'text/html'], [503, PAGE, 'text/html; charset=utf-8'], [504, '', 'text/plain'],
  [200, '<html>Sign in to the WLAN of this gym</html>', 'text/html'], [200, '{"docs": [', 'application/json'],
])('a proxy that answers %i in place of the server is no answer', async (status, body, type) => {
  answersWith(status, body, type)
  const asked = [
    api('sync/pull?since=0'), api('sync/push', { json: { ops: [] } }), signIn('ada', 'long enough'),
  ]
  for (const failure of await Promise.all(asked.map(failureOf))) {
    expect(failure).toBeInstanceOf(OfflineError)
    expect((failure as Error).message).not.toMatch(/<|nginx|WLAN/)
  }
})

test('a sentence of Iron itself is told, with any status', async () => {
  answersWith(503, '{"error": {"code": "busy", "sentence": "Iron is busy."}}', 'application/json')
  const failure = await failureOf(api('me'))
  expect(failure).toMatchObject({ status: 503, code: 'busy', sentence: 'Iron is busy.' })
})

test('a page that refuses has no reason, and its words are not shown', async () => {
  answersWith(413, '<html>Request Entity Too Large</html>', 'text/html')
  const failure = await failureOf(api('sync/push', { json: {} }))
  expect(failure).toBeInstanceOf(ApiError)
  expect(failure).toMatchObject({ status: 413, code: NO_REASON })
  expect((failure as ApiError).sentence).not.toContain('<')
})
