import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'me', load: () => import('./Me.svelte'), tab: 'me' },
  { path: 'me/security', load: () => import('./Security.svelte'), tab: 'me' },
  { path: 'me/devices', load: () => import('./Devices.svelte'), tab: 'me' },
  { path: 'me/comfort', load: () => import('./Comfort.svelte'), tab: 'me' },
  { path: 'me/marked', load: () => import('./Marked.svelte'), tab: 'me' },
  { path: 'me/keys', load: () => import('./Keys.svelte'), tab: 'me' },
]
