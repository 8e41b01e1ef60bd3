import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'import', load: () => import('./Import.svelte'), tab: 'me' }]
