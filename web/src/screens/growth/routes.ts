import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'growth', load: () => import('./GrowthList.svelte'), tab: 'growth', lent: true },
  { path: 'growth/:exercise', load: () => import('./Growth.svelte'), tab: 'growth', lent: true },
]
