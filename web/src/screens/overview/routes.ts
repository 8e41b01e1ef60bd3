import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'overview', load: () => import('./Overview.svelte'), tab: 'growth' }]
