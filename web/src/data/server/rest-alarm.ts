/**
 * The alarm at the end of a rest while the screen is off: the lifter's own server sends it by Web Push, when
 * he wants that (src/iron/server/alarms). Without signal there is none; the rest itself needs no server.
 */

import { restOver } from '../../core/generated/messages-server'
import type { AlarmKey, AlarmSet } from '../../core/generated/wire'
import { mayHoldAlarm, noteHeldAlarm } from './held-alarm'
import { api } from './api'
import { activeAppRegistration, appRegistration } from './app-worker'
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

/** Seconds that are left at the moment of the question; null = no rest that could end. */
type Left = (() => number) | null

/** Whether the server holds an alarm for the running rest. */
let isSet = false
let waiting: ReturnType<typeof setTimeout> | undefined
/** One request after the other: a stop never overtakes what it stops. */
let sending: Promise<void> = Promise.resolve()
/** What could not be sent for lack of signal. */
let unsent: { left: Left } | undefined
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
  await takeAlarmBack()
  localStorage.removeItem(KEY)
  await (await current())?.unsubscribe()
}

/** Nothing rings on this phone any more, as far as the server can be reached. */
export async function takeAlarmBack(): Promise<void> {
  clearTimeout(waiting)
  sendInOrder(null)
  await sending
}

/** Who carries the alarms of this phone; null when they are off. */
export async function carrier(): Promise<string | null> {
  const held = ringsAsleep() ? await current() : null
  return held && carrierOf(held.endpoint)
}

/** Tell the server when the rest ends; null = there is none, or it is paused. */
export function setAlarm(left: Left): void {
  clearTimeout(waiting)
  if (!ringsAsleep() || (session.user === null && left !== null)) return
  waiting = setTimeout(() => sendInOrder(left), WAIT_MS)
}

function sendInOrder(left: Left): void {
  unsent = undefined
  // Without signal there is no new alarm, and the page rings if it is awake.
  sending = sending.then(() => send(left)).catch(() => {
    isSet = false
    unsent = { left }
  })
}

addEventListener('online', () => {
  if (unsent) sendInOrder(unsent.left)
})

async function send(left: Left): Promise<void> {
  const seconds = left?.() ?? 0
  if (seconds > 0) await begin(seconds)
  else if (mayHoldAlarm()) await stop()
}

async function begin(seconds: number): Promise<void> {
  const { endpoint, keys } = (await subscription()).toJSON()
  // Noted before it is asked: the answer may be lost.
  noteHeldAlarm(true)
  await api<AlarmSet>('alarms', {
    json: { endpoint, ...keys, due_in_s: seconds, title: restOver, text: nextSet },
  })
  isSet = true
}

async function stop(): Promise<void> {
  isSet = false
  const held = await current()
  // The secret proves the phone: an alarm goes also when the session has ended.
  const { endpoint, keys } = held?.toJSON() ?? {}
  if (endpoint) await api('alarms/stop', { json: { endpoint, auth: keys?.['auth'] ?? '' } })
  noteHeldAlarm(false)
}

async function current(): Promise<PushSubscription | null> {
  const registration = await appRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** The subscription of this browser to this server; made anew where the server has another key by now. */
async function subscription(): Promise<PushSubscription> {
  const { pushManager } = await activeAppRegistration()
  const { key } = await api<AlarmKey>('alarms')
  const held = await pushManager.getSubscription()
  if (held && keyOf(held) === key) return held
  await held?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function keyOf(held: PushSubscription): string {
  const bytes = new Uint8Array(held.options.applicationServerKey ?? new ArrayBuffer(0))
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function carrierOf(endpoint: string): string {
  const { hostname } = new URL(endpoint)
  return CARRIERS.find(([end]) => hostname.endsWith(end))?.[1] ?? hostname
}
