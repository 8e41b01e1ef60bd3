import type { Route } from '../../router.svelte'

/** The screen; what its first numbers need is read while its files come. */
async function load() {
  const screen = import('./Log.svelte')
  const asked = new URLSearchParams(location.search).get('exercise')
  void import('../../data/reading/strength/opening')
    .then(({ readAhead }) => readAhead(asked), () => undefined)
  return screen
}

// `log?exercise=<id>` starts or continues with that exercise; `&variable=` opens the setup, `&fault=` the
// last set.
export const routes: Route[] = [
  { path: 'log/:id?', load, tab: 'today', bare: true },
]
