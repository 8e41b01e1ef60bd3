import type { Route } from '../../router.svelte'

// `machines/new?exercise=<id>` begins a machine for that exercise.
export const routes: Route[] = [
  { path: 'machines', load: () => import('./Machines.svelte'), tab: 'me' },
  { path: 'machines/gym/:id', load: () => import('./Gym.svelte'), tab: 'me' },
  { path: 'machines/:id', load: () => import('./Machine.svelte'), tab: 'me' },
]
