import type { Route } from '../../router.svelte'

// `log?exercise=<id>` starts or continues with that exercise, `&show=setup` opens its setup sheet.
export const routes: Route[] = [{ path: 'log/:id?', load: () => import('./Log.svelte'), tab: 'today', bare: true }]
