import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'builder/:what?/:id?', load: () => import('./Builder.svelte'), tab: 'plan', lent: true },
]
