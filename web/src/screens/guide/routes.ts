import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'library/:id', load: () => import('./Guide.svelte'), tab: 'library' }]
