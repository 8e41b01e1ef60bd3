import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'choose', load: () => import('./Choose.svelte'), tab: 'library' }]
