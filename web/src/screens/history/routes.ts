import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'history', load: () => import('./History.svelte'), tab: 'history', lent: true },
  { path: 'history/:id', load: () => import('./WorkoutDetail.svelte'), tab: 'history', lent: true },
  { path: 'history/:id/versions', load: () => import('./Versions.svelte'), tab: 'history' },
]
