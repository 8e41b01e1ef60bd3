/**
 * The server as the app calls it: same origin, session cookie, CSRF header, one error that carries a
 * sentence.
 */

import * as messages from '../../core/generated/messages-server'

export class ApiError extends Error {
  constructor(
    readonly status: number, readonly code: string, readonly sentence: string, readonly where = '',
  ) {
    super(sentence)
  }
}

/** The code of an answer that is not Iron's own, such as the page of a proxy. */
export const NO_REASON = 'error'

/** No answer at all: no signal, server down, time out. */
export class OfflineError extends Error {}

/** A call of the API for the account that a database is of. */
export type Call = <T>(path: string, options?: { json?: unknown }) => Promise<T>

const TIMEOUT_MS = 20_000

let account: string | undefined

/**
 * Whose journal is open in this tab. The server refuses calls for another account than the browser's session
 * is of.
 */
export function speakFor(next: string | undefined): void {
  account = next
}

export function spokenFor(): string | undefined {
  return account
}

interface Options {
  method?: string
  json?: unknown
  /** JSON that is bytes already. */
  blob?: Blob
  form?: FormData
  /** The secret of a link to another lifter's journal. */
  share?: string
  /** Whose journal this is about; the open one where it is not said. */
  account?: string | undefined
}

/**
 * Call `/api/v1/<path>` and return its JSON. Throws ApiError (the server said no) or OfflineError (it said
 * nothing).
 */
export async function api<T>(path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  let body: BodyInit | undefined
  if (options.json !== undefined || options.blob !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = options.blob ?? JSON.stringify(options.json)
  } else if (options.form) body = options.form
  const method = options.method ?? (body === undefined ? 'GET' : 'POST')
  // Who is signed in is a question about the session; everything else is about a journal.
  const speaksFor = 'account' in options ? options.account : account
  if (speaksFor !== undefined && !(method === 'GET' && path === 'me')) headers['Iron-Account'] = speaksFor
  if (options.share !== undefined) headers['Iron-Share'] = options.share
  if (method !== 'GET') headers['X-CSRFToken'] = await csrfToken()
  const response = await reach(`/api/v1/${path}`, {
    method, headers, ...(body === undefined ? {} : { body }),
  })
  return answer<T>(response)
}

/** Fetch a file of the open journal and the name that the server gives it. Throws as `api` does. */
export async function download(path: string): Promise<{ file: Blob; name: string }> {
  const headers: Record<string, string> = account === undefined ? {} : { 'Iron-Account': account }
  const response = await reach(`/api/v1/${path}`, { headers })
  if (!response.ok) return answer(response)
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { file: await response.blob(), name: name ?? 'iron' }
}

async function answer<T>(response: Response): Promise<T> {
  const value = await jsonOf(response)
  if (response.ok && value !== undefined) return value as T // the contract of docs/documents.md
  const error = (value as { error?: { code?: string; sentence?: string; where?: string } } | undefined)?.error
  if (!error && response.status >= 502) throw new OfflineError(messages.down({ status: response.status }))
  const sentence = error?.sentence ?? messages.noReason({ status: response.status })
  throw new ApiError(response.status, error?.code ?? NO_REASON, sentence, error?.where)
}

/**
 * The JSON of an answer; undefined where it has none. Throws OfflineError where the connection breaks off,
 * and for a page that a proxy, or the login of a network, shows in place of the server.
 */
export async function jsonOf(response: Response): Promise<unknown> {
  if (response.headers.get('content-type')?.includes('json')) {
    try {
      return (await response.json()) as unknown
    } catch (problem) {
      throw new OfflineError(messages.unreachable, { cause: problem })
    }
  }
  if (response.ok || response.status >= 502)
    throw new OfflineError(messages.down({ status: response.status }))
  return undefined
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, {
      ...init, credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch (problem) {
    throw new OfflineError(messages.unreachable, { cause: problem })
  }
}

/** Django's CSRF cookie; asking who we are makes the server set it. */
export async function csrfToken(): Promise<string> {
  const known = cookie('csrftoken')
  if (known) return known
  await reach('/api/v1/me', { headers: { Accept: 'application/json' } })
  return cookie('csrftoken') ?? ''
}

function cookie(name: string): string | undefined {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return cookie?.slice(name.length + 1)
}
