import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'routine/:id', load: () => import('./Routine.svelte'), tab: 'today' },
]
