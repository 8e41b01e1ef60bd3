import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'records', load: () => import('./AllRecords.svelte'), tab: 'growth', lent: true },
  { path: 'records/:exercise', load: () => import('./Records.svelte'), tab: 'growth', lent: true },
]
