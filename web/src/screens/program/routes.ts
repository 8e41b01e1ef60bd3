import type { Route } from '../../router.svelte'

export const routes: Route[] = [{ path: 'program', load: () => import('./Take.svelte'), tab: 'plan' }]
