import type { Route } from '../../router.svelte'

// `exercises/new?name=<words>&log` begins one of that name and goes on to the log with it.
export const routes: Route[] = [
  { path: 'exercises', load: () => import('./Exercises.svelte'), tab: 'library' },
  { path: 'exercises/:id', load: () => import('./Exercise.svelte'), tab: 'library' },
  { path: 'exercises/:id/merge', load: () => import('./Merge.svelte'), tab: 'library' },
]
