/** Whether the server may hold an alarm of this phone: outlives a reload, and every tab knows it. */

const KEY = 'iron-rest-alarm-held'

export function mayHoldAlarm(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false // closed storage: alarms cannot be switched on either
  }
}

export function noteHeldAlarm(isHeld: boolean): void {
  if (isHeld) localStorage.setItem(KEY, 'yes')
  else localStorage.removeItem(KEY)
}
