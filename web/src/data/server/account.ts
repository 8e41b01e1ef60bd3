/** Accounts: the calls of docs/accounts.md (django-allauth headless). All of them need the server. */

import * as messages from '../../core/generated/messages-server'
import type { SessionOut, SessionsEnded, TokenMade, TokenOut } from '../../core/generated/wire'
import { mayHoldAlarm } from './held-alarm'
import { api, ApiError, csrfToken, jsonOf, NO_REASON, OfflineError } from './api'
import { creationOptions, credentialJson, requestOptions } from './passkey-json'

/** The sign-in is older than a quarter of an hour; ask for the password and repeat the call. */
export class AskAgainError extends Error {}

interface Answer<T> {
  status: number
  data?: T
  meta?: { is_authenticated?: boolean; secret?: string; totp_url?: string }
  errors?: { message: string; code: string; param?: string }[]
  error?: { code: string; sentence: string }
  /** No JSON: the page of a proxy, or of a network's login. */
  isForeign?: true
}
export interface Flows { flows?: { id: string; is_pending?: boolean; types?: string[] }[] }

export interface Authenticator {
  type: 'totp' | 'recovery_codes' | 'webauthn'
  id?: number
  name?: string
  created_at?: number
  unused_code_count?: number
}

export type SignIn = 'in' | 'second-factor'

export async function signUp(username: string, password: string, code: string): Promise<void> {
  await send('POST', 'auth/signup', { username, password, ...(code ? { code } : {}) })
}

export async function signIn(username: string, password: string): Promise<SignIn> {
  let answer = await call<Flows>('POST', 'auth/login', { username, password })
  if (answer.status === 409) {
    // Somebody is signed in already, perhaps as another account: who types a password means that one.
    await signOutServer()
    answer = await call<Flows>('POST', 'auth/login', { username, password })
  }
  if (answer.status === 200) return 'in'
  if (answer.data?.flows?.some((flow) => flow.id === 'mfa_authenticate' && flow.is_pending))
    return 'second-factor'
  throw refused(answer)
}

/** A six-digit code of the authenticator, or a recovery code. */
export async function secondFactor(code: string): Promise<void> {
  await send('POST', 'auth/2fa/authenticate', { code: code.replaceAll(' ', '') })
}

/** True when the session is gone afterwards. */
export async function signOutServer(): Promise<void> {
  if (mayHoldAlarm()) await (await import('./rest-alarm')).takeAlarmBack()
  const answer = await call('DELETE', 'auth/session')
  // 401 is how a sign-out that worked looks; 410 a session that was gone before. Either says so itself: a
  // proxy's own 401 says nothing about the session, which may go on.
  const isSignedOut = [401, 410].includes(answer.status) && answer.meta?.is_authenticated === false
  if (answer.status !== 200 && !isSignedOut) throw refused(answer)
}

export async function passwordAgain(password: string): Promise<void> {
  await send('POST', 'auth/reauthenticate', { password })
}

/** `current` is left out where the account has none yet. */
export async function changePassword(new_password: string, current?: string): Promise<void> {
  const json = current === undefined ? { new_password } : { current_password: current, new_password }
  await send('POST', 'account/password/change', json)
}

export async function authenticators(): Promise<Authenticator[]> {
  return (await send<Authenticator[]>('GET', 'account/authenticators')) ?? []
}

/** Begin TOTP: the secret to type or open in an authenticator app. */
export async function totpSecret(): Promise<{ secret: string; url: string }> {
  const answer = await call('GET', 'account/authenticators/totp')
  // 404 means "none yet", and carries what is needed to make one.
  if (answer.status !== 404 || !answer.meta?.secret) throw refused(answer)
  return { secret: answer.meta.secret, url: answer.meta.totp_url ?? '' }
}

export async function totpOn(code: string): Promise<void> {
  await send('POST', 'account/authenticators/totp', { code: code.replaceAll(' ', '') })
}

export async function totpOff(): Promise<void> {
  await send('DELETE', 'account/authenticators/totp')
}

/** The unused recovery codes; `fresh` makes new ones and ends the old. */
export async function recoveryCodes(fresh = false): Promise<string[]> {
  const path = 'account/authenticators/recovery-codes'
  const data = await send<{ unused_codes?: string[] }>(fresh ? 'POST' : 'GET', path, fresh ? {} : undefined)
  return data?.unused_codes ?? []
}

/** Why passkeys cannot work here, or an empty string. */
export function whyNoPasskeys(): string {
  if (!window.isSecureContext)
    return messages.passkeysNeedHttps
  if (location.hostname === '127.0.0.1')
    return messages.passkeysNeedName
  if (!('PublicKeyCredential' in window)) return messages.passkeysUnsupported
  return ''
}

export async function addPasskey(name: string): Promise<void> {
  interface Creation { creation_options: { publicKey: PublicKeyCredentialCreationOptionsJSON } }
  const data = await send<Creation>('GET', 'account/authenticators/webauthn?passwordless')
  if (!data) throw new ApiError(500, 'empty', messages.answerEmpty)
  const publicKey = creationOptions(data.creation_options.publicKey)
  const credential = await ceremony(() => navigator.credentials.create({ publicKey }))
  await send('POST', 'account/authenticators/webauthn', { name, credential })
}

export async function passkeySignIn(): Promise<void> {
  interface Request { request_options: { publicKey: PublicKeyCredentialRequestOptionsJSON } }
  const data = await send<Request>('GET', 'auth/webauthn/login')
  if (!data) throw new ApiError(500, 'empty', messages.answerEmpty)
  const publicKey = requestOptions(data.request_options.publicKey)
  const credential = await ceremony(() => navigator.credentials.get({ publicKey }))
  await send('POST', 'auth/webauthn/login', { credential })
}

/** The passkey once more, instead of the password. */
export async function passkeyAgain(): Promise<void> {
  interface Request { request_options: { publicKey: PublicKeyCredentialRequestOptionsJSON } }
  const data = await send<Request>('GET', 'auth/webauthn/reauthenticate')
  if (!data) throw new ApiError(500, 'empty', messages.answerEmpty)
  const publicKey = requestOptions(data.request_options.publicKey)
  const credential = await ceremony(() => navigator.credentials.get({ publicKey }))
  await send('POST', 'auth/webauthn/reauthenticate', { credential })
}

export async function renamePasskey(id: number, name: string): Promise<void> {
  await send('PUT', 'account/authenticators/webauthn', { id, name })
}

export async function removePasskey(id: number): Promise<void> {
  await send('DELETE', 'account/authenticators/webauthn', { authenticators: [id] })
}

async function ceremony(work: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const made = await work()
    if (made instanceof PublicKeyCredential) return credentialJson(made)
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
  }
  throw new ApiError(400, 'passkey', messages.passkeyUnused)
}

/** One call of docs/accounts.md; throws ApiError with a sentence where the server says no. */
export async function send<T>(
  method: string, path: string, json?: unknown, headers: Record<string, string> = {},
): Promise<T | undefined> {
  const answer = await call<T>(method, path, json, { headers })
  if (answer.status >= 200 && answer.status < 300) return answer.data
  throw refused(answer)
}

/** A call with the key of a mailed link. Iron's own 401 is how it worked where nobody is signed in. */
export async function sendKey(path: string, json: { key: string; password?: string }): Promise<void> {
  const answer = await call('POST', path, json)
  if (answer.status !== 200 && !(answer.status === 401 && answer.meta)) throw refused(answer)
}

function refused(answer: Answer<unknown>): Error {
  // A sentence by status is for Iron's own answers; its 401 and 410 say who is signed in.
  if (answer.isForeign || ([401, 410].includes(answer.status) && !answer.meta && !answer.error))
    return new ApiError(answer.status, NO_REASON, messages.noReason({ status: answer.status }))
  if (answer.status === 401 && answer.meta?.is_authenticated) return new AskAgainError()
  const [first] = answer.errors ?? []
  const sentence = first?.message ?? answer.error?.sentence ?? SENTENCES[answer.status]
  return new ApiError(
    answer.status, first?.code ?? 'refused', sentence ?? messages.noReason({ status: answer.status }),
    first?.param ?? '',
  )
}

const SENTENCES: Readonly<Record<number, string>> = {
  401: messages.signedOut,
  403: messages.signUpClosed,
  409: messages.signedInAlready,
  410: messages.signInExpired,
  429: messages.tooManyTries,
}

/** The same with the server's no as an answer. */
export async function call<T>(
  method: string, path: string, json?: unknown,
  options: { headers?: Record<string, string>; last?: boolean } = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers }
  if (json !== undefined) headers['Content-Type'] = 'application/json'
  if (method !== 'GET') headers['X-CSRFToken'] = await csrfToken()
  let response: Response
  try {
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    response = await fetch(`/_allauth/browser/v1/${path}`, {
      method, headers, credentials: 'same-origin', ...body,
    })
  } catch (problem) {
    throw new OfflineError(messages.unreachable, { cause: problem })
  }
  // docs/accounts.md
  const answer = ((await jsonOf(response)) ?? { isForeign: true }) as Answer<T>
  if (response.status === 403 && answer.error?.code === 'csrf' && !options.last) {
    await fetch('/_allauth/browser/v1/config', { credentials: 'same-origin' }) // sets a fresh token
    return call<T>(method, path, json, { ...options, last: true })
  }
  return { ...answer, status: response.status }
}

/**
 * What went wrong, as a sentence for the screen; anything that is not the server's or the network's is a bug
 * and rises.
 */
export function sentenceOf(problem: unknown): string {
  if (problem instanceof OfflineError) return messages.unreachableLogOn
  if (problem instanceof ApiError) return problem.sentence
  throw problem
}

/** A key for a program; the days are UTC. */
export type Token = TokenOut

export function tokens(): Promise<Token[]> {
  return api<Token[]>('tokens')
}

/** The key is told this once. */
export function makeToken(name: string, writes: boolean, origins: string[]): Promise<TokenMade> {
  return api<TokenMade>('tokens', { json: { name, writes, origins } })
}

export async function endToken(id: number): Promise<void> {
  await api(`tokens/${id}`, { method: 'DELETE' })
}

/** A browser where the account is signed in; the days are UTC. */
export type DeviceSession = SessionOut

/** This browser first, then the most recently used. */
export function deviceSessions(): Promise<DeviceSession[]> {
  return api<DeviceSession[]>('sessions')
}

/** Sign one browser out; what it holds unsent stays on it. */
export async function endSession(id: number): Promise<void> {
  await api(`sessions/${id}`, { method: 'DELETE' })
}

/** Sign out everywhere but here. The answer is how many browsers that were. */
export async function endOtherSessions(): Promise<number> {
  return (await api<SessionsEnded>('sessions', { method: 'DELETE' })).ended
}
