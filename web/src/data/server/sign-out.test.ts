import { afterEach, expect, test, vi } from 'vitest'
import { sendKey, signOutServer } from './account'
import { ApiError } from './api'

const SIGNED_OUT = '{"status": 401, "data": {"flows": []}, "meta": {"is_authenticated": false}}'
const GONE = '{"status": 410, "data": {"flows": []}, "meta": {"is_authenticated": false}}'
const ASK_AGAIN = '{"status": 401, "data": {"flows": []}, "meta": {"is_authenticated": true}}'
const PAGE = '<html>401 Authorization Required</html>'

function answersWith(status: number, body: string, type: string): void {
  vi.stubGlobal('document', { cookie: 'csrftoken=secret' })
  vi.stubGlobal('localStorage', { getItem: () => null })
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } })))
}

afterEach(() => vi.unstubAllGlobals())

test.each([
  [401, SIGNED_OUT], [410, GONE],
])('Iron says with %i that nobody is signed in', async (status, body) => {
  answersWith(status, body, 'application/json')
  await expect(signOutServer()).resolves.toBeUndefined()
})

test.each([
  [401, PAGE, 'text/html'], [410, PAGE, 'text/html'],
  [401, '{"message": "Unauthorized"}', 'application/json'],
])('the %i of a proxy is no sign-out', async (status, body, type) => {
  answersWith(status, body, type)
  const failure: unknown = await signOutServer().catch((problem: unknown) => problem)
  expect(failure).toBeInstanceOf(ApiError)
  expect((failure as ApiError).sentence).toContain('without a reason (')
})

test('an answer that says somebody is signed in is no sign-out', async () => {
  answersWith(401, ASK_AGAIN, 'application/json')
  await expect(signOutServer()).rejects.toBeInstanceOf(Error)
})

test('the key of a mailed link is not used up where a proxy answers 401', async () => {
  answersWith(401, PAGE, 'text/html')
  await expect(sendKey('auth/email/verify', { key: 'k' })).rejects.toBeInstanceOf(ApiError)
  answersWith(401, SIGNED_OUT, 'application/json')
  await expect(sendKey('auth/email/verify', { key: 'k' })).resolves.toBeUndefined()
})
