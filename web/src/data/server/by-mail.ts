/** The e-mail address of an account, and the way back to a forgotten password. All of it needs the server. */

import * as messages from '../../core/generated/messages-server'
import { send, sendKey } from './account'
import { ApiError } from './api'

export interface Address { email: string; verified: boolean }

/** The key of a mailed link, from behind the #; some of its signs are escaped. */
export function keyOfLink(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return '' // a link that was cut within an escaped sign
  }
}

/** The confirmed address of the account, and one that waits to take its place. */
export async function addresses(): Promise<Address[]> {
  return (await send<Address[]>('GET', 'account/email')) ?? []
}

/** A link goes there; until it was opened the address is not used. */
export async function addAddress(email: string): Promise<void> {
  await send('POST', 'account/email', { email })
}

export async function sendLinkAgain(email: string): Promise<void> {
  await send('PUT', 'account/email', { email })
}

export async function removeAddress(email: string): Promise<void> {
  await send('DELETE', 'account/email', { email })
}

/** The address and the account that a link is about; the link stays unused. */
export async function lookAtAddress(key: string): Promise<{ email: string; name: string }> {
  interface Looked { email: string; user: { display: string } }
  const data = await look<Looked>('auth/email/verify', { 'X-Email-Verification-Key': key })
  return { email: data.email, name: data.user.display }
}

export async function confirmAddress(key: string): Promise<void> {
  await sendKey('auth/email/verify', { key })
}

/** Ask for a link to set a new password. The server answers alike whether it knows the address or not. */
export async function forgotPassword(email: string): Promise<void> {
  await send('POST', 'auth/password/request', { email })
}

/** The name of the account whose password a link sets; the link stays unused. */
export async function lookAtReset(key: string): Promise<string> {
  const header = { 'X-Password-Reset-Key': key }
  return (await look<{ user: { display: string } }>('auth/password/reset', header)).user.display
}

/** Set the password; every device is signed out, this one too. */
export async function setNewPassword(key: string, password: string): Promise<void> {
  await sendKey('auth/password/reset', { key, password })
}

async function look<T>(path: string, header: Record<string, string>): Promise<T> {
  const data = await send<T>('GET', path, undefined, header).catch((problem: unknown) => {
    if (!(problem instanceof ApiError) || problem.status !== 404) throw problem
    throw new ApiError(404, 'no_mail', messages.mailOff)
  })
  if (!data) throw new ApiError(500, 'empty', messages.answerEmpty)
  return data
}
