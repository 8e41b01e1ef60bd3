import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'me/connections', load: () => import('./Connections.svelte'), tab: 'me' },
]
