import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'demo', load: () => import('./Demo.svelte'), tab: 'today' }]
