import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'me/sharing', load: () => import('./Sharing.svelte'), tab: 'me' },
  { path: 'lifters', load: () => import('./Lifters.svelte'), tab: 'me' },
  { path: 'shared', load: () => import('./Shared.svelte'), tab: 'me' },
]
