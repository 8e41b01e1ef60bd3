import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'workout/:id', load: () => import('./Workout.svelte'), tab: 'history' },
]
