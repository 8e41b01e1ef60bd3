import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'me/account', load: () => import('./Account.svelte'), tab: 'me' },
  { path: 'me/provider', load: () => import('./Provider.svelte'), tab: 'me' },
  { path: 'join/:token', load: () => import('./Account.svelte'), tab: 'me' },
]
