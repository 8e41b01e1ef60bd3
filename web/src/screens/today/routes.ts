import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: '', load: () => import('./TodayPage.svelte'), tab: 'today' },
]
