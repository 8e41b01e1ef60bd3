import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'library', load: () => import('./Library.svelte'), tab: 'library' }]
