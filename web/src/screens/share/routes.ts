import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'share/open', load: () => import('./Open.svelte'), tab: 'history' },
  { path: 'share/:id', load: () => import('./Share.svelte'), tab: 'history' },
]
