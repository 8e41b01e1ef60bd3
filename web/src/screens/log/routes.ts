import type { Route } from '../../router.svelte'

// `log?exercise=<id>` starts or continues with that exercise; `&variable=` opens the setup, `&fault=` the
// last set.
export const routes: Route[] = [
  { path: 'log/:id?', load: () => import('./Log.svelte'), tab: 'today', bare: true },
]
