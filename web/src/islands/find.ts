/**
 * The search of a site without a server (`iron site`): finds what the server and the app would find. It is a
 * script and no module, because a page opened from a disk may not load modules; nothing is exported.
 */
import { find, type Named } from '../core/rules/exercises/find'

interface Row extends Named { readonly id: string; readonly muscles: string }
const names = globalThis as { ironNames?: readonly Row[] }

/** A list on a screen; more answers than this help nobody. */
const MOST = 50

const form = document.getElementById('find')
const input = form?.querySelector('input')
const list = document.getElementById('found')
const count = document.getElementById('found-count')

if (form instanceof HTMLFormElement && input && list && count) {
  form.hidden = false
  const show = () => { if (names.ironNames) answer(form, input.value, list, count, names.ironNames) }
  form.addEventListener('submit', (event) => { event.preventDefault(); show() })
  input.addEventListener('focus', () => { load(form, show) }, { once: true })
  input.addEventListener('input', show)
}

/** The names come when somebody is about to type: they weigh more than the page. */
function load(place: HTMLElement, then: () => void): void {
  const script = document.createElement('script')
  script.src = place.dataset['names'] ?? ''
  script.addEventListener('load', then)
  document.head.append(script)
}

function answer(place: HTMLElement, typed: string, list: HTMLElement, count: HTMLElement,
  rows: readonly Row[]): void {
  const asked = typed.trim()
  const matches = asked ? find(asked, rows).slice(0, MOST) : []
  list.hidden = matches.length === 0
  count.hidden = !asked
  count.textContent = matches.length ? `${matches.length} found, the nearest first.`
    : 'No exercise has such a name. Try fewer letters.'
  list.replaceChildren(...matches.map((row) => line(place, row)))
}

function line(place: HTMLElement, row: Row): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  // The address of the list's own folder, as the page was written with it: on a disk there is no index.
  link.href = (place.dataset['guides'] ?? '').replace(/index\.html$/, '') + `${row.id}/index.html`
  const label = document.createElement('span')
  const small = document.createElement('small')
  small.textContent = row.muscles
  label.append(row.name, small)
  link.append(label)
  item.append(link)
  return item
}
