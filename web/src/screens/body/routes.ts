import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'body/photos', load: () => import('./Photos.svelte'), tab: 'me' },
  { path: 'body/:what?', load: () => import('./Body.svelte'), tab: 'me', lent: true },
]
