/**
 * The router: real addresses below /app/, one screen at a time.
 *
 * A screen registers itself in `src/screens/<name>/routes.ts`:
 *
 *     export const routes: Route[] = [{ path: 'growth/:exercise?', load: () => import('./Growth.svelte'),
 *     tab: 'growth' }]
 *
 * Parameters (`:name`, optional with `?`) and the query arrive as the props `params` and `query` of the
 * screen.
 */

import type { Component } from 'svelte'
import { leaveLayers, whenSettled } from './ui/device/back'
import { writeEntries, writeEntry } from './ui/device/entry'
import { painted } from './ui/device/frame'
import { restoreScroll } from './ui/device/scroll'

export interface ScreenProps { params: Record<string, string>; query: URLSearchParams }
/** A screen takes the address's parts as props, or nothing. */
export type Screen = Component<ScreenProps> | Component<Record<string, never>>

export interface Route {
  path: string
  load: () => Promise<{ default: Screen }>
  /** The tab that is lit, and shown when it is one of TABS. */
  tab?: string
  /** No tab bar: the screen has one thing to do. */
  bare?: boolean
  /** It can also show another lifter's journal, below `lifter/<share>/`; it changes nothing then. */
  lent?: boolean
}

const BASE = import.meta.env.BASE_URL
const modules = import.meta.glob<{ routes: Route[] }>('./screens/*/routes.ts', { eager: true })
export const routes: readonly Route[] = Object.values(modules).flatMap((module) => module.routes)

/** `lifter`: the share whose journal is shown; null for one's own. */
export interface Match {
  route: Route
  params: Record<string, string>
  query: URLSearchParams
  lifter: string | null
}

/** What the browser keeps with an entry of its history. */
interface EntryState {
  /** Where the page was scrolled to when it was left [px]. */
  y?: number
  /** Which page of this tab it is, counted on from where the tab began. */
  page?: number
  /** What a screen asked to find again: a search, a filter. */
  kept?: Record<string, unknown>
}

interface Departure {
  /** Where it stands among the pages of this tab, from 0. */
  page: number
  address: string
  /** How far it was scrolled [px]. */
  y: number
}

/** Back and forward wait for nothing: the next screen is there before anybody taps. */
let answered: Promise<void> | undefined
let here = $state.raw(location.pathname + location.search)
/** Where the next screen is scrolled to once it is shown; null where it starts at its top. */
let scrollTo: number | null = entryState().y ?? null
/** Where pages were scrolled to when Back or Forward left them, when their entries cannot be written [px]. */
const leftAt = new Map<number, number>()
let page = entryState().page ?? 0
/** The entry of the page that a tap asked for, until it is written. */
let coming: (() => void) | null = null
/** The page that the last tap left, until a frame after its entry was written: a Back till then means it. */
let departure: Departure | null = null
/** The page that is shown is no longer held where it was left. */
let letGo = () => { /* nothing is held */ }

function entryState(): EntryState {
  return (history.state as EntryState | null) ?? {}
}

/**
 * What was typed or chosen on a screen, kept with this entry of the history: it is there after Back, and not
 * on a new visit.
 */
export function restorable<T>(key: string, initial: T): { value: T } {
  // what is kept was written below with the same key
  let value = $state.raw((entryState().kept?.[key] as T | undefined) ?? initial)
  return {
    get value() { return value },
    set value(next) {
      value = next
      writeEntry(() => {
        const state = entryState()
        history.replaceState({ ...state, kept: { ...state.kept, [key]: next } }, '')
      })
    },
  }
}

export const router = {
  /** The frame that shows the tap which led here; the next screen comes after it. */
  get answered(): Promise<void> | undefined { return answered },
  /** Path and query below /app/, without a leading slash. */
  get path(): string { return relative(here) },
  get match(): Match | undefined { return match(relative(here)) },
  /** The share whose journal this address shows; null for one's own. */
  get lifter(): string | null { return lifterOf(relative(here)) },
}

const LIFTER = /^lifter\/([^/?]+)\/?/

function lifterOf(path: string): string | null {
  return LIFTER.exec(path)?.[1] ?? null
}

/**
 * The address of a screen: `href('growth/leg-press-45')`. On another lifter's journal, screens that can show
 * it stay there.
 */
export function href(path: string): string {
  const plain = path.replace(/^\//, '')
  const lifter = lifterOf(plain) === null ? lifterOf(relative(here)) : null
  return BASE + (lifter !== null && match(plain)?.route.lent ? `lifter/${lifter}/${plain}` : plain)
}

export function go(path: string, options: { replace?: boolean } = {}): void {
  whenSettled(() => { goNow(href(path), options.replace ?? false) })
}

function goNow(address: string, replace: boolean): void {
  // From within a sheet the next page takes the place of the sheet's own entry.
  const onSheet = !replace && leaveLayers()
  if (coming) writeEntries()
  const isOther = onSheet || (!replace && address !== location.pathname + location.search)
  const next = { page: isOther ? page + 1 : page }
  const left = { page, address: here, y: Math.round(window.scrollY) }
  departure = isOther && !onSheet ? left : null
  coming = () => {
    if (replace || onSheet) history.replaceState(next, '', address)
    else if (isOther) {
      keepScroll(left.page, left.y)
      for (const at of [left.page, next.page]) leftAt.delete(at)
      history.pushState(next, '', address)
    }
  }
  writeEntry(() => {
    coming?.()
    coming = null
    // A Back that was on its way meanwhile counts from the page that was left.
    void painted().then(() => { if (departure === left) departure = null })
  })
  page = next.page
  answered = painted()
  letGo()
  scrollTo = null
  here = address
  // With the next screen, not under the eyes of who still sees this one.
  void answered.then(() => { if (here === address) window.scrollTo(0, 0) })
}

/**
 * Back within the frame of a tap: the browser counts it from the page that the tap left, as the next page's
 * entry is written after the frame. The lifter meant that page, so it stays.
 */
function stayedAt(left: Departure | null, landed: number | undefined): boolean {
  if (!left || landed === undefined || landed >= left.page) return false
  coming = null
  history.go(left.page - landed)
  page = left.page
  answered = undefined
  letGo()
  scrollTo = left.y
  here = left.address
  return true
}

function keepScroll(of: number, y: number): void {
  history.replaceState({ ...entryState(), page: of, y }, '')
}

/** The screen of the address is shown: scroll to where it was left. */
export function screenShown(): void {
  const y = scrollTo
  scrollTo = null
  letGo()
  if (y !== null && y > 0) letGo = restoreScroll(y)
}

/** Follow clicks on plain links below /app/ without loading the page again. */
export function startRouter(): void {
  history.scrollRestoration = 'manual'
  window.addEventListener('pagehide', () => {
    writeEntries()
    keepScroll(page, Math.round(window.scrollY))
  })
  window.addEventListener('popstate', () => {
    const address = location.pathname + location.search
    const { y, page: shown } = entryState()
    const left = departure
    departure = null
    if (stayedAt(left, shown) || address === here) return
    coming = null
    leftAt.set(page, Math.round(window.scrollY))
    page = shown ?? page
    answered = undefined
    letGo()
    scrollTo = (shown === undefined ? undefined : leftAt.get(shown)) ?? y ?? 0
    here = address
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (
      !link ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey
    )
      return
    if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (!link.pathname.startsWith(BASE)) return
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return
    event.preventDefault()
    const path = link.pathname.slice(BASE.length) + link.search
    whenSettled(() => { goNow(BASE + path, false) })
  })
}

function relative(address: string): string {
  return address.startsWith(BASE) ? address.slice(BASE.length) : ''
}

function match(path: string): Match | undefined {
  const lifter = lifterOf(path)
  const [pathname = '', search = ''] = path.replace(lifter === null ? '' : LIFTER, '').split('?', 2)
  for (const route of routes) {
    const params = lifter === null || route.lent ? fit(route.path, pathname) : undefined
    if (params) return { route, params, query: new URLSearchParams(search), lifter }
  }
  return undefined
}

function fit(pattern: string, pathname: string): Record<string, string> | undefined {
  const parts = pattern.split('/').filter(Boolean)
  const given = pathname.split('/').filter(Boolean)
  if (given.length > parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, part] of parts.entries()) {
    const value = given[i]
    if (!part.startsWith(':')) {
      if (part !== value) return undefined
    } else if (value !== undefined) {
      params[part.replace(/^:|\?$/g, '')] = decodeURIComponent(value)
    } else if (!part.endsWith('?')) return undefined
  }
  return params
}
