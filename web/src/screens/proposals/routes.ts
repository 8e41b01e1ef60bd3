import type { Route } from '../../router.svelte'

export const routes: Route[] = [
  { path: 'propose', load: () => import('./Propose.svelte'), tab: 'plan', lent: true },
  { path: 'proposals', load: () => import('./Proposals.svelte'), tab: 'plan', lent: true },
  { path: 'proposals/:id', load: () => import('./Proposal.svelte'), tab: 'plan', lent: true },
]
