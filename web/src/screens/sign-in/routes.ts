import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'me/account', load: () => import('./Account.svelte'), tab: 'me' },
  { path: 'me/provider', load: () => import('./Provider.svelte'), tab: 'me' },
  { path: 'me/forgot', load: () => import('./Forgot.svelte'), tab: 'me' },
  { path: 'me/new-password', load: () => import('./NewPassword.svelte'), tab: 'me' },
  { path: 'me/email', load: () => import('./ConfirmAddress.svelte'), tab: 'me' },
  { path: 'join/:token', load: () => import('./Account.svelte'), tab: 'me' },
]
