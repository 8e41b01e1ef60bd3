import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: '', load: () => import('./Today.svelte'), tab: 'today' },
]
