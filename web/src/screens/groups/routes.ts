import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'groups', load: () => import('./Groups.svelte'), tab: 'me' },
  { path: 'groups/new', load: () => import('./NewGroup.svelte'), tab: 'me' },
  { path: 'groups/join', load: () => import('./JoinGroup.svelte'), tab: 'me' },
  { path: 'groups/:id', load: () => import('./Board.svelte'), tab: 'me' },
  { path: 'groups/:id/settings', load: () => import('./GroupSettings.svelte'), tab: 'me' },
]
