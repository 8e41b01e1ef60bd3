import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'assistant', load: () => import('./Assistant.svelte'), tab: 'me', bare: true },
]
