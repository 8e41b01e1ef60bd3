/**
 * Sign-in with an account elsewhere (OpenID Connect): to the provider and back to the screen me/provider. All
 * of it needs the server.
 */

import type { ProviderAddress } from '../../core/generated/wire'
import { AskAgainError, call, send, type Flows } from './account'
import { api, ApiError } from './api'

const CODE = 'iron-invitation'

/**
 * Leave for the provider; AskAgainError where the password is wanted first. The code of an invitation waits
 * here.
 */
export async function goToProvider(id: string, purpose: 'login' | 'connect', code = ''): Promise<void> {
  // Whoever comes back may be another account than the one whose journal is open.
  const json = { purpose }
  const { address } = await api<ProviderAddress>(`providers/${id}`, { json, account: undefined }).catch(
    (problem: unknown) => {
      throw problem instanceof ApiError && problem.code === 'ask_again' ? new AskAgainError() : problem
    },
  )
  if (code) sessionStorage.setItem(CODE, code)
  else sessionStorage.removeItem(CODE)
  location.assign(address)
}

/** The code that was given before the way to the provider; empty for none. */
export function invitationCode(): string {
  return sessionStorage.getItem(CODE) ?? ''
}

export type SignInStep = 'in' | 'second-factor' | 'name' | 'out'

/** How far the sign-in got: in, a second step or a name for the new account is wanted, or not at all. */
export async function signInStep(): Promise<SignInStep> {
  const answer = await call<Flows>('GET', 'auth/session')
  if (answer.status === 200) return 'in'
  const pending = answer.data?.flows?.filter((flow) => flow.is_pending).map(({ id }) => id) ?? []
  if (pending.includes('mfa_authenticate')) return 'second-factor'
  return pending.includes('provider_signup') ? 'name' : 'out'
}

/** The name that the provider suggests for the new account; empty for none. */
export async function suggestedName(): Promise<string> {
  const data = await send<{ user?: { username?: string } }>('GET', 'auth/provider/signup')
  return data?.user?.username ?? ''
}

/** Make the account; who it is elsewhere, the server knows. */
export async function signUpFromProvider(username: string, code: string): Promise<void> {
  await send('POST', 'auth/provider/signup', { username, ...(code ? { code } : {}) })
  sessionStorage.removeItem(CODE)
}

export interface Linked { uid: string; display: string; provider: { id: string; name: string } }

/** The accounts elsewhere that open this one. */
export async function linkedAccounts(): Promise<Linked[]> {
  return (await send<Linked[]>('GET', 'account/providers')) ?? []
}

export async function unlink({ uid, provider }: Linked): Promise<void> {
  await send('DELETE', 'account/providers', { provider: provider.id, account: uid })
}

/** False for an account that has only been opened from elsewhere. */
export async function hasPassword(): Promise<boolean> {
  const data = await send<{ user?: { has_usable_password?: boolean } }>('GET', 'auth/session')
  return data?.user?.has_usable_password ?? true
}
