/**
 * The alarm at the end of a rest while the screen is off: the lifter's own server sends it by Web Push, when
 * he wants that (src/iron/server/alarms). Without signal there is none; the rest itself needs no server.
 */

import type { AlarmKey, AlarmSet } from '../../core/generated/wire'
import { api } from './api'
import { session } from './session.svelte'

const KEY = 'iron-rest-alarm'
/** Changes in a row, such as +15 twice, are sent as one. */
const WAIT_MS = 300
/** Who runs the push services that browsers use. */
const CARRIERS: readonly (readonly [end: string, name: string])[] = [
  ['googleapis.com', 'Google'], ['mozilla.com', 'Mozilla'], ['apple.com', 'Apple'],
  ['windows.com', 'Microsoft'],
]

export const canRingAsleep =
  'serviceWorker' in navigator && 'PushManager' in globalThis && typeof Notification !== 'undefined'

/** The lifter wants it on this phone. */
export function ringsAsleep(): boolean {
  try {
    return canRingAsleep && localStorage.getItem(KEY) === 'on'
  } catch {
    return false // closed storage: the choice was never stored
  }
}

/** Whether the server holds an alarm for the running rest. */
let isSet = false
let waiting: ReturnType<typeof setTimeout> | undefined
/** What the notification says under its title: the next set. */
let nextSet = ''

export function alarmIsSet(): boolean {
  return isSet
}

export function tellNextSet(words: string): void {
  nextSet = words
}

/**
 * Switch it on, on the lifter's tap only: the browser asks him then. Answers who carries the alarms, such as
 * “Google”; null when the browser or its push service said no.
 */
export async function ringAsleep(): Promise<string | null> {
  if (!canRingAsleep || (await Notification.requestPermission()) !== 'granted') return null
  try {
    const { endpoint } = await subscription()
    localStorage.setItem(KEY, 'on')
    return carrierOf(endpoint)
  } catch {
    return null
  }
}

export async function ringAsleepNoMore(): Promise<void> {
  localStorage.removeItem(KEY)
  const held = await current()
  if (!held) return
  if (isSet) await api('alarms/stop', { json: { endpoint: held.endpoint } }).catch(() => undefined)
  isSet = false
  await held.unsubscribe()
}

/** Who carries the alarms of this phone; null when they are off. */
export async function carrier(): Promise<string | null> {
  const held = ringsAsleep() ? await current() : null
  return held && carrierOf(held.endpoint)
}

/** Tell the server when the rest ends; null = there is none, or it is paused. */
export function setAlarm(secondsLeft: (() => number) | null): void {
  clearTimeout(waiting)
  if (!ringsAsleep() || session.user === null) return
  waiting = setTimeout(() => {
    // Without signal there is no alarm, and the page rings if it is awake.
    void (secondsLeft ? begin(secondsLeft()) : stop()).catch(() => { isSet = false })
  }, WAIT_MS)
}

async function begin(seconds: number): Promise<void> {
  if (seconds <= 0) return
  const { endpoint, keys } = (await subscription()).toJSON()
  await api<AlarmSet>('alarms', {
    json: { endpoint, ...keys, due_in_s: seconds, title: 'Rest is over', text: nextSet },
  })
  isSet = true
}

async function stop(): Promise<void> {
  if (!isSet) return
  isSet = false
  const held = await current()
  if (held) await api('alarms/stop', { json: { endpoint: held.endpoint } })
}

async function current(): Promise<PushSubscription | null> {
  const worker = await navigator.serviceWorker.getRegistration()
  return (await worker?.pushManager.getSubscription()) ?? null
}

/** The subscription of this browser to this server; made anew where the server has another key by now. */
async function subscription(): Promise<PushSubscription> {
  const worker = await navigator.serviceWorker.ready
  const { key } = await api<AlarmKey>('alarms')
  const held = await worker.pushManager.getSubscription()
  if (held && keyOf(held) === key) return held
  await held?.unsubscribe()
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function keyOf(held: PushSubscription): string {
  const bytes = new Uint8Array(held.options.applicationServerKey ?? new ArrayBuffer(0))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function carrierOf(endpoint: string): string {
  const { hostname } = new URL(endpoint)
  return CARRIERS.find(([end]) => hostname.endsWith(end))?.[1] ?? hostname
}
