import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'compare/:a/:b?', load: () => import('./Compare.svelte'), tab: 'library' },
]
