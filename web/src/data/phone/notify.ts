/**
 * The rest on the lock screen, where the browser offers it: while Iron is away, one quiet line says when the
 * rest ends; at its end the same line says so, if the phone lets a web page wake for it. Nothing here is
 * promised, nothing needs it.
 */

import { activeAppRegistration, appRegistration } from '../server/app-worker'

const TAG = 'iron-rest'
const KEY = 'iron-rest-notes'

export const canNotify = typeof Notification !== 'undefined' && 'serviceWorker' in navigator

/** The lifter wants it and the browser allows it. */
export function notifies(): boolean {
  try {
    return canNotify && Notification.permission === 'granted' && localStorage.getItem(KEY) === 'on'
  } catch {
    return false // closed storage: the choice was never kept
  }
}

/** Switch it, on the lifter's tap only: the browser asks him then. True when it is on afterwards. */
export async function setNotifies(on: boolean): Promise<boolean> {
  if (!canNotify) return false
  const allowed = on && (await Notification.requestPermission()) === 'granted'
  try {
    localStorage.setItem(KEY, allowed ? 'on' : 'off')
  } catch {
    return false
  }
  if (!allowed) await clearNote()
  return allowed
}

/** `silent` says it without a sound: while the rest runs. */
export async function showNote(title: string, body: string, silent: boolean): Promise<void> {
  if (!notifies()) return
  const registration = await activeAppRegistration()
  // `renotify` is not in every browser's types: said again at the end, the phone may buzz again.
  const options = {
    tag: TAG, body, silent, renotify: !silent, icon: `${import.meta.env.BASE_URL}icon-192.png`,
    data: { url: `${import.meta.env.BASE_URL}log` },
  }
  // Refused: the permission was taken back in the phone's settings.
  await registration.showNotification(title, options).catch(() => undefined)
}

export async function clearNote(): Promise<void> {
  if (!canNotify) return
  const registration = await appRegistration()
  for (const note of (await registration?.getNotifications({ tag: TAG })) ?? []) note.close()
}
