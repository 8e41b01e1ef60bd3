import { contentIndex } from '../../data/reading/content'
import { sentences } from '../../data/reading/sentences'
import { isVisited } from '../../ui/lazy.svelte'
import type { Route } from '../../router.svelte'

/** The screen; what its first numbers need is read while the files of the log come. */
function load() {
  const query = new URLSearchParams(location.search)
  const asked = query.get('exercise')
  // The first page's "Start logging".
  if (query.has('pick')) void import('../../picker/Picker.svelte').catch(() => undefined)
  // A first visit without an exercise starts with one button: the log comes after it is painted.
  if (asked !== null || query.has('pick') || isVisited()) {
    void sentences()
    void contentIndex()
    void import('./Log.svelte').then(({ readAhead }) => readAhead(asked), () => undefined)
  }
  return import('./LogPage.svelte')
}

// `log?exercise=<id>` starts or continues with that exercise; `&variable=` opens the setup, `&fault=` the
// last set.
export const routes: Route[] = [
  { path: 'log/:id?', load, tab: 'today', bare: true },
]
