import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'plan', load: () => import('./Plan.svelte'), tab: 'plan', lent: true },
  { path: 'propose/block/:id', load: () => import('./ProposeChange.svelte'), tab: 'plan', lent: true },
]
